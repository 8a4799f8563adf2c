import Assessment
import Foundation
import Spreadsheet

/// How amounts stand in a message: as the amount beside them does, with its thousands separators and no fewer places.
enum AmountStyle {
    /// - Parameter like: An amount as the file writes it: 13,000,000.00.
    static func text(_ value: Decimal, like other: String) -> String {
        let plain = TextNormalizer.narrowed(other)
        let places = plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        let own = max(-value.exponent, 0)
        let text = DecimalText.text(value, places: max(places, own))
        guard plain.contains(",") else { return text }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let digits = (parts.first ?? "").filter { $0 != "-" }
        var whole = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { whole.append(",") }
            whole.append(digit)
        }
        return (text.hasPrefix("-") ? "-" : "") + whole + (parts.count > 1 ? "." + parts[1] : "")
    }
}
