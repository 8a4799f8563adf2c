import Foundation
import Spreadsheet

/// The units that amounts of money are given in. All are powers of ten of the yuan (元), so that conversion is exact.
public enum MoneyUnit: String, CaseIterable, Sendable, CustomStringConvertible {
    /// The yuan.
    case yuan = "元"
    /// A thousand.
    case thousand = "千元"
    /// Ten thousand, the unit of most forms.
    case tenThousand = "万元"
    /// A million.
    case million = "百万元"
    /// A hundred million.
    case hundredMillion = "亿元"

    /// Its word.
    public var description: String { rawValue }

    /// The power of ten of the yuan that one of the unit is.
    public var power: Int {
        switch self {
        case .yuan: 0
        case .thousand: 3
        case .tenThousand: 4
        case .million: 6
        case .hundredMillion: 8
        }
    }

    /// A unit by the word that a person gave.
    ///
    /// - Throws: `ToolError` (64) for another word.
    public static func named(_ word: String, option: String) throws -> MoneyUnit {
        guard let scale = MoneyUnit(rawValue: TextNormalizer.key(word)) else {
            throw ToolError(
                code: .usage, message: "不认识的单位：\(word)",
                advice: "\(option) 只能写 \(allCases.map(\.rawValue).joined(separator: "、"))。")
        }
        return scale
    }

    /// An amount in another unit. Only the point moves: every digit is kept, so sums are too.
    public func converted(_ value: Decimal, to other: MoneyUnit) -> Decimal {
        guard power != other.power else { return value }
        var result = Decimal(sign: .plus, exponent: power - other.power, significand: value)
        NSDecimalCompact(&result)
        return result
    }

    /// How amounts are converted, for a person: `÷10000`.
    public func step(to other: MoneyUnit) -> String {
        let distance = power - other.power
        return (distance < 0 ? "÷1" : "×1") + String(repeating: "0", count: abs(distance))
    }

    /// The unit that a title, a heading or a label states: `单位：万元`, `金额单位:元`, `万元` alone, `…表（万元）`; nil when it states none.
    public static func stated(in text: String) -> MoneyUnit? {
        // The word is in every unit: most texts are not looked at further.
        guard text.unicodeScalars.contains("元") else { return nil }
        let plain = TextNormalizer.narrowed(text)
        if let alone = MoneyUnit(rawValue: TextNormalizer.key(plain)) { return alone }
        var rest = plain[...]
        while let found = rest.range(of: "单位") {
            rest = rest[found.upperBound...]
            var unit = rest.drop { $0 == ":" || $0 == " " }
            if unit.hasPrefix("人民币") { unit = unit.dropFirst(3) }
            // 单位：元某某局 begins with the word, and is the name of an office.
            let word = unit.prefix { !" ),;、/|]".contains($0) }
            if let scale = MoneyUnit(rawValue: String(word)), unit.dropFirst(word.count).first != "/" { return scale }
        }
        return bracketed(in: plain)?.unit
    }

    /// The unit in brackets in a heading, and where its word stands: `金额（元）`, `借方（单位：万元）`.
    public static func bracketed(in text: String) -> (unit: MoneyUnit, range: Range<String.Index>)? {
        let scalars = text.unicodeScalars
        var open: String.Index?
        for index in scalars.indices {
            switch scalars[index] {
            case "(", "（", "[", "【": open = scalars.index(after: index)
            case ")", "）", "]", "】":
                guard let start = open else { continue }
                open = nil
                let inside = text[start..<index]
                let key = TextNormalizer.key(String(inside))
                for scale in allCases
                where ["", "单位", "金额单位", "人民币", "单位人民币"].contains(where: { key == $0 + scale.rawValue }) {
                    if let range = inside.range(of: scale.rawValue) { return (scale, range) }
                }
            default: continue
            }
        }
        return nil
    }

    /// A heading that says this unit: the unit in its brackets replaced, or added in brackets of its own.
    public func heading(_ text: String) -> String {
        guard let found = Self.bracketed(in: text) else { return text + "（\(rawValue)）" }
        return text.replacingCharacters(in: found.range, with: rawValue)
    }

    /// Whether a text is there only to say the unit: `单位：万元`, `金额单位：元`, `单位：万元、%、分`, `万元`.
    public static func isStatement(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        if MoneyUnit(rawValue: key) != nil { return true }
        for prefix in ["金额单位", "计量单位", "单位"] where key.hasPrefix(prefix) {
            return allCases.contains { key.dropFirst(prefix.count).hasPrefix($0.rawValue) }
        }
        return false
    }
}
