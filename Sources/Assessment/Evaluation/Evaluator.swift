import Foundation

/// Scores a submission and runs the rules over it.
public enum Evaluator {
    /// Evaluates a submission against a template's standard. Pure: the same in gives the same out.
    ///
    /// - Parameters:
    ///   - purpose: What it is evaluated for.
    ///   - account: What was understood of what was brought.
    public static func evaluate(
        _ submission: Submission, standard: Standard, purpose: AssessmentPurpose = .checked,
        account: FormAccount = FormAccount()
    ) -> Evaluation {
        // A form is held against the rows that it prints; what is to be filled goes into those of the blank.
        let standard = (purpose == .checked ? standard.adapted(to: submission.moneyBlocks) : standard)
            .printed(on: submission)
        let submission = submission.withYearsOfDates.withScoringHeadings
        let rows = FormRows(submission, standard: standard)
        let scorer = Scorer(rows: rows, standard: standard)
        var scores = rows.indicators.parallelMap(from: 2000) { scorer.score($0) }
        let leftOut = rows.indicators.filter(\.isNotApplicable)
        OneOfScoring.settle(rows.indicators, &scores, standard: standard)

        let budget = budgetScore(rows, standard)
        let counted = zip(rows.indicators, scores).filter { $1.leftOut == nil }
        let sum = SumScoring.sum(scores + (budget.map { [$0.score] } ?? []))
        // 加分项 has no share in the points that there are.
        let weights = counted.filter { $0.0.extra == nil }
            .reduce(budget?.weight ?? 0) { $0 + ($1.0.weight?.value ?? 0) }
        var evaluation = Evaluation(
            submission: submission, account: account, standard: standard, purpose: purpose, rows: rows, scores: scores,
            budgetScore: budget?.score, scored: sum, weightTotal: weights)
        evaluation.settleRows()
        evaluation.settleOpenRate()
        evaluation.leftOutWeight = leftOut.reduce(0) { $0 + ($1.weight?.value ?? 0) }
        addRate(&evaluation)
        if let note = unreadCriteria(rows.indicators) { evaluation.submission.notes.append(note) }
        if let note = UnreadTargets.note(rows.indicators, standard) { evaluation.submission.notes.append(note) }
        var missing = counted.filter { $1.points == nil }.map { "\($0.title)：\($1.missing ?? "没有得分")" }
        if let score = evaluation.budgetScore, score.points == nil {
            missing.append("预算执行率：\(score.missing ?? "没有得分")")
        }
        if !purpose.isToBeFilled, let why = submission.paper.why, submission.paper != .review {
            missing = ["\(why)，不计分"]
        }
        if counted.isEmpty { missing.append(rows.indicators.isEmpty ? "没有绩效指标" : "没有计分的指标") }
        evaluation.totalMissing = missing
        let total = TotalScoring(
            standard: standard, rate: evaluation.rateTrace?.exact, weights: weights,
            leftOut: leftOut.map(\.title))
        let points = counted.compactMap { pair in
            pair.1.points.map { ScoreTrace.Input(pair.0.title, "\($0)", unit: "分", source: pair.0.places[.score]) }
        }
        let ofBudget = evaluation.budgetScore?.points.map { [ScoreTrace.Input("预算执行率", "\($0)", unit: "分")] } ?? []
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
        evaluation.account.unread += UnclearFigures.places(evaluation)
        return evaluation
    }

    /// Says which rows are not held against their 评分标准, since it was not understood.
    private static func unreadCriteria(_ indicators: [Indicator]) -> String? {
        let rows = indicators.filter { !$0.isNotApplicable && CriterionScoring.isUnread($0) }
        guard let first = rows.first else { return nil }
        let places = rows.prefix(5).map { $0.place(.criterion).cell?.description ?? $0.title }.joined(separator: "、")
        let text = first.printedCriterion?.filter { !$0.isNewline } ?? ""
        let rest = rows.count > 5 ? "等 \(rows.count) 处" : ""
        return "评分标准没有读懂，没有按它核对得分：\(places)\(rest)（如“\(text.prefix(30))\(text.count > 30 ? "…" : "")”）"
    }

    /// 预算执行率 in the money block, where the template scores it there.
    private static func budgetScore(_ rows: FormRows, _ standard: Standard) -> (score: Score, weight: Decimal)? {
        guard standard.executionRatePlace == .budget else { return nil }
        let total = rows.line(standard.budgetTotalName)
        let weight = total?[.weight] ?? standard.executionRateWeight ?? 0
        var score =
            RateScoring.score(weight: weight, figures: .execution, rows: rows, standard: standard)
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
        guard let rate = RateValue(.execution, evaluation.rows) else { return }
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
