import Foundation
import Spreadsheet

/// A date or time of a judge, from its ISO text.
struct Moment {
    /// Days since 1970, where it has a date.
    private var day: Int?
    /// Seconds since midnight.
    private var seconds = 0.0

    /// What two roundings to the second may differ by, and a thousandth for binary fractions.
    private static let tolerance = 0.501
    private static let dayLength = 86_400.0

    init(_ text: String) {
        let halves = text.split(separator: "T")
        if text.contains("-"), let date = halves.first {
            let parts = date.split(separator: "-").compactMap { Int($0) }
            if parts.count == 3 { day = Self.number(parts[0], parts[1], parts[2]) }
        }
        if text.contains(":"), let clock = halves.last {
            seconds = clock.split(separator: ":").compactMap { Double($0) }.reduce(0) { $0 * 60 + $1 }
        }
    }

    /// Our dates have the parts that the format shows, the judges' those that the number has. So the parts that both have must be the same, and those that
    /// we leave out must stand in our serial number.
    func agrees(with date: DateValue) -> Bool {
        let serial = NSDecimalNumber(decimal: date.serial).doubleValue
        let rest = (serial - serial.rounded(.down)) * Self.dayLength
        let clock = date.secondsOfDay.map(Double.init) ?? rest
        guard let day else {
            return serial * Self.dayLength < Self.dayLength + Self.tolerance && isSameTime(clock)
        }
        let theirs = Double(day) * Self.dayLength + seconds
        if let ours = date.day.flatMap({ Self.number($0.year, $0.month, $0.day) }) {
            let start = Double(ours) * Self.dayLength
            // A moment before midnight is shown as the next day's beginning.
            let isRounded = date.secondsOfDay == nil && Self.dayLength - rest < Self.tolerance
            return abs(start + (isRounded ? 0 : clock) - theirs) <= Self.tolerance
        }
        // A time alone: the day is told from the serial number, in the one system or the other. Before March 1900 numbers are one off.
        let offset = serial < 60 ? 1.0 : 0
        let starts = [25_569 - offset, 25_569, 24_107]
        let isSameDay = starts.contains { start in
            let ours = (serial - start) * Self.dayLength
            return abs(ours - theirs) <= Self.tolerance
        }
        return isSameDay && isSameTime(clock)
    }

    private func isSameTime(_ clock: Double) -> Bool {
        let gap = abs(clock - seconds.truncatingRemainder(dividingBy: Self.dayLength))
        return min(gap, Self.dayLength - gap) <= Self.tolerance
    }

    /// Days since 1970 of a date of the Gregorian calendar.
    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let date = calendar.date(from: DateComponents(year: year, month: month, day: day))
        return date.map { Int(($0.timeIntervalSince1970 / dayLength).rounded()) }
    }
}
