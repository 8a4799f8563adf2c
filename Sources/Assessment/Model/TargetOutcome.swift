import Foundation

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
        if let wanted = target.quantity.date {
            return quantity.date.map { Self.dated(wanted, $0, target.comparison) } ?? .unknown
        }
        guard let wanted = target.quantity.number, unitsAgree,
            let reached = UnitConversion.number(of: quantity, in: target.quantity.unit)
        else { return .unknown }
        switch target.comparison {
        case .atLeast:
            if reached >= wanted { return .met }
            return mayMeanAtMost ? .unknown : .missed
        case .atMost: return reached <= wanted ? .met : .missed
        case .equal: return reached == wanted ? .met : .missed
        case .within: return abs(reached - wanted) <= target.tolerance ?? 0 ? .met : .missed
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
        return quantity.number != nil || quantity.date != nil
    }

    /// Whether a target without a sign may be one that less is better for.
    var mayMeanAtMost: Bool {
        guard let target, target.isQuantitative, !target.isOperatorWritten else { return false }
        return Self.lessIsBetterWords.contains { level2.contains($0) || name.contains($0) }
    }

    /// A month without a day is kept until its end; an actual month counts as its beginning.
    private static func dated(_ wanted: Int, _ reached: Int, _ comparison: Target.Operator) -> TargetOutcome {
        let limit = wanted % 100 == 0 ? wanted + 31 : wanted
        switch comparison {
        case .atLeast: return reached >= wanted ? .met : .missed
        case .equal: return reached >= wanted && reached <= limit ? .met : .missed
        default: return reached <= limit ? .met : .missed
        }
    }

    private func qualitativeOutcome(_ target: Target, _ actual: String, _ standard: Standard) -> TargetOutcome {
        if TextNormalizer.key(actual) == TextNormalizer.key(target.text) { return .met }
        guard let band = BandScoring.band(of: self, standard: standard) else { return .unknown }
        return band == standard.bands.first ? .met : .missed
    }
}
