import Foundation
import Spreadsheet

/// Whether an indicator's target was reached, by the target's own comparison and no scoring formula.
enum TargetOutcome: Hashable, Sendable {
    case met, missed
    /// What stands there does not tell.
    case unknown
}

extension Indicator {
    /// Words of level-2 labels and names of which less is better, though nobody wrote ≤.
    private static let lessIsBetterWords = [
        "成本", "费用", "投资", "经费", "支出", "单价", "投诉", "事故", "违规", "违法", "差错", "误差", "偏差", "失误", "死亡", "发案", "结转", "结余",
        "能耗",
        "排放", "损耗", "流失", "空置", "逾期", "时长", "时限", "周期", "天数",
    ]

    /// Whether the target was reached.
    func outcome(_ standard: Standard) -> TargetOutcome {
        guard !copiesOperator, let target, let actual else { return .unknown }
        guard target.isQuantitative else { return qualitativeOutcome(target, actual.text, standard) }
        guard let quantity = actualQuantity else { return .unknown }
        if let wanted = target.quantity.period {
            if let period = quantity.period { return period.outcome(for: wanted, target.comparison) }
            // 次年1月 is behind any day of the year itself.
            if wanted.year == nil, target.comparison == .atMost, Self.isOfNextYear(actual.text) { return .missed }
            return Self.punctuality(actual.text)
        }
        guard let wanted = target.quantity.number, let reached else { return .unknown }
        if target.isStrict, reached == wanted { return isBeyondSign(target) ? .unknown : .missed }
        switch target.comparison {
        case .atLeast:
            if reached >= wanted { return .met }
            // 80%以上 may be more than 90 %.
            if quantity.unit.hasSuffix("以上") { return .unknown }
            return mayMeanAtMost ? .unknown : .missed
        case .atMost: return reached <= wanted ? .met : .missed
        case .equal:
            if reached == wanted { return .met }
            return wanted == 0 && !target.isOperatorWritten && !meansNone ? .unknown : .missed
        case .within:
            if abs(reached - wanted) <= target.tolerance ?? 0 { return .met }
            // More than 3-5个 need be no fault, and fewer days than 10-15天 are none.
            return target.isSpan && (reached > wanted) != isLessBetter ? .unknown : .missed
        case .qualitative: return .unknown
        }
    }

    /// Whether 实际完成值 is the target copied with its sign (≥266米), not what was reached.
    var copiesOperator: Bool {
        guard let actual, let rest = OperatorTable.afterLeading(TextNormalizer.narrowed(actual.text)) else {
            return false
        }
        // 《管理办法》 begins with a bracket, not with a sign.
        let quantity = Quantity(rest)
        return quantity.number != nil || quantity.period != nil
    }

    /// What words in place of a date say of it: 按时完成, 提前完成. 已完成 alone does not say when.
    private static func punctuality(_ text: String) -> TargetOutcome {
        let key = TextNormalizer.key(text).filter { $0.isLetter || $0.isNumber }
        guard key.count <= 12 else { return .unknown }
        if ["未按", "没有按", "未完成", "没有完成", "未及时", "未如期", "延期", "逾期", "推迟", "延迟", "滞后"].contains(where: key.contains) {
            return ["不", "无", "没有逾期", "未逾期", "未延期"].contains(where: key.contains) ? .unknown : .missed
        }
        return ["按时", "按期", "如期", "提前", "按计划", "及时", "准时"].contains(where: key.contains) ? .met : .unknown
    }

    /// Whether words in place of a date say that it was kept, or that the work is done.
    static func saysDone(_ text: String) -> Bool {
        punctuality(text) != .unknown || ["完成", "完工", "竣工", "建成", "到位", "是", "达"].contains { text.contains($0) }
    }

    /// Whether nothing could keep a strict sign: more than 100 % of a share was written for ≥.
    private func isBeyondSign(_ target: Target) -> Bool {
        target.comparison == .atLeast && target.quantity.isPercentage && target.quantity.number == 100
            || target.comparison == .atMost && target.quantity.number == 0 || mayMeanAtMost
    }

    private static func isOfNextYear(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        guard !["未", "不", "提前", "原", "计划", "拟"].contains(where: key.contains) else { return false }
        return ["次年", "翌年", "下年", "下一年", "第二年"].contains { word in
            ["", "于", "在", "至", "延至", "推迟到", "推迟至", "延期至", "延期到", "已于"].contains { key.hasPrefix($0 + word) }
        }
    }

    /// Whether a text has a word of things of which less is better.
    static func isLessBetter(_ text: String) -> Bool { lessIsBetterWords.contains(where: text.contains) }

    /// Whether less is better by the row's own names.
    private var isLessBetter: Bool {
        Self.isLessBetter(level2) || Self.isLessBetter(name) || level2.contains("时效") && !name.contains("率")
    }

    /// Whether a target of 0 without a sign is one of things that should not be.
    var meansNone: Bool {
        ["起", "例", "宗", "桩"].contains(target?.quantity.unit ?? "")
            || Self.lessIsBetterWords.contains { level2.contains($0) || name.contains($0) }
    }

    /// Whether a target without a sign may be one that less is better for.
    var mayMeanAtMost: Bool {
        // 能耗下降3%: the change itself says which way is better.
        guard let target, target.isQuantitative, !target.isOperatorWritten, target.quantity.change != .down else {
            return false
        }
        return Self.lessIsBetterWords.contains { level2.contains($0) || name.contains($0) }
    }

    /// Answers of which one is the contrary of the other.
    private static let contraries: [(String, String)] = [("是", "否"), ("有", "无"), ("有", "没有"), ("对", "错")]

    private func qualitativeOutcome(_ target: Target, _ actual: String, _ standard: Standard) -> TargetOutcome {
        let (wanted, given) = (Self.plain(target.text), Self.plain(actual))
        if wanted == given { return .met }
        if Self.contraries.contains(where: { ($0.0, $0.1) == (wanted, given) || ($0.1, $0.0) == (wanted, given) }) {
            return .missed
        }
        // 未达标 for 达标, 不合格 for 合格.
        if !wanted.isEmpty, ["未", "不", "没有", "未能", "没"].contains(where: { $0 + wanted == given }) { return .missed }
        guard let band = BandScoring.namedBand(of: self, standard: standard) else { return .unknown }
        return band == standard.bands.first ? .met : .missed
    }

    private static func plain(_ text: String) -> String {
        TextNormalizer.key(text).filter { $0.isLetter || $0.isNumber || "%.+-".contains($0) }
    }
}
