import Foundation

/// Gives an indicator its points by the method that the template has for it.
struct Scorer {
    let rows: FormRows
    let standard: Standard

    /// The choice that a template makes for an indicator.
    func choice(for indicator: Indicator) -> Standard.MethodChoice {
        if let chosen = standard.methods.first(where: { $0.fits(indicator) }) { return chosen }
        if indicator.isExecutionRate { return Standard.MethodChoice(method: .rate) }
        guard let target = indicator.target else {
            return Standard.MethodChoice(method: standard.methodWithoutTarget ?? standard.quantitativeMethod)
        }
        return Standard.MethodChoice(
            method: target.isQuantitative ? standard.quantitativeMethod : standard.qualitativeMethod)
    }

    /// The score of one indicator, with its trace. Where the method can't be applied the person's own points stand, with the reason why.
    func score(_ indicator: Indicator) -> Score {
        let choice = choice(for: indicator)
        var score = points(of: indicator, by: choice)
        score.trace.method = score.method.rawValue
        score.trace.title = score.method.title
        let rule = indicator.isExecutionRate ? "SCO-09" : "SCO-02"
        score.trace.citation = standard.citation(score.method.rawValue, rule)
        if let missing = score.missing, score.trace.judgement.isEmpty { score.trace.judgement = missing }
        return score
    }

    private func points(of indicator: Indicator, by choice: Standard.MethodChoice) -> Score {
        if indicator.isNotApplicable {
            var score = Score(points: nil, method: choice.method, formula: "")
            score.leftOut = "不适用，不计分值和得分"
            score.trace.judgement = "不适用，不计分值和得分"
            return score
        }
        guard let weight = indicator.weight?.value, weight > 0 else {
            return fallback(indicator, choice.method, "没有大于 0 的分值")
        }
        let scoring = ScoringCatalogue.scoring(choice.method)
        guard indicator.target != nil || indicator.isExecutionRate || !scoring.needsTarget(choice, standard) else {
            return fallback(indicator, choice.method, "没有年度指标值")
        }
        guard indicator.actual != nil || indicator.isExecutionRate || !scoring.needsActual(choice, standard) else {
            return fallback(indicator, choice.method, "没有实际完成值")
        }
        let outcome = scoring.score(
            ScoringSubject(
                indicator: indicator, weight: weight, choice: choice, rows: rows, standard: standard))
        if let missing = outcome.missing, outcome.points == nil {
            var score = fallback(indicator, choice.method, missing)
            score.allowed = outcome.allowed
            return score
        }
        return outcome
    }

    private func fallback(_ indicator: Indicator, _ method: ScoringMethod, _ why: String) -> Score {
        var score = Score(points: indicator.givenScore?.value, method: method, formula: "", missing: why)
        score.trace.inputs = ScoreTrace.Input.row(indicator) + ScoreTrace.Input.given(indicator)
        score.trace.judgement = why
        if let given = indicator.givenScore?.value { score.trace.formula = "自评 \(given)" }
        return score
    }
}
