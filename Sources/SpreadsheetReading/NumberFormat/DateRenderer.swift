import Foundation
import Spreadsheet

/// Renders a serial number through a section of date tokens.
struct DateRenderer {
    let section: NumberFormatSection

    /// A moment, rounded to the last digit that the section shows.
    private struct Moment {
        var days: Int
        var day = (year: 0, month: 0, day: 0)
        /// Seconds since midnight; of a span of time since its beginning.
        var seconds: Int
        /// The fraction of the second, as a whole number of its last digit.
        var rest: Int
        /// Digits of the fraction.
        var places: Int
    }

    /// Digits of a second's fraction that a serial number of 15 digits can give.
    private static let mostPlaces = 9

    /// The text; nil for a serial number that is no date.
    func text(_ value: Decimal, uses1904: Bool) -> String? {
        // Before its first day the calendar of 1904 shows a date with a sign, that of 1900 none.
        let isNegative = value < 0
        guard !isNegative || uses1904 || section.isElapsed,
            var moment = moment(abs(value), isSpan: section.isElapsed)
        else { return nil }
        if !section.isElapsed {
            let serial = Decimal(moment.days)
            guard let day = DateValue(serial: serial, uses1904: uses1904, showsDay: true, showsTime: false)?.day else {
                return nil
            }
            moment.day = day
        }
        // Serial 1 is taken for a Sunday by Excel; from March 1900 on, weekdays are right.
        let weekday = (moment.days + (uses1904 ? 1462 : 0) + 6) % 7
        let isHalved = section.tokens.contains { if case .half = $0 { true } else { false } }
        var result = isNegative ? "-" : ""
        for token in section.tokens {
            switch token {
            case .literal(let text): result += text
            case .slash: result += "/"
            case .point: result += "."
            case .thousands: result += ","
            case .half(let morning, let evening): result += moment.seconds % 86_400 < 43_200 ? morning : evening
            case .fraction(let count): result += "." + fraction(moment, count)
            case .elapsed(let letter, let count):
                let size = letter == "h" ? 3600 : letter == "m" ? 60 : 1
                result += number(moment.seconds / size, width: count)
            case .date(let letter, let count):
                result += part(letter, count, moment, weekday: weekday, isHalved: isHalved)
            default: break
            }
        }
        return result
    }

    private func moment(_ value: Decimal, isSpan: Bool) -> Moment? {
        guard value < 2_958_466 || isSpan && value < 100_000_000 else { return nil }
        let places = section.tokens.reduce(0) {
            if case .fraction(let count) = $1 { max($0, min(count, Self.mostPlaces)) } else { $0 }
        }
        let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
        let ticks = NSDecimalNumber(decimal: NumberText.rounded(value * 86_400 * Decimal(unit), places: 0)).int64Value
        let seconds = Int(ticks) / unit
        let days = seconds / 86_400
        return Moment(
            days: days, seconds: isSpan ? seconds : seconds % 86_400, rest: Int(ticks) % unit, places: places)
    }

    private func fraction(_ moment: Moment, _ count: Int) -> String {
        let digits = DecimalDigits.padded(moment.rest, width: moment.places).prefix(count)
        let text = digits + String(repeating: "0", count: max(0, count - moment.places))
        return section.numerals?.replaced(String(text)) ?? String(text)
    }

    private func number(_ value: Int, width: Int) -> String {
        section.numerals?.date(value, width: width) ?? DecimalDigits.padded(value, width: width)
    }

    private func part(
        _ letter: Character, _ count: Int, _ moment: Moment, weekday: Int, isHalved: Bool
    ) -> String {
        let day = moment.day
        switch letter {
        case "y", "e":
            let isShort = letter == "y" && count <= 2
            let year = DecimalDigits.padded(isShort ? day.year % 100 : day.year, width: isShort ? 2 : 4)
            return section.numerals?.replaced(year) ?? year
        case "M":
            return (3...5).contains(count)
                ? section.language.month(day.month, letters: count) : number(day.month, width: count)
        case "d": return count >= 3 ? section.language.day(weekday, letters: count) : number(day.day, width: count)
        case "a": return (count >= 4 ? "星期" : "") + FormatLanguage.weekdays[weekday]
        case "h":
            let hour = moment.seconds / 3600 % 24
            return number(isHalved ? (hour + 11) % 12 + 1 : hour, width: count)
        case "m": return number(moment.seconds / 60 % 60, width: count)
        case "s": return number(moment.seconds % 60, width: count)
        default: return ""
        }
    }
}
