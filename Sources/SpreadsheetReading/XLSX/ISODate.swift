import Foundation
import Spreadsheet

/// Dates written out, as strict files have them.
package enum ISODate {
    /// The serial number of `2022-06-30`, `2022-06-30T08:15:00` or `08:15:00`; nil when it is none of them.
    static func serial(_ text: String, uses1904: Bool) -> Decimal? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        var result = Decimal(0)
        let day = parts.first.map { $0.split(separator: "-").map { Int($0) } } ?? []
        if text.contains("-") {
            guard day.count == 3, let year = day[0], let month = day[1], let date = day[2], (1...12).contains(month),
                (1...31).contains(date), (1900...9999).contains(year)
            else { return nil }
            let days = DateValue.daysFrom1970((year, month, date))
            let serial = days + (uses1904 ? 24_107 : 25_569)
            result = Decimal(!uses1904 && serial < 61 ? serial - 1 : serial)
        }
        guard let clock = text.contains("-") ? parts.dropFirst().first : parts.first, clock.contains(":") else {
            return text.contains("-") ? result : nil
        }
        let pieces = clock.prefix { $0 != "Z" && $0 != "+" }.split(separator: ":").map {
            Decimal(string: String($0), locale: Locale(identifier: "en_US_POSIX"))
        }
        guard pieces.count >= 2, let hours = pieces[0], let minutes = pieces[1] else { return nil }
        let seconds = pieces.count > 2 ? pieces[2] ?? 0 : 0
        return result + (hours * 3600 + minutes * 60 + seconds) / 86_400
    }

    /// What a format shows of a date that is written out; nil for what is none, or a format that shows none.
    package static func shown(_ text: String, _ format: NumberFormat, _ uses1904: Bool) -> String? {
        guard format.kind != .number, let serial = serial(text, uses1904: uses1904) else { return nil }
        return format.shown(serial, uses1904: uses1904)
    }

    /// Without a time that says nothing: `2022-06-30T00:00:00` is 2022-06-30.
    package static func tidy(_ text: String) -> String {
        var text = text.hasSuffix("Z") ? String(text.dropLast()) : text
        if let point = text.lastIndex(of: "."), text[text.index(after: point)...].allSatisfy({ $0 == "0" }) {
            text = String(text[..<point])
        }
        return text.hasSuffix("T00:00:00") ? String(text.dropLast(9)) : text
    }
}
