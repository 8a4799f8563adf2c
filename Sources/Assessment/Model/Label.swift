import Foundation
import Spreadsheet

/// A text that names something, taken apart: its words, and what a form says beside them.
///
/// `*产出指标（50分）` is 产出指标 with 50 points and the mark of what must be filled; `其中：1.财政拨款（万元）（A）` is 财政拨款 in 万元 with a tag.
/// Two labels are the same when their names are: one rule for columns, facts, rows of money and levels.
public struct Label: Hashable, Sendable {
    /// The words that are compared: narrow, in small letters, without spaces, colons, quotation marks and all that the other fields hold.
    public private(set) var name: String
    /// 分值 beside the words: 产出指标（50分）.
    public private(set) var points: Decimal?
    /// Longest text in characters: （200字以内）.
    public private(set) var limit: Int?
    /// Unit of money: （万元）.
    public private(set) var unit: MoneyUnit?
    /// The year in it: 2022年度总体目标 is 年度总体目标 of 2022.
    public private(set) var year: Int?
    /// What else stands in brackets behind the words, such as a prompt: （请分条说明）, （盖章）.
    public private(set) var filler: String?
    /// It is marked as one that must be filled: a star, （必填）.
    public private(set) var mark = false
    /// A letter or a formula by which other labels refer to it: （A）, （B/A）.
    public private(set) var tag: String?
    /// It names a part of what stands above it: 其中.
    public private(set) var isPart = false
    /// As it is written, without spaces, points and marks: what a person reads.
    public private(set) var words: String
    private let isLevel: Bool

    /// Takes a label apart.
    ///
    /// - Parameter isLevel: It is a level label, of which a bare number behind the words states the points: 投入16.
    public init(_ text: String, isLevel: Bool = false) {
        guard text.utf8.count <= Self.longestKept else {
            self.init(taking: text, isLevel: isLevel)
            return
        }
        self = (isLevel ? Self.levels : Self.labels).value(of: text) { Label(taking: text, isLevel: isLevel) }
    }

    private static let labels = Memo<Label>()
    private static let levels = Memo<Label>()
    /// Bytes of the longest text that is kept: labels are short.
    private static let longestKept = 120

    private init(taking text: String, isLevel: Bool) {
        name = TextNormalizer.key(text)
        words = text.filter { !$0.isWhitespace }
        self.isLevel = isLevel
        takeFront()
        takeBack()
        if isLevel, points == nil { takeNumber() }
        takeYear()
    }

    /// Whether two labels name the same thing.
    public func matches(_ other: Label) -> Bool { !name.isEmpty && name == other.name }

    /// The name of a text as a label.
    public static func name(of text: String) -> String { Label(text).name }

    // MARK: In front of the words

    private static let stars: Set<Character> = ["*", "★", "☆", "※", "▲"]
    private static let numerals: Set<Character> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    private static let points: Set<Character> = [".", "、", "．"]

    /// Whether something may stand before the words, by their first character: most labels begin with their words.
    private var mayHaveFront: Bool {
        guard let first = name.unicodeScalars.first else { return false }
        switch first {
        case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "其", "【": return true
        default: return first.value < 0x4E00
        }
    }

    private mutating func takeFront() {
        guard mayHaveFront else { return }
        var rest = name[...]
        var isDone = false
        while !isDone, let first = rest.first {
            isDone = true
            if Self.stars.contains(first) {
                mark = true
                rest = rest.dropFirst()
                if let star = words.first, star.isPunctuation || star.isSymbol { words.removeFirst() }
                isDone = false
            } else if rest.hasPrefix("其中"), rest.count > 2 {
                isPart = true
                rest = rest.dropFirst(2).drop { ",，".contains($0) }
                isDone = false
            } else if let length = Self.ordinal(rest), rest.count > length {
                rest = rest.dropFirst(length)
                isDone = false
            } else if first == "(" || first == "[" || first == "【", let inner = Self.bracket(rest),
                rest.count > inner.count + 2, Self.saysMustBeFilled(inner)
            {
                mark = true
                rest = rest.dropFirst(inner.count + 2)
                isDone = false
            }
        }
        if !rest.isEmpty { name = String(rest) }
    }

    /// The characters of a number of a list: `1.`, `一、`, `（二）`, `③`; nil for none.
    private static func ordinal(_ text: Substring) -> Int? {
        guard let first = text.first else { return nil }
        if first.unicodeScalars.first.map({ (0x2460...0x2473).contains($0.value) }) == true { return 1 }
        func count(_ text: Substring) -> Int {
            let digits = text.prefix { $0.isASCII && $0.isNumber }.count
            return digits > 0 ? (digits <= 2 ? digits : 0) : text.prefix { numerals.contains($0) }.count
        }
        if first == "(" {
            let length = count(text.dropFirst())
            return length > 0 && text.dropFirst(length + 1).first == ")" ? length + 2 : nil
        }
        let length = count(text)
        guard length > 0, let mark = text.dropFirst(length).first, points.contains(mark) else { return nil }
        // 2.5万元 is no second item.
        if text.dropFirst(length + 1).first?.isNumber == true { return nil }
        return length + 1
    }

