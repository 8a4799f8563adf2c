import Foundation

/// A band of the total that has a name: 优 [90, 100].
public struct Grade: Hashable, Sendable {
    /// 优, 良, 中, 差.
    public var name: String
    /// The lowest total of the band, itself included; the next higher band begins where this one ends.
    public var from: Decimal

    /// The number itself belongs to the next lower band: 90分（不含）以上, >90.
    public var isAbove = false
    /// The form writes the number into both bands (85-95分, 95-100分): it may be this grade's or the next lower one's.
    public var mayBeBelow = false

    /// What grades are commonly called.
    public static let names: Set<String> = [
        "优", "良", "中", "差", "优秀", "良好", "中等", "合格", "基本合格", "不合格", "及格", "不及格", "一般", "较差", "好", "较好", "一等", "二等", "三等",
        "四等", "五等",
    ]

    /// Names of bands where numbers stand beside them: what else counts as one there.
    static let words: [String] =
        Array(names) + [
            "一级", "二级", "三级", "四级", "一档", "二档", "三档", "四档", "优良", "达标", "基本达标", "不达标", "a", "b", "c", "d", "e",
        ]

    private static let keys = Set(words.map(TextKey.init))
    /// What a name of a grade may end with.
    private static let lasts = Set((words + ["级", "等", "档"]).compactMap { $0.unicodeScalars.last?.value })

    /// Whether a text may end with the name of a grade, by its last letter: most texts do not.
    public static func mayEnd(_ text: some StringProtocol) -> Bool {
        guard let last = text.unicodeScalars.last?.value else { return false }
        return lasts.contains((0x41...0x5A).contains(last) ? last + 32 : last)
    }

    /// Whether a text is the name of a grade, or one of the letters that stand for one, and nothing else: 优, 一等, A级.
    public static func isName(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        return keys.contains(TextKey(key))
            || ["级", "等", "档"].contains { key.hasSuffix($0) && keys.contains(TextKey(String(key.dropLast()))) }
    }

    /// Whether a total reaches the band.
    func takes(_ total: Decimal) -> Bool { isAbove ? total > from : total >= from }

    /// A grade by its name and lowest total.
    public init(name: String, from: Decimal) {
        self.name = name
        self.from = from
    }
}
