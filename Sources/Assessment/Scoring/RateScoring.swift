import Foundation

/// `rate`: min(numerator ÷ denominator, 1) × points, over named figures.
enum RateScoring {
    static func score(
        _ indicator: Indicator, weight: Decimal, figures: RateFigures, submission: Submission, standard: Standard
    ) -> Score {
        if var score = score(weight: weight, figures: figures, submission: submission, standard: standard) {
            score.trace.inputs += ScoreTrace.Input.row(indicator, target: false, actual: false)
            return score
        }
        // Without the figures the rate that the row states is all there is.
        guard figures == .execution, let stated = indicator.actualQuantity?.number, stated >= 0 else {
            let names = (figures.numerator + figures.denominator).map(\.name).joined(separator: "、")
            return Score(points: nil, method: .rate, formula: "", missing: "缺少计算执行率的数：\(names)")
        }
        var trace = ScoreTrace()
        trace.inputs = ScoreTrace.Input.row(indicator, target: false)
        let points = trace.reckon(
            "\(Reckoning.number(stated))% × \(weight)", exact: stated * weight / 100, weight: weight,
            places: standard.scorePlaces)
        var score = Score(
            points: points, method: .rate, formula: "\(stated)% × \(weight) = \(points)", cellFormula: .cappedRatio)
        score.trace = trace
        return score
    }

    /// The score by the figures alone; nil when one is missing or the denominator is not above 0.
    static func score(
        weight: Decimal, figures: RateFigures, submission: Submission, standard: Standard
    ) -> Score? {
        guard let rate = RateValue(figures, submission: submission, standard: standard) else { return nil }
        let (above, below) = (rate.numerator, rate.denominator)
        var trace = ScoreTrace()
        trace.inputs = rate.inputs
        trace.derivation = rate.derivation(places: standard.ratePlaces)
        let dividend = above < 0 ? "(\(Reckoning.number(above)))" : Reckoning.number(above)
        let points = trace.reckon(
            "\(dividend) ÷ \(Reckoning.number(below)) × \(weight)", exact: above * weight / below, weight: weight,
            places: standard.scorePlaces)
        let capped = above > below ? "（超过 100%，按满分计）" : ""
        var score = Score(
            points: points, method: .rate, formula: "\(above) ÷ \(below) × \(weight) = \(points)\(capped)",
            cellFormula: figures == .execution ? .executionRate : .rate(rate.cells))
        score.trace = trace
        return score
    }
}
