import Spreadsheet

/// What may be typed into cells, of Excel 97–2003 ([MS-XLS] 2.4.86).
enum XLSValidation {
    private static let kinds = ["none", "whole", "decimal", "list", "date", "time", "textLength", "custom"]
    private static let comparisons = [
        "between", "notBetween", "equal", "notEqual", "greaterThan", "lessThan", "greaterThanOrEqual",
        "lessThanOrEqual",
    ]

    /// The check of a record; nil for one that can't be put into words.
    static func check(_ record: RecordBytes, _ formulas: FormulaText) -> DataValidation? {
        let flags = record.word(0)
        guard kinds.indices.contains(flags & 15) else { return nil }
        var place = 4
        func text() -> String {
            let count = record.half(place)
            let isWide = record.byte(place + 2) & 1 != 0
            defer { place += 3 + (isWide ? count * 2 : count) }
            let text = XLSStyles.text(record.part(place + 2), count)
            // One character of no value stands for nothing.
            return text == "\0" ? "" : text
        }
        let promptTitle = text()
        let errorTitle = text()
        let prompt = text()
        let error = text()
        let tokens = (0..<2).map { _ -> [UInt8] in
            let count = record.half(place)
            defer { place += 4 + count }
            return record.part(place + 4, count).copy
        }
        let count = min(record.half(place), max(0, record.count - place - 2) / 8)
        guard count > 0 else { return nil }
        let ranges = (0..<count).map { XLSSheetLayout.range(record, place + 2 + $0 * 8) }
        let first = ranges[0].first
        func formula(_ index: Int) -> String?? {
            if tokens[index].isEmpty { return .some(nil) }
            return formulas.text(tokens[index], row: first.row, column: first.column)
        }
        guard let one = formula(0), let two = formula(1) else { return nil }
        let kind = kinds[flags & 15]
        var check = DataValidation(ranges: ranges, kind: kind, firstFormula: one, secondFormula: two)
        // Lists that are written out stand with zeros between them.
        if kind == "list" { check.firstFormula = one?.replacing("\0", with: ",") }
        let comparison = flags >> 20 & 15
        if comparison > 0, comparisons.indices.contains(comparison) { check.comparison = comparisons[comparison] }
        func say(_ name: String, _ value: String, _ isSaid: Bool) {
            if isSaid { check.options.append(.init(name, value)) }
        }
        say("errorStyle", flags >> 4 & 7 == 1 ? "warning" : "information", flags >> 4 & 7 > 0)
        say("allowBlank", "1", flags & 0x100 != 0)
        say("showDropDown", "1", flags & 0x200 != 0)
        say("showInputMessage", "1", flags & 0x4_0000 != 0)
        say("showErrorMessage", "1", flags & 0x8_0000 != 0)
        say("errorTitle", errorTitle, !errorTitle.isEmpty)
        say("error", error, !error.isEmpty)
        say("promptTitle", promptTitle, !promptTitle.isEmpty)
        say("prompt", prompt, !prompt.isEmpty)
        return check
    }
}