    /// What stands in the bracket that a text begins with.
    private static func bracket(_ text: Substring) -> Substring? {
        guard let close = text.firstIndex(where: { $0 == ")" || $0 == "]" || $0 == "】" }) else { return nil }
        return text[text.index(after: text.startIndex)..<close]
    }

    private static func saysMustBeFilled(_ text: Substring) -> Bool { text == "必填" || text == "必填项" || text == "*" }

    // MARK: Behind the words

    private mutating func takeBack() {
        // Most labels end with their words.
        guard let end = name.unicodeScalars.last, end.value < 0x3400 else { return }
        while let last = name.last, name.count > 1 {
            if Self.stars.contains(last) {
                mark = true
                name.removeLast()
                words.removeLast()
            } else if last == ")" || last == "]" || last == "】",
                let open = name.lastIndex(where: { $0 == "(" || $0 == "[" || $0 == "【" }), open > name.startIndex
            {
                guard take(inner: String(name[name.index(after: open)...].dropLast())) else { return }
                name = String(name[..<open])
            } else {
                return
            }
        }
    }

    /// Takes what stands in brackets behind the words. A level label keeps what is neither points nor a mark: it tells groups apart.
    private mutating func take(inner: String) -> Bool {
        let number = inner.hasSuffix("分") ? String(inner.dropLast()) : inner
        if Self.saysMustBeFilled(inner[...]) {
            mark = true
            dropWordsBracket()
        } else if let value = DecimalText.number(number) {
            points = points ?? value
            dropWordsBracket()
        } else if isLevel {
            return false
        } else if let limit = Self.limit(in: inner) {
            self.limit = self.limit ?? limit
            filler = inner
        } else if let unit = MoneyUnit.bracketed(in: "(" + inner + ")")?.unit {
            self.unit = self.unit ?? unit
        } else if inner.allSatisfy({ $0.isASCII || "÷×％".contains($0) }) {
            tag = inner
        } else {
            filler = inner
        }
        return true
    }

    private mutating func dropWordsBracket() {
        while let last = words.last, last == ":" || last == "：" { words.removeLast() }
        if let open = words.lastIndex(where: { "（([【［".contains($0) }), open > words.startIndex {
            words = String(words[..<open])
        }
    }

    /// The number of characters that `200字以内` allows; nil where it says none.
    public static func limit(in text: String) -> Int? {
        let key = TextNormalizer.key(text)
        guard let mark = key.range(of: "字以内") ?? key.range(of: "字之内") ?? key.range(of: "字以下") else { return nil }
        return Int(String(key[..<mark.lowerBound].reversed().prefix { $0.isASCII && $0.isNumber }.reversed()))
    }

    /// 产出指标50分, 投入16: the points without brackets. 数量指标1 is a name of its own; a label with points is a word of two letters at least.
    private mutating func takeNumber() {
        var digits = name[...]
        let saysPoints = digits.hasSuffix("分")
        if saysPoints { digits = digits.dropLast() }
        let number = String(digits.reversed().prefix { $0.isNumber || $0 == "." }.reversed())
        let rest = digits.dropLast(number.count)
        guard !number.isEmpty, rest.count >= 2, !rest.hasSuffix("指标") || saysPoints,
            let value = DecimalText.number(number)
        else { return }
        points = value
        name = String(rest)
        words = String(words.dropLast(number.count + (saysPoints ? 1 : 0)))
    }

    // MARK: The year

    private mutating func takeYear() {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "1") || $0 == UInt8(ascii: "2") }) else { return }
        guard let mark = name.firstIndex(of: "年") else { return }
        let digits = String(name[..<mark].reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        guard digits.count == 4, digits.hasPrefix("19") || digits.hasPrefix("20"), let year = Int(digits) else {
            return
        }
        self.year = year
        name.removeSubrange(name.index(mark, offsetBy: -4)..<mark)
    }
}

extension Label {
    /// As it is written, without all that stands in brackets behind it: `填报单位（盖章）：` is 填报单位.
    public var title: String {
        var title = words
        while let last = title.last, last == ":" || last == "：" { title.removeLast() }
        while title.hasSuffix("）") || title.hasSuffix(")"),
            let open = title.lastIndex(where: { $0 == "（" || $0 == "(" }), open > title.startIndex
        {
            title = String(title[..<open])
        }
        return title
    }

    /// The name without the words that level labels may end with or not: 产出指标（50分） and 产出 are one group.
    public var levelName: String {
        var name = name
        for ending in ["等", "指标"] where name.hasSuffix(ending) && name.count > ending.count {
            name = String(name.dropLast(ending.count))
        }
        return name
    }

    /// Whether a label of the first level is that of 预算执行率, which is no group of the template.
    static func isExecutionRateLevel(_ label: String) -> Bool {
        Label(label, isLevel: true).levelName.contains("执行率")
    }

    /// Whether two level labels name one group: one of them may say more (满意度, 服务对象满意度).
    public static func isSameLevel(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Label(one, isLevel: true).levelName, Label(other, isLevel: true).levelName)
        guard !one.isEmpty, !other.isEmpty else { return false }
        return one == other || one.contains(other) || other.contains(one)
    }
}
