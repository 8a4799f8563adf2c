import Assessment
import Foundation
import Spreadsheet

/// A number as exports write it in text: `1,234.50`, `１２３`, `(1,234.50)`, `1234.50-`, `¥1,234.50`, `94.26%`.
struct TidyNumber {
    /// The number; of a percentage, the fraction.
    var value: Decimal
    /// Written with a percent sign.
    var isPercentage = false
    /// Decimal places as written; nil for none.
    var places = 0

    /// Reads a whole text; nil when it is no number.
    init?(_ text: String) {
        if let quick = Self.plainDigits(text) {
            (value, places) = quick
            return
        }
        // Most labels are told from numbers by their length or first character.
        guard text.utf8.count <= 60 else { return nil }
        var rest = Substring(TextNormalizer.narrowed(text))
        var isNegative = false
        if rest.hasPrefix("("), rest.hasSuffix(")") {
            isNegative = true
            rest = rest.dropFirst().dropLast()
        }
        if rest.hasSuffix("%") {
            isPercentage = true
            rest = rest.dropLast()
        }
        if let sign = rest.last, sign == "-", rest.count > 1 {
            guard !isNegative else { return nil }
            isNegative = true
            rest = rest.dropLast()
        }
        var hasSign = isNegative
        while let first = rest.first, !(first.isASCII && first.isNumber), first != "." {
            switch first {
            case "-" where !hasSign:
                isNegative = true
                hasSign = true
            case "+" where !hasSign: hasSign = true
            case "¥", "￥", " ": break
            default: return nil
            }
            rest = rest.dropFirst()
        }
        let body = rest.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        guard let number = DecimalText.number(String(body)) else { return nil }
        value = isNegative ? 0 - number : number
        if isPercentage {
            value = Decimal(sign: .plus, exponent: -2, significand: value)
            NSDecimalCompact(&value)
        }
        if let point = body.firstIndex(of: ".") {
            places = body.distance(from: point, to: body.endIndex) - 1
        }
    }

    /// Digits that are no amount whatever column they stand in: with zeros before them, or sixteen and more.
    static func isCode(_ text: String) -> Bool {
        let plain = TextNormalizer.narrowed(text).utf8
        guard plain.count > 1, plain.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return plain.first == 0x30 || plain.count >= 16
    }

    /// The everyday case in one pass over the bytes: digits, their separators, a point, a sign before them.
    private static func plainDigits(_ text: String) -> (Decimal, Int)? {
        var mantissa = 0
        var digits = 0
        var places: Int?
        var isNegative = false
        /// Digits since the last separator; nil before the first.
        var group: Int?
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x30...0x39:
                digits += 1
                guard digits <= 17 else { return nil }
                mantissa = mantissa * 10 + Int(byte - 0x30)
                if let known = places {
                    places = known + 1
                } else if let known = group {
                    group = known + 1
                }
            case 0x2C where places == nil && digits > 0 && group ?? 3 == 3: group = 0
            case 0x2E where places == nil && group ?? 3 == 3: places = 0
            case 0x2D where index == 0: isNegative = true
            default: return nil
            }
        }
        guard digits > 0, group ?? 3 == 3 else { return nil }
        var value = Decimal(
            sign: .plus, exponent: -(places ?? 0), significand: Decimal(isNegative ? -mantissa : mantissa))
        NSDecimalCompact(&value)
        return (value, places ?? 0)
    }
}
