import Foundation
import Spreadsheet

/// The figure that a 评分标准 judges: what was reached, or its share of the target where the criterion speaks in per cent of it.
struct CriterionValue {
    var value: Decimal
    /// `%` for a rate or a share of the target.
    var unit: String
    var expression: FormulaExpression
    var inputs: [ScoreTrace.Input]
    var derivation = ""
    /// The target in the same terms; nil where the row has none.
    var target: FormulaExpression?
    /// The bad side by the target's own sign.
    var side: ScoreDeduction.Side?

    /// The figure, or why there is none.
    static func of(_ subject: ScoringSubject, _ criterion: ScoringCriterion) -> (value: CriterionValue?, why: String) {
        let indicator = subject.indicator
        let (judged, missing) = JudgedValue.of(subject)
        guard let judged else { return (nil, missing) }
        var value = CriterionValue(
            value: judged.value, unit: judged.unit, expression: judged.expression, inputs: judged.inputs,
            derivation: judged.derivation)
        let target = indicator.target
        switch target?.comparison {
        case .atMost: value.side = .above
        case .atLeast where !indicator.mayMeanAtMost: value.side = .below
        default: break
        }
        if let number = target?.quantity.number, target?.isQuantitative == true, target?.tolerance == nil,
            let target, value.inputs.allSatisfy({ $0.name != "年度指标值" })
        {
            value.target = .number(number)
            value.inputs.insert(
                .init("年度指标值", target.shown, unit: target.quantity.unit, source: target.source), at: 0)
        }
        guard speaksInShares(criterion, value.unit) else { return (value, "") }
        guard let limit = value.target, limit.value > 0, value.side != .above, value.value >= 0 else {
            return (nil, "评分标准按完成比例给分，看不出完成的比例")
        }
        // 16 of 20 is 80 %.
        value.expression = .rounded(
            .product(.quotient(value.expression, limit), .number(100)), places: 10)
        value.value = value.expression.value
        value.unit = "%"
        value.derivation =
            "\(Reckoning.number(judged.value)) ÷ \(Reckoning.number(limit.value)) × 100% = "
            + JudgedValue.shown(value.value, unit: "%")
        value.target = .number(100)
        return (value, "")
    }

    /// Whether bounds and steps are in per cent while the figure is a count.
    private static func speaksInShares(_ criterion: ScoringCriterion, _ unit: String) -> Bool {
        guard unit != "%" else { return false }
        var units = criterion.rules.flatMap { rule -> [String] in
            if case .bounds(let bounds) = rule.test { return bounds.map(\.unit) }
            return []
        }
        if let deduction = criterion.deduction {
            units.append(deduction.unit)
            units += deduction.limit.map { [$0.unit] } ?? []
        }
        return units.contains { isShare($0) } && !unit.hasSuffix("百分点")
    }

    static func isShare(_ unit: String) -> Bool { ["%", "百分点", "个百分点"].contains(unit) }

    /// A number of the criterion in the unit of the figure; nil where the units can't be held against one another.
    func number(_ number: Decimal, in own: String) -> Decimal? {
        if own.isEmpty || own == unit { return number }
        if Self.isShare(own), Self.isShare(unit) { return number }
        if UnitConversion.converts(own, unit) {
            var quantity = Quantity(number: number, unit: own, text: "", precision: 0)
            quantity.unit = own
            return UnitConversion.number(of: quantity, in: unit)
        }
        // 每少1个 of 20 场: one of what is counted.
        guard !Self.isShare(own), !Self.isShare(unit) else { return nil }
        if unit.isEmpty { return Self.counts.contains(own) ? number : nil }
        return Self.counts.contains(own) && UnitConversion.isCount(unit) ? number : nil
    }

    /// Words that count whatever there is.
    private static let counts: Set<String> = ["个", "项", "次", "件", "例", "起", "处", "家", "人", "名"]
}
