import Foundation
import Spreadsheet

extension Sheet {
    /// The cell at an A1 address.
    subscript(address: String) -> Cell? {
        get { CellReference(address).flatMap { cells[$0] } }
        set { if let reference = CellReference(address) { cells[reference] = newValue } }
    }
}

extension Cell {
    /// A cell of a number, by its text.
    static func number(_ text: String, formula: String? = nil, style: Int = 0) -> Cell {
        Cell(value: .number(Decimal(string: text) ?? .nan), shown: text, formula: formula, style: style)
    }
}

extension CellStyle {
    /// A style by its differences.
    static func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var style = CellStyle()
        change(&style)
        return style
    }
}
