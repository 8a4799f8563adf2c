import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// A line of `Tests/Fixtures/shown.csv`: a format, a value, and the text that a cell shows.
struct ShownRow: Sendable, CustomTestStringConvertible {
    /// Where the text is from.
    enum Source: String, Sendable {
        /// LibreOffice shows it so; ``ShownByLibreOfficeTests`` asks it again.
        case libreOffice = "LibreOffice"
        /// ECMA-376 part 1, 18.8.30–31 (dates: 18.17.4) says so, where LibreOffice in Chinese differs or can't read the code.
        case standard = "ECMA-376"
        /// A Chinese Excel, where the standard leaves it open and LibreOffice has another habit: words of days, the system's date, `e`, digits of
        /// `[DBNum1]` on placeholders, rounding of seconds.
        case excel = "Excel"
        /// Excel has no text for it (`####`): what this program gives.
        case own = "zipingbiao"
    }

    let format: String
    /// A number, or a text after `t:`.
    let value: String
    let uses1904: Bool
    let text: String
    let source: Source

    var testDescription: String { "\(format) | \(value)\(uses1904 ? " 1904" : "")" }

    /// What the program shows.
    var shown: String? {
        let format = NumberFormat(format)
        if value.hasPrefix("t:") { return format.shown(text: String(value.dropFirst(2))) }
        return NumberText.decimal(value).map { format.shown($0, uses1904: uses1904, isNarrow: true) }
    }

    /// All lines.
    static func all() throws -> [ShownRow] {
        let path =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Fixtures/shown.csv"
        // As bytes: a line may begin with what looks like anything.
        let workbook = try WorkbookReader.read(path: path)
        guard let sheet = workbook.sheets.first else { return [] }
        return sheet.orderedRows.dropFirst().compactMap { row in
            let fields = (0..<5).map { row.cells.indices.contains($0) ? row.cells[$0]?.shown ?? "" : "" }
            guard let source = Source(rawValue: fields[4]) else { return nil }
            return ShownRow(
                format: fields[0], value: fields[1], uses1904: fields[2] == "1904", text: fields[3], source: source)
        }
    }
}
