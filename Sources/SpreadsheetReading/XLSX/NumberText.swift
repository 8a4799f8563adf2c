import Foundation
import Spreadsheet

/// Numbers as the file has them, in decimal: no binary floating point takes part.
package enum NumberText {
    /// Significant digits that a spreadsheet shows: 570.53999999999996 is 570.54.
    static let significantDigits = 15

    /// The decimal of a number's text; nil when it is none (`NaN`, words) or beyond 1E±120.
    package static func decimal(_ text: String) -> Decimal? {
        var isNegative = false
        var digits: [UInt8] = []
        var exponent = 0
        var seenPoint = false
        var seenDigit = false
        var index = text.utf8.startIndex
        let bytes = text.utf8
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            index = bytes.index(after: index)
        }
        loop: while index < bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                seenDigit = true
                if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte - UInt8(ascii: "0")) }
                if seenPoint { exponent -= 1 }
            case UInt8(ascii: ".") where !seenPoint:
                seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let shift = Int(text[index...]), abs(shift) < 10_000 else { return nil }
                exponent += shift
                break loop
            default:
                return nil
            }
        }
        guard seenDigit else { return nil }
        if digits.count > significantDigits {
            let roundsUp = digits[significantDigits] >= 5
            exponent += digits.count - significantDigits
            digits = Array(digits.prefix(significantDigits))
            if roundsUp { increment(&digits) }
        }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { return 0 }
        // Beyond what a decimal holds: as a text it stays what it is, as a number it would become another.
        guard abs(exponent) <= 120 else { return nil }
        let significand = digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        return Decimal(sign: isNegative ? .minus : .plus, exponent: exponent, significand: Decimal(significand))
    }

    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        // 999…9 became 1000…0: one digit more, which the caller's trailing zeros take up.
        digits.insert(1, at: 0)
    }

    /// The text of a number without a format: plain digits, in powers of ten only where they would be many.
    package static func general(_ value: Decimal) -> String {
        let size = abs(value)
        if value != 0,
            size >= Decimal(sign: .plus, exponent: 21, significand: 1)
                || size < Decimal(sign: .plus, exponent: -10, significand: 1)
        {
            return scientific(value, places: 14, leastPlaces: 0, leastExponentDigits: 2)
        }
        return "\(value)"
    }

    /// `1.5E+21`.
    static func scientific(_ value: Decimal, places: Int, leastPlaces: Int, leastExponentDigits: Int) -> String {
        var exponent = 0
        var mantissa = abs(value)
        while mantissa >= 10 {
            mantissa /= 10
            exponent += 1
        }
        while mantissa < 1, mantissa != 0 {
            mantissa *= 10
            exponent -= 1
        }
        mantissa = rounded(mantissa, places: places)
        if mantissa >= 10 {
            mantissa /= 10
            exponent += 1
        }
        let power = DecimalDigits.padded(abs(exponent), width: leastExponentDigits)
        return (value < 0 ? "-" : "") + fixed(mantissa, places: leastPlaces, atLeast: true)
            + (exponent < 0 ? "E-" : "E+") + power
    }

    /// Half away from zero.
    static func rounded(_ value: Decimal, places: Int) -> Decimal { DecimalDigits.rounded(value, places: places) }

    /// Digits with so many places; with `atLeast`, more where the number has them.
    static func fixed(_ value: Decimal, places: Int, atLeast: Bool = false) -> String {
        DecimalDigits.padded(atLeast ? value : rounded(value, places: places), places: places)
    }
}
