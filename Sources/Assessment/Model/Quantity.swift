import Foundation

/// An amount as a person writes it: a number with its unit, a percentage, or words alone.
///
/// `21场`, `61 名`, `95%`, `13,628,965.89`, `近200名`, `2022年6月`. A percentage keeps the number as written: 94.26 with unit `%`.
public struct Quantity: Hashable, Sendable {
    /// The number as written, or nil when the text is not one number with its unit.
    public var number: Decimal?
    /// What follows the number: `场`, `%`, `人次`; empty when nothing does.
    public var unit: String
    /// The text as it stood, with outer spaces taken away.
    public var text: String
    /// Decimal places that the number shows.
    public var precision: Int
    /// Said to be near, not exact: 近, 约, 余, 多.
    public var isApproximate = false
    /// A calendar month or day as a comparable number (20220600 for 2022年6月), or nil.
    public var date: Int?

    /// Whether the number is a percentage.
    public var isPercentage: Bool { unit == "%" }

    /// A quantity by its parts.
    public init(number: Decimal?, unit: String, text: String, precision: Int) {
        self.number = number
        self.unit = unit
        self.text = text
        self.precision = precision
    }

    /// Reads a quantity. A unit given apart (a column 度量单位) is used when the text has none of its own.
    public init(_ raw: String, unit givenUnit: String = "") {
        let plain = TextNormalizer.narrowed(raw)
        self.init(number: nil, unit: TextNormalizer.narrowed(givenUnit), text: plain, precision: 0)
        if let date = Self.date(in: plain) {
            self.date = date
            return
        }
        var rest = Substring(plain)
        for word in ["约", "近", "大约", "超过"] where rest.hasPrefix(word) {
            isApproximate = true
            rest = rest.dropFirst(word.count)
        }
        guard let scanned = DecimalText.scan(rest) else { return }
        var tail = String(scanned.rest).trimmingCharacters(in: .whitespaces)
        for word in ["余", "多", "左右"] where tail.hasPrefix(word) {
            isApproximate = true
            tail = String(tail.dropFirst(word.count))
        }
        // A second number in the tail means that the text is a sentence, not a quantity: 21场，惠及200人.
        guard !tail.contains(where: { $0.isASCII && $0.isNumber || "，。；、,;".contains($0) }), tail.count <= 8 else {
            return
        }
        number = scanned.number
        precision = scanned.precision
        if !tail.isEmpty { unit = tail }
    }

    /// 2022年6月, 2022年6月30日, 2021.12.31, 2021/12/31, 2021-12-31, 2022-06.
    static func date(in text: String) -> Int? {
        var numbers: [Int] = []
        var current: Int?
        for character in text {
            if let digit = character.wholeNumberValue, character.isASCII {
                current = (current ?? 0) * 10 + digit
                if let current, current > 9999 { return nil }
            } else if "年月日./-".contains(character) {
                if let current { numbers.append(current) }
                current = nil
            } else if character == "底" || character == "前" {
                continue
            } else {
                return nil
            }
        }
        if let current { numbers.append(current) }
        let hasMark = text.contains("年") || text.contains("-") || text.contains("/") || text.contains(".")
        guard hasMark, (2...3).contains(numbers.count), (1900...2200).contains(numbers[0]),
            (1...12).contains(numbers[1])
        else { return nil }
        let day = numbers.count == 3 ? numbers[2] : 0
        guard (0...31).contains(day) else { return nil }
        return numbers[0] * 10_000 + numbers[1] * 100 + day
    }
}
