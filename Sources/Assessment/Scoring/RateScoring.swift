import Foundation

extension ScoringMethod {
    /// As much of the points as a rate over named figures makes.
    public static let rate = ScoringMethod(id: "rate", title: "执行率法")
}

/// `rate`: min(numerator ÷ denominator, 1) × points, over named figures.
enum RateScoring: Scoring {
    static let method = ScoringMethod.rate

    /// A rate is judged by itself, but for one that stands in for 预算执行率 without being it.
    static func needsTarget(_ choice: Standard.MethodChoice, _ standard: Standard) -> Bool { choice.rate == nil }

    static func score(_ subject: ScoringSubject) -> Score {
        let (indicator, weight, standard) = (subject.indicator, subject.weight, subject.standard)
        let figures = subject.choice.rate ?? .execution
        if var score = score(weight: weight, figures: figures, rows: subject.rows, standard: standard) {
            score.trace.inputs += ScoreTrace.Input.row(indicator, target: false, actual: false)
            return score
        }
        // 预算数 and 执行数 as the row's own target and result make the rate.
        if figures == .execution, indicator.statesAmounts { return ProportionScoring.score(subject) }
        // Without the figures the rate that the row states is all there is.
        guard figures == .execution, let stated = indicator.actualQuantity?.number, stated >= 0 else {
            let names = (figures.numerator + figures.denominator).map(\.name).joined(separator: "、")
            return Score(points: nil, method: method, formula: "", missing: "缺少计算执行率的数：\(names)")
        }
        let rate = FormulaExpression.operand(FormulaOperand(.statedRate, stated))
        let expression = points(rate, .operand(FormulaOperand(.weight, weight)), standard)
        var trace = ScoreTrace()
        trace.inputs = ScoreTrace.Input.row(indicator, target: false)
        let points = trace.reckon(expression.settled, weight: weight, places: standard.scorePlaces)
        var score = Score(
            points: points, method: method, formula: "\(stated)% × \(weight) = \(points)", expression: expression)
        score.trace = trace
        return score
    }

    /// The score by the figures alone; nil when one is missing or the denominator is not above 0.
    static func score(weight: Decimal, figures: RateFigures, rows: FormRows, standard: Standard) -> Score? {
        guard let rate = RateValue(figures, rows) else { return nil }
        let whole = FormulaExpression.operand(FormulaOperand(.weight, weight))
        let expression: FormulaExpression
        if figures == .execution {
            // The cells of the money block alone can stand in it.
            let parts = FormulaExpression.quotient(
                .operand(FormulaOperand(.amount(.executed), rate.numerator)),
                .operand(FormulaOperand(.amount(.adjusted), rate.denominator)))
            expression = points(parts, whole, standard)
        } else {
            expression = points(.shown(rate.quotient), whole, standard, atLeast: .number(0))
        }
        var trace = ScoreTrace()
        trace.inputs = rate.inputs
        trace.derivation = rate.derivation(places: standard.ratePlaces)
        let points = trace.reckon(expression.settled, weight: weight, places: standard.scorePlaces)
        let capped = rate.numerator > rate.denominator ? "（超过 100%，按满分计）" : ""
        var score = Score(
            points: points, method: method,
            formula: "\(rate.numerator) ÷ \(rate.denominator) × \(weight) = \(points)\(capped)", expression: expression)
        score.trace = trace
        return score
    }

    private static func points(
        _ rate: FormulaExpression, _ weight: FormulaExpression, _ standard: Standard, atLeast: FormulaExpression? = nil
    ) -> FormulaExpression {
        .rounded(
            .product(.held(rate, atLeast: atLeast, atMost: .number(1)), weight), places: standard.scorePlaces)
    }
}
