import Foundation
import Spreadsheet

/// Renders a serial number through a section of date tokens.
struct DateRenderer {
    let section: NumberFormatSection

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["日", "一", "二", "三", "四", "五", "六"]
    private static let days = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]

    /// The text; nil for a serial number that is no date.
    func text(_ value: Decimal, uses1904: Bool) -> String? {
        if section.isElapsed { return elapsed(value) }
        guard let date = DateValue(serial: value, uses1904: uses1904, showsDay: true, showsTime: true),
            let day = date.day, let seconds = date.secondsOfDay
        else { return nil }
        let whole = NSDecimalNumber(decimal: value).intValue + (uses1904 ? 1462 : 0)
        // Serial 1 is taken for a Sunday by Excel; from March 1900 on, weekdays are right.
        let weekday = (whole + 6) % 7
        let isHalved = section.tokens.contains { if case .half = $0 { true } else { false } }
        var result = ""
        for token in section.tokens {
            switch token {
            case .literal(let text): result += text
            case .slash: result += "/"
            case .point: result += "."
            case .thousands: result += ","
            case .half(let morning, let evening): result += seconds < 43_200 ? morning : evening
            case .date(let letter, let count):
                result += part(letter, count, day, seconds, weekday: weekday, halved: isHalved)
            default: break
            }
        }
        return result
    }

    private func part(
        _ letter: Character, _ count: Int, _ day: (year: Int, month: Int, day: Int), _ seconds: Int, weekday: Int,
        halved: Bool
    ) -> String {
        switch letter {
        case "y":
            return count <= 2
                ? DecimalDigits.padded(day.year % 100, width: 2) : DecimalDigits.padded(day.year, width: 4)
        case "e": return String(day.year)
        case "M":
            switch count {
            case 3: return String(Self.months[day.month - 1].prefix(3))
            case 4: return Self.months[day.month - 1]
            case 5: return String(Self.months[day.month - 1].prefix(1))
            default: return DecimalDigits.padded(day.month, width: count)
            }
        case "d":
            switch count {
            case 3: return String(Self.days[weekday].prefix(3))
            case 4...: return Self.days[weekday]
            default: return DecimalDigits.padded(day.day, width: count)
            }
        case "a": return count >= 4 ? "星期" + Self.weekdays[weekday] : Self.weekdays[weekday]
        case "h":
            let hour = seconds / 3600
            return DecimalDigits.padded(halved ? (hour + 11) % 12 + 1 : hour, width: count)
        case "m": return DecimalDigits.padded(seconds / 60 % 60, width: count)
        case "s": return DecimalDigits.padded(seconds % 60, width: count)
        default: return ""
        }
    }

    /// A span of time: the first of its parts counts past its usual end.
    private func elapsed(_ value: Decimal) -> String {
        let seconds = NSDecimalNumber(decimal: NumberText.rounded(abs(value) * 86_400, places: 0)).intValue
        var result = value < 0 ? "-" : ""
        for token in section.tokens {
            switch token {
            case .literal(let text): result += text
            case .elapsed("h", let count): result += DecimalDigits.padded(seconds / 3600, width: count)
            case .elapsed("m", let count): result += DecimalDigits.padded(seconds / 60, width: count)
            case .elapsed(_, let count): result += DecimalDigits.padded(seconds, width: count)
            case .date("h", let count): result += DecimalDigits.padded(seconds / 3600 % 24, width: count)
            case .date("m", let count): result += DecimalDigits.padded(seconds / 60 % 60, width: count)
            case .date("s", let count): result += DecimalDigits.padded(seconds % 60, width: count)
            case .point: result += "."
            default: break
            }
        }
        return result
    }
}
