import Foundation
import Spreadsheet

/// Numbers in Chinese numerals before a word that counts: 三项, 十二次, 一百二十人.
enum ChineseNumeral {
    private static let digits: [Character: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let places: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
    /// Words that count: 一级, 一类 and 一般 are no numbers.
    private static let counters: Set<String> = [
        "个", "项", "次", "场", "场次", "期", "家", "人", "名", "人次", "件", "份", "篇", "台", "套", "户", "处", "条", "起", "例", "批", "辆",
        "座", "所", "张", "册",
        "本", "门", "届", "天", "个月", "万元", "元", "米", "公里", "亩", "吨", "宗", "部", "间", "支", "村", "社区",
    ]

    /// The numeral at the start of a text, where a word that counts is all that follows.
    static func scan(_ text: Substring) -> (number: Decimal, unit: String)? {
        let numeral = text.prefix { digits[$0] != nil || places[$0] != nil }
        let unit = String(text.dropFirst(numeral.count)).trimmingCharacters(in: .whitespaces)
        guard !numeral.isEmpty, counters.contains(unit) else { return nil }
        var (value, digit) = (0, 0)
        var isPending = false
        for character in numeral {
            if let place = places[character] {
                value += (isPending ? digit : 1) * place
                (digit, isPending) = (0, false)
            } else if let next = digits[character] {
                guard !isPending || digit == 0 else { return nil }
                (digit, isPending) = (next, true)
            }
        }
        return (Decimal(value + digit), unit)
    }

    /// Whether a text has a character that may be a numeral.
    static func isIn(_ text: String) -> Bool { text.contains { digits[$0] != nil || places[$0] != nil || $0 == "半" } }
}
