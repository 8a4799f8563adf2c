import Assessment
import FormTemplates
import Spreadsheet

/// A unit of money that a finance export states and that amounts can't be converted from: 美元, 百元, 角.
enum OtherUnit {
    /// The unit that a text outside the table states, unless it is one that is known.
    ///
    /// - Parameter label: The text to the left of it.
    static func stated(in text: String, label: String?) -> String? {
        guard MoneyUnit.stated(in: text) == nil else { return nil }
        let plain = TextNormalizer.narrowed(text)
        let key = TextNormalizer.key(plain)
        let name = label.map(TextNormalizer.key)
        if let name, labels.contains(name), name.hasSuffix("币种") ? isOther(key) : isUnit(key) { return key }
        var rest = plain[...]
        while let colon = rest.firstIndex(of: ":") {
            let before = TextNormalizer.key(String(rest[..<colon]))
            rest = rest[rest.index(after: colon)...]
            let word = String(rest.drop { $0 == " " }.prefix { !" ),;、/|]".contains($0) })
            // 填报单位：开元 is the name of an office.
            guard let label = labels.first(where: { before == $0 || before.hasSuffix("(" + $0) }) else { continue }
            if label.hasSuffix("币种") ? isOther(word) : isUnit(word) { return word }
        }
        return nil
    }

    /// The unit in the brackets of a heading: 支出数（美元）.
    static func bracketed(in heading: String) -> String? {
        var rest = TextNormalizer.narrowed(heading)[...]
        while let open = rest.firstIndex(where: { "([【".contains($0) }) {
            rest = rest[rest.index(after: open)...]
            let word = TextNormalizer.key(String(rest.prefix { !")]】".contains($0) }))
            if isUnit(word) { return word }
        }
        return nil
    }

    private static let labels = ["金额单位", "货币单位", "计量单位", "单位", "币种"]

    /// A word for an amount of money of another size or country. The name of an office is longer, and ends otherwise.
    private static func isUnit(_ word: String) -> Bool {
        guard word.count <= 5, MoneyUnit(rawValue: word) == nil, isOther(word) else { return false }
        if ["角", "分", "厘"].contains(word) { return true }
        if word.count == 3, word.allSatisfy({ $0.isASCII && $0.isUppercase }) { return true }
        return word.count >= 2 && ["元", "圆", "币", "镑", "角"].contains { word.hasSuffix($0) }
    }

    private static func isOther(_ word: String) -> Bool {
        !word.isEmpty && !["人民币", "CNY", "RMB", "本位币", "元", "人民币元"].contains(word.uppercased())
    }
}
