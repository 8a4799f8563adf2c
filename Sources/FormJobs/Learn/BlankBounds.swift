import Spreadsheet
import SpreadsheetReading

/// What a blank form may hold. A real one has some hundred cells and merges; what is a thousand times as large is no form, and to look at each
/// of its places in the light of all others would take minutes.
enum BlankBounds {
    /// Refuses a workbook one of whose sheets holds too much.
    ///
    /// - Throws: `ToolError` (65) that names the sheet and what is too much.
    static func check(_ workbook: Workbook) throws {
        for sheet in workbook.sheets {
            for (what, count, most) in amounts(of: sheet) where count > most {
                throw ToolError(
                    code: .notReadableTooLarge,
                    message: "\(workbook.fileName)〔\(sheet.name)〕不像一张空表：\(what) \(count)，空表最多 \(most)",
                    advice: "请在 Excel 或 WPS 里删去表格以外多余的内容和格式（选中多余的行列，右键删除），另存后再试。",
                    place: Source(file: workbook.fileName, sheet: sheet.name))
            }
        }
    }

    private static func amounts(of sheet: Sheet) -> [(String, Int, Int)] {
        [
            ("合并单元格数", sheet.merges.count, 10_000), ("单元格数", sheet.cells.count, 200_000),
            ("设了行高或格式的行数", sheet.rows.count, 100_000), ("条件格式数", sheet.conditionalFormats.count, 10_000),
            ("用到的行数", sheet.usedRange?.rows.count ?? 0, 50_000), ("数据有效性数", sheet.validations.count, 10_000),
            ("超链接数", sheet.hyperlinks.count, 10_000),
            ("批注数", sheet.comments.count, 10_000),
            ("文字总长", sheet.cells.values.reduce(0) { $0 + $1.shown.utf8.count / 3 }, 1_000_000),
            ("合并单元格盖住的格数", covered(sheet), 1_000_000),
        ]
    }

    /// Cells of merges within what is used; those that overlap count as often.
    private static func covered(_ sheet: Sheet) -> Int {
        guard let used = sheet.usedRange else { return 0 }
        return sheet.merges.reduce(0) { sum, merge in
            guard merge.overlaps(used) else { return sum }
            return sum + merge.rows.clamped(to: used.rows).count * merge.columns.clamped(to: used.columns).count
        }
    }
}
