import Foundation

/// A date, a time, or both, as a number cell with a date format holds it.
public struct DateValue: Hashable, Sendable {
    /// Year, month and day, or nil for a time of day alone.
    public var day: (year: Int, month: Int, day: Int)? {
        hasDay ? (year, month, dayOfMonth) : nil
    }
    /// Seconds since midnight, or nil for a date alone.
    public var secondsOfDay: Int?
    /// The serial number as stored, in the 1900 or 1904 system of its workbook.
    public var serial: Decimal

    private var hasDay: Bool
    private var year: Int
    private var month: Int
    private var dayOfMonth: Int

    /// A value by its parts; `day` and `secondsOfDay` may each be left out, not both.
    public init(day: (year: Int, month: Int, day: Int)?, secondsOfDay: Int?, serial: Decimal) {
        hasDay = day != nil
        year = day?.year ?? 0
        month = day?.month ?? 0
        dayOfMonth = day?.day ?? 0
        self.secondsOfDay = secondsOfDay
        self.serial = serial
    }

    /// The parts of a serial number. `nil` for a negative serial, or one past the year 9999.
    ///
    /// In the 1900 system serial 60 is the 29th of February 1900, a day that never was; it is given as such, as Excel does.
    public init?(serial: Decimal, uses1904: Bool, showsDay: Bool, showsTime: Bool) {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var source = serial
        var whole = Decimal()
        NSDecimalRound(&whole, &source, 0, .down)
        var fraction = (serial - whole) * 86_400
        var rounded = Decimal()
        NSDecimalRound(&rounded, &fraction, 0, .plain)
        var days = NSDecimalNumber(decimal: whole).intValue
        var seconds = NSDecimalNumber(decimal: rounded).intValue
        if seconds == 86_400 {
            seconds = 0
            days += 1
        }
        var parts: (Int, Int, Int)
        if uses1904 {
            parts = Self.civil(daysFrom1970: days - 24_107)
        } else if days == 60 {
            parts = (1900, 2, 29)
        } else {
            parts = Self.civil(daysFrom1970: (days < 60 ? days + 1 : days) - 25_569)
        }
        if !showsDay { parts = (0, 0, 0) }
        self.init(day: showsDay ? parts : nil, secondsOfDay: showsTime ? seconds : nil, serial: serial)
    }

    /// ISO 8601: `2022-06-30`, `2022-06-30T08:15:00` or `08:15:00`.
    public var iso8601: String {
        var text = ""
        if hasDay {
            text =
                "\(DecimalDigits.padded(year, width: 4))-\(DecimalDigits.padded(month, width: 2))-\(DecimalDigits.padded(dayOfMonth, width: 2))"
        }
        if let secondsOfDay {
            let clock = [secondsOfDay / 3600, secondsOfDay / 60 % 60, secondsOfDay % 60]
            text += (hasDay ? "T" : "") + clock.map { DecimalDigits.padded($0, width: 2) }.joined(separator: ":")
        }
        return text
    }

    /// Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
    package static func daysFrom1970(_ day: (year: Int, month: Int, day: Int)) -> Int {
        let year = day.month <= 2 ? day.year - 1 : day.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The civil date of a count of days from 1970-01-01, in the proleptic Gregorian calendar.
    private static func civil(daysFrom1970 days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
