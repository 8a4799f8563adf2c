import Foundation
import Spreadsheet

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
    /// Which way something changed, where the text says so: 增长5%, 下降3%. The number itself has no sign.
    public var change: Change?
    /// A calendar day or span of days; nil when the text is none.
    public var period: DatePeriod?

    /// Which way something changed.
    public enum Change: Hashable, Sendable {
        /// 增长, 提高.
        case up
        /// 下降, 减少.
        case down
    }

    /// A calendar month or day as a comparable number (20220600 for 2022年6月), or nil.
    public var date: Int? { period?.number }

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
        guard raw.utf8.count + givenUnit.utf8.count <= Self.longestKept else {
            self.init(reading: raw, unit: givenUnit)
            return
        }
        self = Self.known.value(of: "\(raw)\u{0}\(givenUnit)") { Quantity(reading: raw, unit: givenUnit) }
    }

    private static let known = Memo<Quantity>()
    /// Bytes of the longest text that is kept: what is longer is prose.
    private static let longestKept = 60

    private init(reading raw: String, unit givenUnit: String) {
        let plain = ChineseNumeral.withFigures(TextNormalizer.narrowed(raw))
        self.init(number: nil, unit: TextNormalizer.narrowed(givenUnit), text: plain, precision: 0)
        period = DatePeriod(plain)
        if period != nil { return }
        var rest = Substring(plain)
        if let (word, found) = Self.changeWord(rest) {
            change = found
            rest = rest.dropFirst(word.count)
        }
        for word in ["约", "近", "大约", "超过"] where rest.hasPrefix(word) {
            isApproximate = true
            rest = rest.dropFirst(word.count)
        }
        guard let scanned = DecimalText.scan(rest) else {
            if let numeral = ChineseNumeral.scan(rest) {
                number = numeral.number
                unit = numeral.unit
            } else {
                change = nil
            }
            return
        }
        var tail = String(scanned.rest).trimmingCharacters(in: .whitespaces)
        for word in ["余", "多", "左右"] where tail.hasPrefix(word) {
            isApproximate = true
            tail = String(tail.dropFirst(word.count))
        }
        // A second number in the tail means that the text is a sentence, not a quantity: 21场，惠及200人.
        guard !tail.contains(where: { $0.isASCII && $0.isNumber || "，。；、,;".contains($0) }), tail.count <= 8 else {
            change = nil
            return
        }
        number = scanned.number
        precision = scanned.precision
        if !tail.isEmpty { unit = tail }
    }

    private static let beforeChange = ["同比", "环比", "比上年", "较上年", "比上年度", "较上年度", "比去年", "较去年", "年均", "平均"]
    private static let changes: [(String, Change)] = [
        ("增长率", .up), ("增长", .up), ("增加", .up), ("增幅", .up), ("提高", .up), ("提升", .up), ("上升", .up), ("下降率", .down),
        ("下降", .down),
        ("降低", .down), ("减少", .down), ("压减", .down), ("压缩", .down), ("下浮", .down),
    ]

    /// The ways of change that the words of a name tell: 降低率, 降幅, 增速.
    static func changes(in name: String) -> [Change] {
        let words = changes + [("降幅", .down), ("增速", .up), ("增量", .up)]
        return words.filter { name.contains($0.0) }.map(\.1)
    }

    /// The words of a change that a text begins with: 同比增长.
    static func changeWord(_ text: Substring) -> (word: String, change: Change)? {
        let lead = beforeChange.first { text.hasPrefix($0) } ?? ""
        var rest = text.dropFirst(lead.count)
        guard let (word, change) = changes.first(where: { rest.hasPrefix($0.0) }) else { return nil }
        rest = rest.dropFirst(word.count)
        let link = ["了", "为", "到"].first { $0 != "到" && rest.hasPrefix($0) } ?? ""
        return (lead + word + link, change)
    }
}
