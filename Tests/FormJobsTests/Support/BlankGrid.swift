import FormJobs
import Spreadsheet
import SpreadsheetWriting

/// Small forms and tables in code: a row a line, cells divided by `|`, each drawn as a box.
enum BlankGrid {
    static func sheet(_ name: String, _ rows: [String], merges: [String] = []) -> Sheet {
        var sheet = Sheet(name: name)
        let columns = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).count }.max() ?? 1
        for (row, line) in rows.enumerated() {
            let texts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            for column in 0..<columns {
                let text = column < texts.count ? texts[column] : ""
                sheet[CellReference(row: row, column: column)] = Cell(text: text, style: 1)
            }
        }
        sheet.merges = merges.compactMap { CellRange($0) }
        return sheet
    }

    static func workbook(_ name: String, _ sheets: [Sheet]) -> Workbook {
        var workbook = Workbook(fileName: name)
        workbook.sheets = sheets
        var boxed = CellStyle()
        boxed.border.top.style = .thin
        boxed.border.bottom.style = .thin
        boxed.border.left.style = .thin
        boxed.border.right.style = .thin
        workbook.styles = [CellStyle(), boxed]
        return workbook
    }

    static func file(_ name: String, _ sheets: [Sheet]) throws -> InputFile {
        InputFile(
            bytes: [UInt8](try WorkbookWriter.bytes(of: workbook(name, sheets), named: name)), name: name)
    }
}
