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

    /// The numeral at the start of a text, where a word that counts is all that follows: 十二次, 三点五公里.
    static func scan(_ text: Substring) -> (number: Decimal, unit: String)? {
        let numeral = text.prefix(while: isNumeral)
        let unit = String(text.dropFirst(numeral.count)).trimmingCharacters(in: .whitespaces)
        guard let number = number(numeral) else { return nil }
        if counters.contains(unit) { return (number, unit) }
        // 三万人.
        guard unit.hasPrefix("万"), counters.contains(String(unit.dropFirst())) else { return nil }
        return (number * 10_000, String(unit.dropFirst()))
    }

    /// A text with its Chinese percentages in figures: 百分之九十五点五 is 95.5%, 九成五 95%, 百分百 100%.
    static func withFigures(_ text: String) -> String {
        guard text.contains("百分") || text.contains("成") || text.contains("千分之") else { return text }
        let letters = Array(text)
        var plain = ""
        var index = 0
        while index < letters.count {
            if let (figure, end) = share(letters, index) ?? tenths(letters, index) {
                plain += figure
                index = end
            } else {
                plain.append(letters[index])
                index += 1
            }
        }
        return plain
    }

    /// 百分之三十, 百分之百, 百分百, 千分之五.
    private static func share(_ letters: [Character], _ start: Int) -> (String, Int)? {
        let rest = letters[start...]
        if rest.starts(with: "百分百") { return ("100%", start + 3) }
        guard let lead = ["百分之", "千分之"].first(where: { rest.starts(with: $0) }) else { return nil }
        let numeral = rest.dropFirst(lead.count).prefix(while: isNumeral)
        guard let number = number(Substring(String(numeral))) else { return nil }
        return ("\(number)" + (lead == "百分之" ? "%" : "‰"), start + lead.count + numeral.count)
    }

    /// 三成, 九成五, 八成半: not 三成员, and not the end of a longer numeral.
    private static func tenths(_ letters: [Character], _ start: Int) -> (String, Int)? {
        guard start + 1 < letters.count, letters[start + 1] == "成", start == 0 || !isNumeral(letters[start - 1]),
            let tens = letters[start] == "十" ? 10 : digits[letters[start]], tens > 0, letters[start] != "两"
        else { return nil }
        var (end, ones) = (start + 2, 0)
        if end < letters.count, let digit = letters[end] == "半" ? 5 : digits[letters[end]] {
            (end, ones) = (end + 1, digit)
        }
        if end < letters.count, letters[end].isLetter, !["以", "左", "及", "的", "多", "余"].contains(letters[end]) {
            return nil
        }
        return ("\(tens * 10 + ones)%", end)
    }

    private static func isNumeral(_ letter: Character) -> Bool {
        digits[letter] != nil || places[letter] != nil || letter == "点"
    }

    /// 一百二十, 九十五点五; nil for what is no number.
    private static func number(_ numeral: Substring) -> Decimal? {
        let parts = numeral.split(separator: "点", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= 2 else { return nil }
        var (value, digit) = (0, 0)
        var isPending = false
        for character in whole {
            if let place = places[character] {
                value += (isPending ? digit : 1) * place
                (digit, isPending) = (0, false)
            } else if let next = digits[character] {
                guard !isPending || digit == 0 else { return nil }
                (digit, isPending) = (next, true)
            }
        }
        guard parts.count == 2 else { return Decimal(value + digit) }
        let places = parts[1].compactMap { digits[$0] }
        guard !places.isEmpty, places.count == parts[1].count else { return nil }
        return DecimalText.number("\(value + digit)." + places.map(String.init).joined())
    }

    /// Whether a text has a character that may be a numeral.
    static func isIn(_ text: String) -> Bool { text.contains { digits[$0] != nil || places[$0] != nil || $0 == "半" } }
}
