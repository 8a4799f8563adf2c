import Assessment
import Spreadsheet

/// How a person says on the command line what a place is that was not understood.
enum OverruleWords {
    /// What stands for a name that only the person knows.
    static let blank = "？"
    /// What is to be put in its place.
    static let legend = "把“\(blank)”换成它是什么，如 得分、偏差原因、全年预算数；写得不对时会列出可以写的"

    /// `--column 得分=H；不用它：--ignore 列H`; empty where the place has no cell, or is in another file than the form.
    static func text(_ place: UnreadPlace) -> String {
        guard place.isInForm, let naming = place.source.cell ?? place.cells.first else { return "" }
        let name = place.suggestion ?? place.guess ?? blank
        let sheet = place.isOnOtherSheet ? (place.source.sheet.map { "\($0)!" } ?? "") : ""
        let column = CellReference.letters(ofColumn: naming.column)
        switch place.kind {
        case .column: return "--column \(name)=\(column)；不用它：--ignore 列\(column)"
        // Only the columns of the form's own sheet can be named.
        case .money where isColumn(place, naming) && place.isOnOtherSheet:
            return "不用它：--ignore \(sheet)\(box(place, naming))"
        case .money where isColumn(place, naming): return "--column \(name)=\(column)；不用它：--ignore 列\(column)"
        case .money: return "--cell \(name)=\(sheet)\(value(place, naming))；不用它：--ignore \(sheet)\(line(place, naming))"
        case .fact: return "--cell \(name)=\(sheet)\(value(place, naming))；不用它：--ignore \(sheet)\(box(place, naming))"
        // A label that is lost is filled in; that it belongs to the one above is said by leaving it.
        case .other where place.source.text.isEmpty: return "就属于上面那一级：--ignore \(sheet)\(naming)；不是的，在表里补上名称"
        case .other: return "--cell \(name)=\(sheet)\(naming)；不用它：--ignore \(sheet)\(box(place, naming))"
        }
    }

    /// The range of all its cells.
    private static func box(_ place: UnreadPlace, _ naming: CellReference) -> String {
        let cells = place.cells + [naming]
        let rows = cells.map(\.row).sorted()
        let columns = cells.map(\.column).sorted()
        guard let top = rows.first, let bottom = rows.last, let left = columns.first, let right = columns.last,
            (top, left) != (bottom, right)
        else { return naming.description }
        return "\(CellReference(row: top, column: left)):\(CellReference(row: bottom, column: right))"
    }

    /// The first cell beside the naming one.
    private static func value(_ place: UnreadPlace, _ naming: CellReference) -> CellReference {
        place.cells.filter { $0 != naming }.min() ?? naming
    }

    private static func isColumn(_ place: UnreadPlace, _ naming: CellReference) -> Bool {
        place.cells.count > 1 && place.cells.allSatisfy { $0.column == naming.column }
    }

    /// A place of the money block (资金) that is no column is a row of it, or a cell alone.
    private static func line(_ place: UnreadPlace, _ naming: CellReference) -> String {
        guard place.cells.count > 1 else { return naming.description }
        return place.cells.allSatisfy { $0.row == naming.row } ? "行\(naming.row + 1)" : box(place, naming)
    }
}
