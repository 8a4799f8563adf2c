import Foundation
import Spreadsheet

/// Decimal numbers in text, without binary floating point.
public enum DecimalText {
    /// The number at the start of a text, thousands separators taken out, with what follows it.
    static func scan(_ text: Substring) -> (number: Decimal, precision: Int, rest: Substring)? {
        var digits = ""
        var precision = 0
        var seenPoint = false
        var index = text.startIndex
        if index < text.endIndex, text[index] == "-" || text[index] == "+" {
            if text[index] == "-" { digits = "-" }
            index = text.index(after: index)
        }
        var count = 0
        while index < text.endIndex {
            let character = text[index]
            if character.isASCII, character.isNumber {
                digits.append(character)
                count += 1
                if seenPoint { precision += 1 }
            } else if character == ".", !seenPoint {
                seenPoint = true
                digits.append(character)
            } else if character == ",", !seenPoint, isSeparator(text, at: index) {
                // A separator stands before exactly three digits.
            } else {
                break
            }
            index = text.index(after: index)
        }
        guard count > 0, count <= 30, let number = Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX"))
        else { return nil }
        return (number, precision, text[index...])
    }

    private static func isSeparator(_ text: Substring, at index: Substring.Index) -> Bool {
        let following = text[text.index(after: index)...].prefix { $0.isASCII && $0.isNumber }
        return following.count == 3 && index > text.startIndex
    }

    /// The number that a whole text is, or nil.
    public static func number(_ text: String) -> Decimal? {
        guard let scanned = scan(Substring(TextNormalizer.narrowed(text))), scanned.rest.isEmpty else { return nil }
        return scanned.number
    }

    /// Half up to a number of places: 9.425 to two places is 9.43. Half of a negative number goes away from zero.
    public static func rounded(_ value: Decimal, places: Int) -> Decimal {
        DecimalDigits.rounded(value, places: places)
    }

    /// Shortest text of a number, at least so many places: 5.5 to two places is `5.50`.
    public static func text(_ value: Decimal, places: Int? = nil) -> String {
        guard let places else { return "\(value)" }
        return DecimalDigits.padded(rounded(value, places: places), places: places)
    }
}
