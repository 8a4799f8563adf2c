import Foundation
import Spreadsheet

/// Compares a workbook with what a judge found in it, cell by cell.
struct Comparison {
    let file: String
    let judge: String
    private(set) var differences: [Difference] = []
    private(set) var cellCount = 0

    init(file: String, judge: String) {
        self.file = file
        self.judge = judge
    }

    mutating func compare(_ workbook: Workbook, with sheets: [JudgedSheet]) {
        let names = workbook.sheets.map(\.name)
        if names != sheets.map(\.name) { note(.sheets, ours: "\(names)", theirs: "\(sheets.map(\.name))") }
        // Where the lists differ, what has the same name is still compared.
        let isSameList = names.count == sheets.count
        for (index, sheet) in workbook.sheets.enumerated() {
            let partner = isSameList ? sheets[index] : sheets.first { $0.name == sheet.name }
            if let partner { compare(sheet, with: partner) }
        }
    }

    private mutating func compare(_ sheet: Sheet, with judged: JudgedSheet) {
        var rest = sheet.cells.filter { $0.value.value != .empty }
        for theirs in judged.cells {
            let place = CellReference(row: theirs.row, column: theirs.column)
            cellCount += 1
            guard let cell = rest.removeValue(forKey: place) else {
                note(.extra, sheet.name, "\(place)", ours: "nothing", theirs: "\(theirs)")
                continue
            }
            if let kind = Agreement.difference(of: cell.value, from: theirs, judge: judge) {
                note(kind, sheet.name, "\(place)", ours: Agreement.described(cell.value), theirs: "\(theirs)")
            }
        }
        for (place, cell) in rest.sorted(by: { $0.key < $1.key }) {
            cellCount += 1
            let isError = if case .error = cell.value { true } else { false }
            note(
                isError ? .missingError : .missing, sheet.name, "\(place)", ours: Agreement.described(cell.value),
                theirs: "nothing")
        }
        let ours = Set(sheet.merges.map(\.description))
        let theirs = Set(judged.merges)
        for range in ours.subtracting(theirs).sorted() {
            note(.merge, sheet.name, range, ours: range, theirs: "none")
        }
        for range in theirs.subtracting(ours).sorted() {
            note(.merge, sheet.name, range, ours: "none", theirs: range)
        }
    }

    private mutating func note(
        _ kind: Difference.Kind, _ sheet: String = "", _ cell: String = "", ours: String, theirs: String
    ) {
        differences.append(
            Difference(file: file, judge: judge, sheet: sheet, cell: cell, kind: kind, ours: ours, theirs: theirs))
    }
}

/// Whether one value says the same as a judge's.
enum Agreement {
    /// nil when they agree.
    static func difference(of value: CellValue, from theirs: JudgedCell, judge: String) -> Difference.Kind? {
        switch (value, theirs.kind) {
        case (.text(let text), "text"):
            // Compared by their bytes: Swift takes e and an accent for é.
            return text.utf8.elementsEqual(theirs.text.utf8) ? nil : .value
        case (.number(let number), "number"):
            return Decimal(string: theirs.text, locale: posix) == number ? nil : .value
        case (.number(let number), "duration"):
            guard let seconds = Double(theirs.text) else { return .value }
            return abs(NSDecimalNumber(decimal: number * 86_400).doubleValue - seconds) <= 0.5 ? nil : .value
        case (.boolean(let flag), "boolean"):
            return (flag ? "TRUE" : "FALSE") == theirs.text ? nil : .value
        case (.error(let text), "error"):
            return text == theirs.text ? nil : .value
        case (.error(let text), "text") where judge == "calamine":
            // It gives errors as texts.
            return text == theirs.text ? nil : .value
        case (.date(let date), "date"), (.date(let date), "time"), (.date(let date), "datetime"):
            return Moment(theirs.text).agrees(with: date) ? nil : .value
        default:
            return .kind
        }
    }

    private static let posix = Locale(identifier: "en_US_POSIX")

    static func described(_ value: CellValue) -> String {
        switch value {
        case .empty: "nothing"
        case .text(let text): "text \(Difference.quoted(text))"
        case .number(let number): "number \(number)"
        case .date(let date): "date \(date.iso8601) (\(date.serial))"
        case .boolean(let flag): "boolean \(flag)"
        case .error(let text): "error \(text)"
        }
    }
}
