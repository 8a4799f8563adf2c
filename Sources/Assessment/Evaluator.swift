import Foundation

/// Scores a submission and runs the rules over it.
public enum Evaluator {
    /// Evaluates a submission against a template's standard. Pure: the same in gives the same out.
    public static func evaluate(_ brought: Submission, standard: Standard) -> Evaluation {
        var submission = brought
        if standard.executionRatePlace == .budget { submission.moveExecutionRateToBudget(standard) }
        let scorer = Scorer(submission: submission, standard: standard)
        let scores = submission.indicators.map(scorer.score)
        let total = submission.line(standard.budgetTotalName)

        var budgetScore: Score?
        var budgetWeight: Decimal = 0
        if standard.executionRatePlace == .budget {
            budgetWeight = total?[.weight] ?? standard.executionRateWeight ?? 0
            budgetScore =
                RateScoring.score(
                    weight: budgetWeight, figures: .execution, submission: submission, standard: standard)
                ?? Score(
                    points: total?[.score], method: .rate, formula: "", missing: "缺少全年预算数或全年执行数，不能计算执行率")
        }
        var rate: Decimal?
        if let executed = total?[.executed], let adjusted = total?[.adjusted], adjusted > 0 {
            rate = executed / adjusted
        }
        let sum = SumScoring.sum(scores + (budgetScore.map { [$0] } ?? []))
        let weights = submission.indicators.reduce(budgetWeight) { $0 + ($1.weight?.value ?? 0) }
        let isComplete = sum.isComplete && !submission.indicators.isEmpty
        var evaluation = Evaluation(
            submission: submission, standard: standard, scores: scores, budgetScore: budgetScore,
            executionRate: rate, total: isComplete ? sum.points : nil, scored: sum.points, weightTotal: weights,
            grade: isComplete ? standard.grade(of: sum.points) : nil)
        RuleRunner.run(on: &evaluation)
        return evaluation
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
        let name = standard.budgetTotalName
        if line(name) == nil { budget.insert(BudgetLine(name: name), at: 0) }
        guard let line = budget.firstIndex(where: { $0.name == name }) else { return }
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
