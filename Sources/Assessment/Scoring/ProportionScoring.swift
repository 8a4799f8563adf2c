import Foundation

extension ScoringMethod {
    /// As much of the points as there is of the target.
    public static let proportion = ScoringMethod(id: "proportion", title: "比例法")
}

/// `proportion`: as much of the points as there is of the target.
///
/// ≥: min(actual ÷ target, 1) × points. ≤: met → points, else target ÷ actual × points. =: met → points, else the
/// smaller ÷ the larger × points. Range: inside → points, else half the width ÷ the deviation × points. A target of 0 is
/// met only when equal, ≤ 0 also by what is below. A date, and a target below 0, is met or not; when it is not, the person gives the points.
enum ProportionScoring: Scoring {
    static let method = ScoringMethod.proportion

    static func needsTarget(_ choice: Standard.MethodChoice, _ standard: Standard) -> Bool { true }

    static func score(_ subject: ScoringSubject) -> Score {
        let indicator = subject.indicator
        guard let target = indicator.target, let actual = indicator.actualQuantity else {
            return Score(points: nil, method: method, formula: "", missing: "没有可以比较的指标值和完成值")
        }
        if target.quantity.period != nil { return dated(subject) }
        guard let wanted = target.quantity.number, target.isQuantitative else {
            return Score(points: nil, method: method, formula: "", missing: "年度指标值不是数，不能按比例计算")
        }
        guard indicator.unitsAgree else {
            return Score(points: nil, method: method, formula: "", missing: UnitRelation.words(indicator))
        }
        guard let reached = indicator.reached else {
            return Score(points: nil, method: method, formula: "", missing: "实际完成值不是一个数，不能按比例计算")
        }
        if target.isSpan { return inSpan(subject) }
        if wanted == 0, indicator.outcome(subject.standard) == .unknown {
            return Score(
                points: nil, method: method, formula: "", missing: "目标是 0，看不出完成值 \(reached) 算不算达到，得分由填报人给出")
        }
        if target.isStrict, reached == wanted {
            var score = Score(
                points: nil, method: method, formula: "",
                missing: "完成值 \(reached) 正好是 \(target.shown) 的数，得分由填报人给出", allowed: 0...subject.weight)
            score.isBelowFull = indicator.outcome(subject.standard) == .missed
            return score
        }
        guard let points = points(target, wanted: wanted, reached: reached, weight: subject.weightOperand) else {
            return Score(
                points: nil, method: method, formula: "", missing: "年度指标值是负数，没有达到时不能按比例计算，得分由填报人给出",
                allowed: 0...subject.weight)
        }
        let settled = points.settled
        if settled.isWholeWeight {
            let met = "\(reached)\(actual.unit) 达到 \(target.sign)\(wanted)\(target.quantity.unit)"
            return full(subject, points, settled, judgement: met)
        }
        var trace = ScoreTrace()
        trace.inputs = ScoreTrace.Input.row(indicator)
        trace.judgement = "\(reached)\(actual.unit) 没有达到 \(target.shown)"
        // A target of 0 that was missed leaves none of the weight.
        let isNothing = settled == .number(0)
        let counted = isNothing ? .product(.number(0), subject.weightOperand) : settled
        let given = trace.reckon(counted, weight: subject.weight, places: subject.standard.scorePlaces)
        let words = isNothing ? "0（目标为 0，未达到） × \(subject.weight)" : counted.words()
        var score = Score(
            points: given, method: method, formula: "\(words) = \(given)", expression: subject.rounded(points))
        score.trace = trace
        return score
    }

