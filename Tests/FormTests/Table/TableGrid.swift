import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet

/// A table as a small text grid: one row a line, cells between `|`. `#` before a cell makes it a number (`#94.26%` one that is shown as a
/// percentage), `@` a date; ↵ is a line break. The tidied table is written in the same way.
struct TableGrid {
    var rows: [String]
    var report: TidyReport
    var numbers: [Int]

    @discardableResult init(
        _ text: String, merges: [String] = [], from: String? = nil, to: String? = nil, sheet: String? = nil
    ) throws {
        var options = TidyOptions()
        options.fromUnit = from
        options.toUnit = to
        var rows: [String] = []
        var numbers: [Int] = []
        let tidier = try TableTidier(
            file: "导出.xlsx", sheet: sheet, merges: merges.compactMap { CellRange($0) },
            labels: Repository.templates.labels(), options: options
        ) { row in
            rows.append(row.cells.map(Self.text).joined(separator: "|"))
            numbers.append(row.number)
        }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            try tidier.add(SheetRow(number: number, cells: Self.cells(line)))
        }
        report = try tidier.finish()
        self.rows = rows
        self.numbers = numbers
    }

    /// Everything in one text.
    var text: String { rows.joined(separator: "\n") }

    static func cells(_ line: Substring) -> [Cell?] {
        line.split(separator: "|", omittingEmptySubsequences: false).map { part in
            let text = String(part).replacing("↵", with: "\n")
            if text.isEmpty { return nil }
            let rest = String(text.dropFirst())
            if text.hasPrefix("#") {
                let isShare = rest.hasSuffix("%")
                let digits = isShare ? String(rest.dropLast()) : rest
                guard let number = Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX")) else {
                    return Cell(text: text)
                }
                return Cell(value: .number(isShare ? number / 100 : number), shown: rest)
            }
            if text.hasPrefix("@"), let serial = Decimal(string: rest),
                let date = DateValue(serial: serial, uses1904: false, showsDay: true, showsTime: rest.contains("."))
            {
                return Cell(value: .date(date), shown: date.iso8601)
            }
            return Cell(text: text)
        }
    }

    static func text(_ cell: Cell?) -> String {
        guard let cell else { return "" }
        switch cell.value {
        case .number: return "#" + cell.shown
        case .date: return "@" + cell.shown
        default: return cell.shown
        }
    }
}
