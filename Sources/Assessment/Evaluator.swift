import Foundation

/// Scores a submission and runs the rules over it.
public enum Evaluator {
    /// Evaluates a submission against a template's standard. Pure: the same in gives the same out.
    ///
    /// - Parameter account: What was understood of what was brought.
    public static func evaluate(
        _ brought: Submission, standard: Standard, account: FormAccount = FormAccount()
    ) -> Evaluation {
        var submission = brought
        if standard.executionRatePlace == .budget { submission.moveExecutionRateToBudget(standard) }
        let scorer = Scorer(submission: submission, standard: standard)
        var scores = submission.indicators.map(scorer.score)
        let leftOut = submission.indicators.filter(\.isNotApplicable)
        OneOfScoring.settle(&submission, &scores, standard: standard)

        let budget = budgetScore(submission, standard)
        let counted = zip(submission.indicators, scores).filter { $1.leftOut == nil }
        let sum = SumScoring.sum(scores + (budget.map { [$0.score] } ?? []))
        let weights = counted.reduce(budget?.weight ?? 0) { $0 + ($1.0.weight?.value ?? 0) }
        var evaluation = Evaluation(
            submission: submission, account: account, standard: standard, scores: scores, budgetScore: budget?.score,
            scored: sum,
            weightTotal: weights)
        evaluation.leftOutWeight = leftOut.reduce(0) { $0 + ($1.weight?.value ?? 0) }
        addRate(&evaluation)
        var missing = counted.filter { $1.points == nil }.map { "\($0.title)：\($1.missing ?? "没有得分")" }
        if let budget, budget.score.points == nil { missing.append("预算执行率：\(budget.score.missing ?? "没有得分")") }
        if counted.isEmpty { missing.append(submission.indicators.isEmpty ? "没有绩效指标" : "没有计分的指标") }
        evaluation.totalMissing = missing
        let total = TotalScoring(
            standard: standard, rate: evaluation.rateTrace?.exact, weights: weights,
            leftOut: leftOut.map(\.title))
        let points = counted.compactMap { pair in
            pair.1.points.map { ScoreTrace.Input(pair.0.title, "\($0)", unit: "分", source: pair.0.places[.score]) }
        }
        let ofBudget = budget?.score.points.map { [ScoreTrace.Input("预算执行率", "\($0)", unit: "分")] } ?? []
        let result = total.result(points + ofBudget, sum: sum)
        evaluation.totalTrace = result.trace
        if missing.isEmpty {
            evaluation.total = result.total
            evaluation.uncappedTotal = result.uncapped
            evaluation.rescaling = result.rescaling
            evaluation.cap = result.cap
            // A part of a table has no grade: its total is a part too.
            evaluation.grade = submission.isExcerpt ? nil : standard.grade(of: result.total)
            evaluation.gradeTrace = evaluation.grade.map { total.gradeTrace(result.total, $0) }
        } else {
            evaluation.totalTrace.formula = ""
            evaluation.totalTrace.judgement = missing.joined(separator: "；")
        }
        RuleRunner.run(on: &evaluation)
        return evaluation
    }

    /// 预算执行率 in the money block, where the template scores it there.
    private static func budgetScore(
        _ submission: Submission, _ standard: Standard
    ) -> (score: Score, weight: Decimal)? {
        guard standard.executionRatePlace == .budget else { return nil }
        let total = submission.line(standard.budgetTotalName)
        let weight = total?[.weight] ?? standard.executionRateWeight ?? 0
        var score =
            RateScoring.score(weight: weight, figures: .execution, submission: submission, standard: standard)
            ?? Score(
                points: total?[.score], method: .rate, formula: "", missing: "缺少全年预算数或全年执行数，不能计算执行率")
        score.trace.method = ScoringMethod.rate.rawValue
        score.trace.title = ScoringMethod.rate.title
        score.trace.inputs.append(.init("分值", "\(weight)", unit: "分", source: total?.amounts[.weight]?.source))
        score.trace.citation = standard.citation(ScoringMethod.rate.rawValue, "SCO-09")
        if let missing = score.missing { score.trace.judgement = missing }
        return (score, weight)
    }

    /// 执行数 ÷ 全年预算数 of the money block's total.
    private static func addRate(_ evaluation: inout Evaluation) {
        let standard = evaluation.standard
        guard let rate = RateValue(.execution, submission: evaluation.submission, standard: standard) else { return }
        evaluation.executionRate = rate.numerator / rate.denominator
        var trace = ScoreTrace(method: "execution-rate", title: "预算执行率", inputs: rate.inputs)
        trace.formula = rate.derivation(places: standard.ratePlaces)
        trace.exact = rate.percent
        let shown = DecimalText.rounded(rate.percent, places: standard.ratePlaces)
        trace.rounding = ScoreTrace.rounding(of: rate.percent, to: shown, places: standard.ratePlaces)
        trace.citation = standard.citation("execution-rate", "BUD-01")
        evaluation.rateTrace = trace
    }
}

extension Submission {
    /// Where the form scores 预算执行率 in the money block, a row of the indicator table that scores it is that row.
    mutating func moveExecutionRateToBudget(_ standard: Standard) {
        let printed = line(standard.budgetTotalName)
        let isScoredThere = printed?[.weight] != nil || printed?[.score] != nil
        // Under 时效 or 成本 it is scored a second time: it stays, for SCO-08 to say so.
        guard
            let index = indicators.firstIndex(where: {
                $0.isExecutionRate && !(isScoredThere && SCO08.isTimeOrCost($0))
            })
        else { return }
        let row = indicators.remove(at: index)
        let line = budgetIndex(of: standard.budgetTotalName)
        if budget[line].amounts[.weight] == nil { budget[line].amounts[.weight] = row.weight }
        if budget[line].amounts[.score] == nil { budget[line].amounts[.score] = row.givenScore }
        if budget[line].amounts[.rate] == nil, let actual = row.actual, let quantity = row.actualQuantity {
            budget[line].amounts[.rate] = SourcedNumber(
                value: quantity.number, text: actual.text, precision: quantity.precision, source: actual.source)
        }
        if budget[line].amounts[.reason] == nil, let reason = row.reason {
            budget[line].amounts[.reason] = SourcedNumber(
                value: nil, text: reason.text, precision: 0, source: reason.source)
        }
    }
}
