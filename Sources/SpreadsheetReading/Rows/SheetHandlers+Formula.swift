import Foundation

/// Formulas, which only who loads a sheet asks for.
extension SheetHandlers {
    static func startFormula(_ scan: UnsafeMutablePointer<SheetScan>, _ attributes: AttributeList) {
        scan.pointee.mode = .formula
        scan.pointee.cell.pointee.hasFormula = true
        guard scan.pointee.keepsFormulas else { return }
        let list = XMLAttributes(list: attributes)
        if list["t"] == "shared", let group = list.integer("si") {
            scan.pointee.cell.pointee.formulaGroup = Int32(truncatingIfNeeded: group)
        } else if list["t"] == "array", let range = list["ref"] {
            scan.pointee.observer?.array(
                range, row: Int(scan.pointee.cell.pointee.row), column: Int(scan.pointee.cell.pointee.column))
        }
    }
}
