import Foundation
import Spreadsheet

/// Cells of written-out values, as a page or an XML file has them.
struct MarkupValue {
    /// Index of the cell's style.
    let style: Int
    /// Its format.
    let format: NumberFormat
    /// Dates count from 1904.
    let uses1904: Bool

    /// Text; `@` in a format may add to what is shown.
    func text(_ text: String) -> Cell {
        var cell = Cell(text: text, style: style)
        cell.shown = format.shown(text: text)
        return cell
    }

    /// A number, or a date when the format says so; nil when the text is no number.
    func number(_ text: String) -> Cell? {
        guard let number = NumberText.decimal(text) else { return nil }
        let shown = format.shown(number, uses1904: uses1904)
        if let kind = format.dateKind,
            let date = DateValue(serial: number, uses1904: uses1904, showsDay: kind.day, showsTime: kind.time)
        {
            return Cell(value: .date(date), shown: shown, style: style)
        }
        return Cell(value: .number(number), shown: shown, style: style)
    }

    /// A date and time in ISO 8601; nil when it is none.
    func dateTime(_ text: String) -> Cell? {
        guard let exact = Self.serial(text, uses1904: uses1904) else { return nil }
        // As precise as a workbook's own serial numbers are: five digits of days, ten of the day's parts.
        let serial = DecimalDigits.rounded(exact, places: 10)
        var whole = Decimal()
        var source = serial
        NSDecimalRound(&whole, &source, 0, .down)
        let kind = format.dateKind ?? (day: serial >= 1, time: serial != whole || serial < 1)
        guard let date = DateValue(serial: serial, uses1904: uses1904, showsDay: kind.day, showsTime: kind.time)
        else { return nil }
        let shown = format.dateKind == nil ? date.iso8601 : format.shown(serial, uses1904: uses1904)
        return Cell(value: .date(date), shown: shown, style: style)
    }

    /// TRUE or FALSE.
    func boolean(_ flag: Bool) -> Cell { Cell(value: .boolean(flag), shown: flag ? "TRUE" : "FALSE", style: style) }

    /// An error value.
    func error(_ text: String) -> Cell { Cell(value: .error(text), shown: text, style: style) }

    /// Times of day alone are written as times of the day before the first.
    private static func serial(_ text: String, uses1904: Bool) -> Decimal? {
        for day in ["1899-12-31", "1899-12-30"] where text.hasPrefix(day) {
            let clock = text.dropFirst(day.count).drop { $0 == "T" }
            return clock.isEmpty ? 0 : ISODate.serial(String(clock), uses1904: uses1904)
        }
        return ISODate.serial(text, uses1904: uses1904)
    }
}
