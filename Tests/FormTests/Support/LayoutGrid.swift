import Assessment
import FormRecognition
import Spreadsheet

/// A form drawn as a text grid: `|` between cells, `^` for a cell that is merged with the one above, `<` with the one to the left.
enum LayoutGrid {
    static func workbook(_ grids: [(String, String)]) -> Workbook {
        Workbook(fileName: "表.xlsx", sheets: grids.map { sheet($0.0, $0.1) })
    }

    static func sheet(_ name: String, _ grid: String) -> Sheet {
        var sheet = Sheet(name: name)
        let rows = grid.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
        func mark(_ row: Int, _ column: Int) -> String {
            rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : ""
        }
        for (row, line) in rows.enumerated() {
            for (column, text) in line.enumerated() where !text.isEmpty && text != "^" && text != "<" {
                sheet[row, column] = Cell(text: text.replacing("\\n", with: "\n"))
                var last = CellReference(row: row, column: column)
                while mark(row, last.column + 1) == "<" { last = CellReference(row: row, column: last.column + 1) }
                while mark(last.row + 1, column) == "^" { last = CellReference(row: last.row + 1, column: last.column) }
                if last != CellReference(row: row, column: column) {
                    sheet.merges.append(CellRange(CellReference(row: row, column: column), last))
                }
            }
        }
        return sheet
    }

    /// The only form of a sheet, read and judged.
    static func judge(_ grid: String) throws -> (form: RecognizedForm, evaluation: Evaluation) {
        let forms = try FormReader.forms(in: workbook([("表", grid)]), library: Repository.library)
        let form = try forms[0].result.get()
        let evaluation = Evaluator.evaluate(
            form.submission, standard: form.template.standard, account: form.account)
        return (form, evaluation)
    }
}
