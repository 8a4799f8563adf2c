import Foundation
import SpreadsheetReading

/// Numbers as a file has them, written as a person would: at most 15 significant digits, no binary leftovers.
struct NumberBytes {
    private static let significant = 15
    private static let zero = UInt8(ascii: "0")
    private static let point = UInt8(ascii: ".")
    private static let minus = UInt8(ascii: "-")

    private var digits = [UInt8](repeating: 0, count: 48)

    /// Whether a text is already as it should be written: digits, few of them, no zero too many.
    @inline(__always)
    static func isCanonical(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count > 0, count <= significant + 1 else { return false }
        var index = text[0] == minus ? 1 : 0
        let first = index
        guard first < count else { return false }
        var pointAt = -1
        while index < count {
            let byte = text[index]
            if byte == point {
                if pointAt >= 0 || index == first { return false }
                pointAt = index
            } else if byte &- zero > 9 {
                return false
            }
            index += 1
        }
        let whole = (pointAt < 0 ? count : pointAt) - first
        if whole > 1, text[first] == zero { return false }
        if pointAt < 0 { return count - first <= significant && !(first == 1 && text[first] == zero) }
        let last = text[count - 1]
        return last != zero && last != point && count - first - 1 <= significant
    }

    /// Writes a number; gives whether the text was one, and writes nothing when it was not.
    mutating func write(_ text: UnsafePointer<UInt8>, _ count: Int, _ output: RowBuffer) -> Bool {
        if Self.isCanonical(text, count) {
            output.reserve(count)
            memcpy(output.bytes + output.count, text, count)
            output.count += count
            return true
        }
        guard let number = read(text, count) else { return false }
        write(number, output)
        return true
    }

    private struct Number {
        var isNegative: Bool
        /// How many of ``digits`` count.
        var count: Int
        /// The power of ten of the last digit.
        var exponent: Int
    }

    /// Takes a number apart; its digits, at most 16 of them, stand in ``digits``.
    private mutating func read(_ text: UnsafePointer<UInt8>, _ length: Int) -> Number? {
        var index = 0
        var number = Number(isNegative: false, count: 0, exponent: 0)
        if length > 0, text[0] == Self.minus || text[0] == UInt8(ascii: "+") {
            number.isNegative = text[0] == Self.minus
            index = 1
        }
        var sawPoint = false
        var sawDigit = false
        // A digit beyond those that are kept.
        var dropped = 0
        loop: while index < length {
            let byte = text[index]
            index += 1
            switch byte {
            case Self.zero...UInt8(ascii: "9"):
                sawDigit = true
                if number.count == 0, byte == Self.zero {
                    if sawPoint { number.exponent -= 1 }
                } else if number.count <= Self.significant {
                    digits[number.count] = byte - Self.zero
                    number.count += 1
                    if sawPoint { number.exponent -= 1 }
                } else if !sawPoint {
                    dropped += 1
                }
            case Self.point where !sawPoint: sawPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let power = Self.power(text + index, length - index) else { return nil }
                number.exponent += power
                break loop
            default: return nil
            }
        }
        guard sawDigit else { return nil }
        number.exponent += dropped
        round(&number)
        return number
    }

    private static func power(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int? {
        guard count > 0, count < 6 else { return nil }
        let isSigned = text[0] == minus || text[0] == UInt8(ascii: "+")
        var value = 0
        guard count > (isSigned ? 1 : 0) else { return nil }
        for index in (isSigned ? 1 : 0)..<count {
            guard text[index] &- zero <= 9 else { return nil }
            value = value * 10 + Int(text[index] - zero)
        }
        return text[0] == minus ? -value : value
    }

    /// To 15 digits, half up, and without zeros at the end.
    private mutating func round(_ number: inout Number) {
        if number.count > Self.significant {
            number.count -= 1
            number.exponent += 1
            if digits[number.count] >= 5 {
                var place = number.count - 1
                while place >= 0, digits[place] == 9 {
                    digits[place] = 0
                    place -= 1
                }
                if place >= 0 {
                    digits[place] += 1
                } else {
                    digits[0] = 1
                    number.exponent += number.count
                    number.count = 1
                }
            }
        }
        while number.count > 0, digits[number.count - 1] == 0 {
            number.count -= 1
            number.exponent += 1
        }
    }

    private func write(_ number: Number, _ output: RowBuffer) {
        output.reserve(64)
        let target = output.bytes
        var place = output.count
        func put(_ byte: UInt8) {
            target[place] = byte
            place += 1
        }
        guard number.count > 0 else {
            put(Self.zero)
            output.count = place
            return
        }
        if number.isNegative { put(Self.minus) }
        // Digits before the point.
        let whole = number.count + number.exponent
        if whole > 21 || whole < -9 {
            put(digits[0] + Self.zero)
            if number.count > 1 {
                put(Self.point)
                for index in 1..<number.count { put(digits[index] + Self.zero) }
            }
            put(UInt8(ascii: "E"))
            put(whole - 1 < 0 ? Self.minus : UInt8(ascii: "+"))
            let power = String(abs(whole - 1))
            if power.utf8.count < 2 { put(Self.zero) }
            for byte in power.utf8 { put(byte) }
        } else if whole <= 0 {
            put(Self.zero)
            put(Self.point)
            for _ in whole..<0 { put(Self.zero) }
            for index in 0..<number.count { put(digits[index] + Self.zero) }
        } else {
            for index in 0..<max(whole, number.count) {
                if index == whole { put(Self.point) }
                put(index < number.count ? digits[index] + Self.zero : Self.zero)
            }
        }
        output.count = place
    }
}
