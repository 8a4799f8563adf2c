import Spreadsheet
import SpreadsheetReading

/// Texts so long that no form has them. Each is looked at in many ways; hundreds of the longest that a cell holds would take minutes.
enum LongTexts {
    /// From so many UTF-16 units on a text counts as long: more than a page of prose.
    private static let long = 4000
    /// So many units all long texts of a workbook may have together.
    static let most = 1_000_000

    /// Refuses a workbook with more.
    ///
    /// - Throws: `ToolError` (65) that names the first sheet and cell beyond the bound.
    static func check(_ workbook: Workbook) throws {
        var sum = 0
        for sheet in workbook.sheets {
            // Bytes are at hand; a unit has at most three.
            let places = sheet.cells.filter { $0.value.shown.utf8.count >= long }.keys.sorted()
            for place in places {
                let count = sheet[place]?.shown.utf16.count ?? 0
                guard count >= long else { continue }
                sum += count
                guard sum > most else { continue }
                let source = Source(
                    file: workbook.fileName, sheet: workbook.hasSheetNames ? sheet.name : nil, cell: place)
                throw ToolError(
                    code: .notReadableTooLarge,
                    message: "\(source.place) 太大：超过 \(long) 字的长文字一共超过上限 \(most) 字",
                    advice: "这不像自评表或指标表。请删去里面的大段文字，只保留表格，另存后再试。", place: source)
            }
        }
    }
}
