import Foundation

/// Gives an indicator its points by the method that the template has for it.
struct Scorer {
    let rows: FormRows
    let standard: Standard

    /// The choice that a template makes for an indicator.
    func choice(for indicator: Indicator) -> Standard.MethodChoice {
        if let chosen = standard.methods.first(where: { $0.fits(indicator) }) { return chosen }
        if indicator.isExecutionRate, !indicator.hasRateTarget { return Standard.MethodChoice(method: .rate) }
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
        score.trace.citation =
            score.method == .criterion
            ? "表中的评分标准（\(indicator.place(.criterion).place)）" : standard.citation(score.method.rawValue, rule)
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
        if indicator.extra != nil {
            var score = Score(points: indicator.extraPoints, method: choice.method, formula: "")
            score.trace.judgement = "各项指标以外的加分、扣分，按填写的计入总分"
            return score
        }
        guard let weight = indicator.weight?.value, weight > 0 else {
            return fallback(indicator, choice.method, "没有大于 0 的分值")
        }
        if let score = byCriterion(indicator, weight, choice) { return score }
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
            score.isBelowFull = outcome.isBelowFull
            return score
        }
        return withRate(outcome, indicator, weight)
    }

    /// The score by the row's own 评分标准, which goes before what a template says; nil where the row prints none, or nothing that it could judge.
    private func byCriterion(_ indicator: Indicator, _ weight: Decimal, _ choice: Standard.MethodChoice) -> Score? {
        guard let text = indicator.printedCriterion else { return nil }
        let criterion = CriterionParser.criterion(text)
        let hasFigures = choice.rate.map { RateValue($0, rows) != nil } ?? false
        guard indicator.actual != nil || hasFigures else { return nil }
        // 按执行率计分 in the row of the rate is what the rate's own method does.
        if indicator.isExecutionRate, choice.method == .rate, criterion?.rules.map(\.award) == [.proportional],
            criterion?.deduction == nil
        {
            return nil
        }
        let subject = ScoringSubject(
            indicator: indicator, weight: weight, choice: choice, rows: rows, standard: standard)
        let printed = CriterionScoring.score(subject)
        guard let missing = printed.missing, printed.points == nil else {
            return withRate(printed, indicator, weight)
        }
        var score = fallback(indicator, .criterion, missing)
        score.isBelowFull = printed.isBelowFull
        score.allowed = 0...weight
        score.trace.rule = printed.trace.rule
        return score
    }

    /// A row of 预算执行率 with a target of its own is full when that is reached; rate × 分值 is right there as well.
    private func withRate(_ score: Score, _ indicator: Indicator, _ weight: Decimal) -> Score {
        guard indicator.isExecutionRate, score.method != .rate else { return score }
        var score = score
        if let rate = RateValue(.execution, rows) {
            score.alternatives.append(min(rate.numerator / rate.denominator, 1) * weight)
        }
        if let stated = indicator.actualQuantity?.number, stated >= 0 {
            score.alternatives.append(min(stated / 100, 1) * weight)
        }
        return score
    }

    private func fallback(_ indicator: Indicator, _ method: ScoringMethod, _ why: String) -> Score {
        var score = Score(points: indicator.givenScore?.value, method: method, formula: "", missing: why)
        score.trace.inputs = ScoreTrace.Input.row(indicator) + ScoreTrace.Input.given(indicator)
        score.trace.judgement = why
        if let given = indicator.givenScore?.value { score.trace.formula = "自评 \(given)" }
        return score
    }
}
