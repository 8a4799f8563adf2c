import Assessment
import Foundation
import Spreadsheet

/// Whether a text says a figure of the form by the way: 另扣7.77分, 其中结转77.7万元. What only numbers things (附件1, 2022年度, 3.) says none.
enum SaidFigure {
    private static let units = ["元", "万元", "千元", "百万元", "亿元", "万", "亿", "分", "%"]
    private static let numerals: Set<Character> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两", "半"]
    /// Words of a printed scale: 90分以上为优, 满分100分.
    private static let scale = ["以上", "以下", "(含)", "满分", "每", "为优", "为良", "总分为", "分值为"]

    /// Whether the text says a figure.
    static func isIn(_ text: String) -> Bool {
        let plain = TextNormalizer.narrowed(text)
        guard plain.contains(where: \.isNumber) || plain.contains("扣"), !scale.contains(where: plain.contains) else {
            return false
        }
        var rest = plain[...]
        while let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }) {
            let run = rest[start...].prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
            rest = rest[run.endIndex...]
            let behind = rest.drop { $0 == " " }
            let parts = run.split(separator: ".", omittingEmptySubsequences: false)
            let isDecimal = parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            if isDecimal || units.contains(where: { behind.hasPrefix($0) }) { return true }
        }
        return isDeduction(plain)
    }

    /// Whether a text is a day or a span of time and nothing else: 2022年1月至12月, 2022.01-2022.12.
    static func isTime(_ text: String) -> Bool {
        let plain = TextNormalizer.narrowed(text)
        let years = plain.split { !$0.isASCII || !$0.isNumber }.contains {
            $0.count == 4 && "12".contains($0.first ?? "0")
        }
        return years && plain.allSatisfy { $0.isASCII && $0.isNumber || "年月日号至到起止前底初末-—–~～./、 ".contains($0) }
    }

    /// Whether the text says an amount of money: a number right before 元 or one of its units.
    static func isMoney(_ text: String) -> Bool {
        let plain = TextNormalizer.narrowed(text).filter { $0 != " " }
        return plain.indices.contains { index in
            guard plain[index] == "元", index > plain.startIndex else { return false }
            let before = plain[..<index].reversed().drop { "十百千万亿".contains($0) }
            return before.first?.isNumber ?? false
        }
    }

    /// 扣五分: points in words.
    private static func isDeduction(_ text: String) -> Bool {
        guard let deducted = text.firstIndex(of: "扣") else { return false }
        let behind = text[text.index(after: deducted)...].drop { "减掉除了".contains($0) }
        guard let first = behind.first, numerals.contains(first) else { return false }
        return behind.drop { numerals.contains($0) }.hasPrefix("分")
    }
}
