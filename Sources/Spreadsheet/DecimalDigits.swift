import Foundation

/// Rounding and digits of decimal numbers, the same in every room.
public enum DecimalDigits {
    /// Half up to a number of places: 9.425 to two places is 9.43. Half of a negative number goes away from zero.
    public static func rounded(_ value: Decimal, places: Int) -> Decimal {
        var source = value
        var result = Decimal()
        NSDecimalRound(&result, &source, places, .plain)
        return result
    }

    /// The digits of a number as it is, with zeros up to at least so many places: 5.5 to two places is `5.50`.
    public static func padded(_ value: Decimal, places: Int) -> String {
        var text = "\(value)"
        guard places > 0 else { return text }
        var shown = 0
        if let point = text.firstIndex(of: ".") {
            shown = text.distance(from: point, to: text.endIndex) - 1
        } else {
            text += "."
        }
        return text + String(repeating: "0", count: max(0, places - shown))
    }

    /// Digits with zeros before them up to a width: 7 of width 2 is `07`.
    public static func padded(_ number: Int, width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
