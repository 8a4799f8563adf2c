import Assessment
import Spreadsheet

extension SheetView {
    /// Most cells of a table that is looked at with its rows as columns.
    private static let mostTurned = 5000

    /// A sheet with its rows as columns: for tables whose headings stand one under the other. Places are told as they are on the sheet. Nil for a long one.
    static func turned(_ workbook: Workbook, _ index: Int) -> SheetView? {
        let sheet = workbook.sheets[index]
        guard sheet.cells.count <= mostTurned else { return nil }
        var turned = Sheet(name: sheet.name)
        for (place, cell) in sheet.cells { turned[place.column, place.row] = cell }
        turned.merges = sheet.merges.map { merge in
            CellRange(
                CellReference(row: merge.first.column, column: merge.first.row),
                CellReference(row: merge.last.column, column: merge.last.row))
        }
        var workbook = workbook
        workbook.sheets[index] = turned
        var view = SheetView(workbook, index)
        view.isTurned = true
        return view
    }

    /// What a person calls a row.
    func name(ofRow row: Int) -> String {
        isTurned ? "\(CellReference.letters(ofColumn: row)) 列" : "第 \(row + 1) 行"
    }

    /// What a person calls a column.
    func name(ofColumn column: Int) -> String {
        isTurned ? "第 \(column + 1) 行" : "\(CellReference.letters(ofColumn: column)) 列"
    }
}
