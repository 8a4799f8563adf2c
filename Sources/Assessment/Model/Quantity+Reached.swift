import Foundation
import Spreadsheet

extension Quantity {
    /// Reads 实际完成值, of which more is written than of a target: 共266米, 已完成266米, 完成率100%, 100%（120人）, 12/12, 无.
    ///
    /// The number is nil where more than one figure could be meant, or the words say something else than what was reached.
    ///
    /// - Parameters:
    ///   - target: 年度指标值 of the row; its unit tells which figure is meant.
    ///   - unit: The unit that the row gives apart.
    public init(reached text: String, for target: Target?, unit: String = "") {
        let plain = Quantity(text, unit: unit)
        self = plain
        guard plain.number == nil, plain.period == nil, let target, target.isQuantitative, target.quantity.period == nil
        else { return }
        let words = plain.text
        let wanted = unit.isEmpty ? target.quantity.unit : unit
        if Self.isNothing(words, target) {
            (number, self.unit) = (0, wanted)
        } else if wanted == "%", target.quantity.number == 100,
            target.comparison == .atLeast || target.comparison == .equal,
            Target.saysAll(words)
        {
            (number, self.unit) = (100, wanted)
        } else if let share = Self.fraction(words, target) {
            (number, self.unit) = (share, wanted)
        } else if let found = Self.stated(words, wanted) {
            self = found
            self.text = words
        }
    }

    /// Whether a text has something that may be a figure.
    var mayHoldFigure: Bool { text.contains { $0.isNumber } || ChineseNumeral.isIn(text) }

    // MARK: None

    private static let nothing: Set<String> = [
        "无", "没有", "零", "未发生", "没有发生", "未出现", "无发生", "零发生", "均未发生", "从未发生", "全年未发生", "全年无",
    ]

    /// 无, 未发生: none of the thing. With more behind it (无投诉) only where none or few was the target.
    private static func isNothing(_ text: String, _ target: Target) -> Bool {
        let key = TextNormalizer.key(text).filter { $0.isLetter || $0.isNumber }
        if nothing.contains(key) { return true }
        guard target.quantity.number == 0 || target.comparison == .atMost, key.count <= 10,
            !key.contains(where: \.isASCII), !["法", "效", "需", "关", "统计", "数据", "完成", "达"].contains(where: key.contains)
        else { return false }
        return ["未发生", "没有发生", "未出现", "零", "无", "没有"].contains { key.hasPrefix($0) }
    }

    // MARK: Parts

    /// 12/12 of a target of 12, or of 100 %.
    private static func fraction(_ text: String, _ target: Target) -> Decimal? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let done = DecimalText.number(parts[0]), let all = DecimalText.number(parts[1]), all > 0
        else { return nil }
        if target.quantity.isPercentage { return done * 100 / all }
        return all == target.quantity.number ? done : nil
    }

    // MARK: Prose

    private static let leads = [
        "共计", "总计", "合计", "累计", "共", "已", "实际", "全年", "全部", "完成", "开展", "举办", "组织", "达到", "达", "为", "实现", "本年", "当年",
        "年度", "约", "大约", "近", "控制在",
        "是", "了", "值", "数", "数量", "发放", "培训", "建设", "修建", "采购", "购置", "检查", "受益",
    ].sorted { $0.count > $1.count }

    /// Words of which a figure behind them is none that was reached.
    private static let denials = ["未", "没", "不", "差", "缺", "欠", "计划", "目标", "应", "剩", "还", "拟", "预计", "原", "上年", "去年"]

    /// The one figure that a text states, or the one of several that has the target's unit.
    private static func stated(_ text: String, _ wanted: String) -> Quantity? {
        guard !denials.contains(where: text.contains) else { return nil }
        let pieces = text.split { "，。；、,;()（）\n".contains($0) }.map(String.init)
        let holding = pieces.filter { piece in piece.contains { $0.isASCII && $0.isNumber } }
        if holding.count < 2 {
            let numbers = (holding.isEmpty ? pieces : holding).compactMap(figure)
            return numbers.count == 1 ? numbers[0] : nil
        }
        // Of several only one may have the target's unit, and it has to say what was reached.
        let units = holding.map { piece in Quantity(String(piece.drop { !($0.isASCII && $0.isNumber) })).unit }
        let own = zip(holding, units).filter { $0.1 == wanted }.map(\.0)
        guard !wanted.isEmpty, own.count == 1, !units.contains("") else { return nil }
        return figure(own[0])
    }

    /// 已完成266米, 完成率100%.
    private static func figure(_ piece: String) -> Quantity? {
        var rest = Substring(TextNormalizer.narrowed(piece))
        while let word = leads.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(word.count) }
        // A name that ends with 率 or 度 is the figure's own.
        let name = rest.prefix { $0.isLetter && !$0.isNumber && !ChineseNumeral.isIn(String($0)) }
        if let last = name.lastIndex(where: { "率度".contains($0) }), name.count <= 12, name.count < rest.count {
            rest = rest[rest.index(after: last)...]
            while let word = leads.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(word.count) }
        }
        let found = Quantity(String(rest).trimmingCharacters(in: .whitespaces))
        return found.number == nil ? nil : found
    }
}
