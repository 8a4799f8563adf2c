import Foundation
import Spreadsheet

/// What a cell's value becomes in the file.
enum CellContent {
    /// The nearest binary number, by the decimal's text.
    static func double(_ number: Decimal) -> Double {
        Double(number.description) ?? 0
    }

    /// A number as it stands in the file: the decimal's own text, or for a very large or small one the nearest binary
    /// number's, which has an exponent.
    static func text(_ number: Decimal) -> String {
        let text = number.description
        return text.utf8.count <= 24 ? text : "\(double(number))"
    }

    /// The serial number of a date in the system that the written file has.
    ///
    /// A date that was read from a workbook of the other system carries the serial number of that one.
    static func serial(of date: DateValue, uses1904: Bool = false) -> Decimal {
        guard let day = date.day else { return date.serial }
        let expected = DateValue.daysFrom1970(day) + (uses1904 ? 24_107 : 25_569)
        var source = date.serial
        var whole = Decimal()
        NSDecimalRound(&whole, &source, 0, .down)
        if uses1904 { return whole - 1462 == Decimal(expected) ? date.serial - 1462 : date.serial }
        return whole + 1462 == Decimal(expected) ? date.serial + 1462 : date.serial
    }

    /// The style of a cell; a date in a cell whose format would show a bare number gets a format for dates.
    static func style(of cell: Cell, style: CellStyle) -> CellStyle {
        guard case .date(let date) = cell.value, style.numberFormat == "General" else { return style }
        var dated = style
        dated.numberFormat =
            switch (date.day, date.secondsOfDay) {
            case (nil, _): "h:mm:ss"
            case (_, nil): "yyyy\\-mm\\-dd"
            default: "yyyy\\-mm\\-dd\\ h:mm:ss"
            }
        return dated
    }
}
