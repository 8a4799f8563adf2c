import Foundation
import Spreadsheet
import SpreadsheetReading

/// Dates, times and spans of time as ISO 8601 has them, out of serial numbers.
///
/// Nothing of what the cell holds is lost: a time that a format does not show is written all the same.
struct DateBytes {
    private static let millisecondsOfDay = 86_400_000.0
    private let shift: Int
    private var lastDay = Int.min
    private var lastText: [UInt8] = []

    init(uses1904: Bool) { shift = uses1904 ? 1462 : 0 }

    /// Writes a serial number as what its format shows; false when it is none that can be.
    mutating func write(
        _ text: UnsafePointer<UInt8>, _ count: Int, as kind: ValueKind, _ output: RowBuffer
    ) -> Bool {
        guard let serial = Self.serial(text, count) else { return false }
        if kind == .duration {
            writeDuration(serial, output)
            return true
        }
        guard serial >= 0, serial < 2_958_466 else { return false }
        var days = Int(serial)
        var milliseconds = Int(((serial - Double(days)) * Self.millisecondsOfDay).rounded())
        if milliseconds == Int(Self.millisecondsOfDay) {
            milliseconds = 0
            days += 1
        }
        output.reserve(32)
        // A serial below 1 with a format for times is a time of day.
        let isTime = kind == .time && days == 0
        if !isTime { writeDay(days, output) }
        if kind != .date || milliseconds != 0 {
            if isTime {
                writeClock(milliseconds, output)
            } else {
                output.bytes[output.count] = UInt8(ascii: "T")
                output.count += 1
                writeClock(milliseconds, output)
            }
        }
        return true
    }

    private static func serial(_ text: UnsafePointer<UInt8>, _ count: Int) -> Double? {
        guard count > 0, count < 40 else { return nil }
        var whole = 0
        for index in 0..<count {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9, index < 15 else { return general(text, count) }
            whole = whole * 10 + Int(digit)
        }
        return Double(whole)
    }

    private static func general(_ text: UnsafePointer<UInt8>, _ count: Int) -> Double? {
        let value = Double(String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
        return value.flatMap { $0.isFinite ? $0 : nil }
    }

    private mutating func writeDay(_ days: Int, _ output: RowBuffer) {
        if days != lastDay {
            lastDay = days
            let serial = Decimal(days)
            let date = DateValue(serial: serial, uses1904: shift != 0, showsDay: true, showsTime: false)
            lastText = Array((date?.iso8601 ?? "\(days)").utf8)
        }
        lastText.withUnsafeBufferPointer {
            if let start = $0.baseAddress { memcpy(output.bytes + output.count, start, $0.count) }
        }
        output.count += lastText.count
    }

    private func writeClock(_ milliseconds: Int, _ output: RowBuffer) {
        let seconds = milliseconds / 1000
        two(seconds / 3600, output)
        colon(output)
        two(seconds / 60 % 60, output)
        colon(output)
        two(seconds % 60, output)
        fraction(milliseconds % 1000, output)
    }

    private func writeDuration(_ serial: Double, _ output: RowBuffer) {
        output.reserve(48)
        let milliseconds = Int((min(abs(serial), 1e9) * Self.millisecondsOfDay).rounded())
        if serial < 0, milliseconds > 0 {
            output.bytes[output.count] = UInt8(ascii: "-")
            output.count += 1
        }
        let hours = milliseconds / 3_600_000
        if hours > 99 {
            for byte in String(hours).utf8 {
                output.bytes[output.count] = byte
                output.count += 1
            }
        } else {
            two(hours, output)
        }
        colon(output)
        two(milliseconds / 60_000 % 60, output)
        colon(output)
        two(milliseconds / 1000 % 60, output)
        fraction(milliseconds % 1000, output)
    }

    private func fraction(_ milliseconds: Int, _ output: RowBuffer) {
        guard milliseconds > 0 else { return }
        output.bytes[output.count] = UInt8(ascii: ".")
        output.bytes[output.count + 1] = UInt8(ascii: "0") + UInt8(milliseconds / 100)
        output.count += 2
        two(milliseconds % 100, output)
    }

    private func two(_ number: Int, _ output: RowBuffer) {
        output.bytes[output.count] = UInt8(ascii: "0") + UInt8(number / 10)
        output.bytes[output.count + 1] = UInt8(ascii: "0") + UInt8(number % 10)
        output.count += 2
    }

    private func colon(_ output: RowBuffer) {
        output.bytes[output.count] = UInt8(ascii: ":")
        output.count += 1
    }
}
