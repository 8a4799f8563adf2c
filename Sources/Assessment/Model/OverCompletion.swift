import Foundation

extension Evaluation {
    /// The limit, in per cent of a ≥ target, above which an actual is asked about.
    var overCompletionLimit: Decimal { standard.rules[EXP02.id]?.threshold ?? 130 }

    /// Whether an indicator's actual is so far above its target that a reason is asked for.
    func isFarAbove(_ indicator: Indicator) -> Bool {
        guard let target = indicator.target, target.comparison == .atLeast, !indicator.copiesOperator,
            !indicator.mayMeanAtMost,
            let wanted = target.quantity.number, wanted > 0, indicator.unitsAgree,
            let actual = indicator.actualQuantity,
            let reached = UnitConversion.number(of: actual, in: target.quantity.unit)
        else { return false }
        return reached * 100 > wanted * overCompletionLimit
    }
}
