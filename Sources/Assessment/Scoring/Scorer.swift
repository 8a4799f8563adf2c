import Foundation

/// Gives an indicator its points by the method that the template has for it.
struct Scorer {
    let submission: Submission
    let standard: Standard

    /// The choice that a template makes for an indicator.
    func choice(for indicator: Indicator) -> Standard.MethodChoice {
        if let chosen = standard.methods.first(where: { $0.fits(indicator) }) { return chosen }
        if indicator.isExecutionRate { return Standard.MethodChoice(method: .rate) }
        let isQuantitative = indicator.target?.isQuantitative ?? true
        return Standard.MethodChoice(
            method: isQuantitative ? standard.quantitativeMethod : standard.qualitativeMethod)
    }

    /// The score of one indicator. Where the method can't be applied the person's own points stand, with the reason why.
    func score(_ indicator: Indicator) -> Score {
        let choice = choice(for: indicator)
        guard let weight = indicator.weight?.value, weight > 0 else {
            return fallback(indicator, choice.method, "没有大于 0 的分值")
        }
        guard indicator.target != nil || indicator.isExecutionRate else {
            return fallback(indicator, choice.method, "没有年度指标值")
        }
        guard indicator.actual != nil || indicator.isExecutionRate else {
            return fallback(indicator, choice.method, "没有实际完成值")
        }
        let outcome: Score
        switch choice.method {
        case .rate:
            outcome = RateScoring.score(
                indicator, weight: weight, figures: choice.rate ?? .execution, submission: submission,
                standard: standard)
        case .proportion:
            outcome = ProportionScoring.score(indicator, weight: weight, places: standard.scorePlaces)
        case .bands:
            outcome = BandScoring.score(indicator, weight: weight, standard: standard)
        case .self, .sum:
            outcome = SelfScoring.score(indicator, weight: weight)
        }
        if let missing = outcome.missing, outcome.points == nil {
            var score = fallback(indicator, choice.method, missing)
            score.allowed = outcome.allowed
            return score
        }
        return outcome
    }

    private func fallback(_ indicator: Indicator, _ method: ScoringMethod, _ why: String) -> Score {
        Score(points: indicator.givenScore?.value, method: method, formula: "", missing: why)
    }
}