    /// The points before they are rounded; nil where they do not follow from the figures: a quotient of numbers below 0 says the contrary of what
    /// it should.
    private static func points(
        _ target: Target, wanted: Decimal, reached: Decimal, weight: FormulaExpression
    ) -> FormulaExpression? {
        let actual = FormulaExpression.operand(FormulaOperand(.actual, reached))
        let limit = FormulaExpression.operand(FormulaOperand(.target, wanted))
        if target.comparison == .within, let tolerance = target.tolerance {
            return .product(nearness(of: actual, to: limit, tolerance: tolerance), weight)
        }
        // ≤ 0 is kept by what fell: −5 % for a change that must not rise.
        if wanted == 0, target.comparison == .atMost, reached < 0 { return weight }
        if wanted == 0 {
            let sign: FormulaTest.Sign = target.comparison == .atLeast ? .atLeast : .equal
            return .condition([FormulaTest(actual, sign, .number(0))], then: weight, otherwise: .number(0))
        }
        switch target.comparison {
        case .atMost:
            if wanted < 0 { return reached <= wanted ? weight : nil }
            return .product(
                .condition(
                    [FormulaTest(actual, .atMost, limit)], then: .number(1), otherwise: .quotient(limit, actual)),
                weight)
        case .equal:
            if wanted < 0, reached != wanted { return nil }
            let share = FormulaExpression.quotient(.minimum(actual, limit), .maximum(actual, limit))
            return .product(
                .condition(
                    [FormulaTest(actual, .equal, limit)], then: .number(1), otherwise: .maximum(share, .number(0))),
                weight)
        case .atLeast, .within, .qualitative:
            if wanted < 0 { return reached >= wanted ? weight : nil }
            let share = FormulaExpression.minimum(.quotient(actual, limit), .number(1))
            return .product(.held(share, atLeast: .number(0), atMost: nil), weight)
        }
    }

    /// The whole inside the range, else half its width over the distance, which is rounded: in binary 0.95-0.9 is a little more than 0.05.
    private static func nearness(
        of actual: FormulaExpression, to wanted: FormulaExpression, tolerance: Decimal
    ) -> FormulaExpression {
        let distance = FormulaExpression.rounded(.absolute(.difference(actual, wanted)), places: 10)
        let half = FormulaExpression.operand(FormulaOperand(.tolerance, tolerance))
        return .condition(
            [FormulaTest(distance, .atMost, half)], then: .number(1), otherwise: .quotient(half, distance))
    }

    /// - Parameters:
    ///   - points: The formula; nil where no figure decided.
    ///   - settled: What of it counts.
    private static func full(
        _ subject: ScoringSubject, _ points: FormulaExpression?, _ settled: FormulaExpression? = nil, judgement: String
    ) -> Score {
        var trace = ScoreTrace()
        trace.inputs = ScoreTrace.Input.row(subject.indicator)
        trace.judgement = judgement
        let given = trace.reckon(
            settled ?? (points ?? subject.weightOperand).settled, weight: subject.weight,
            places: subject.standard.scorePlaces)
        var score = Score(
            points: given, method: method, formula: "\(judgement)，得满分 \(given)",
            expression: subject.rounded(points ?? subject.weightOperand))
        score.trace = trace
        return score
    }

    /// Inside a range that was written by its ends the points are whole; outside nobody says how many there are.
    private static func inSpan(_ subject: ScoringSubject) -> Score {
        let (indicator, target) = (subject.indicator, subject.indicator.target?.text ?? "")
        let outcome = indicator.outcome(subject.standard)
        guard outcome == .met else {
            var score = Score(
                points: nil, method: method, formula: "", missing: "完成值不在 \(target) 之内，得分由填报人给出",
                allowed: 0...subject.weight)
            score.isBelowFull = outcome == .missed
            return score
        }
        return full(subject, nil, judgement: "\(indicator.actual?.text ?? "") 在 \(target) 之内")
    }

    private static func dated(_ subject: ScoringSubject) -> Score {
        let indicator = subject.indicator
        switch indicator.outcome(subject.standard) {
        case .met:
            let text = indicator.target?.text ?? ""
            return full(subject, nil, judgement: "\(indicator.actual?.text ?? "") 达到 \(text)")
        case .missed:
            var score = Score(
                points: nil, method: method, formula: "", missing: "未按目标日期完成，得分由填报人给出", allowed: 0...subject.weight)
            score.isBelowFull = true
            return score
        case .unknown:
            return Score(points: nil, method: method, formula: "", missing: "实际完成值没有写明日期，不能与目标日期比较")
        }
    }
}
