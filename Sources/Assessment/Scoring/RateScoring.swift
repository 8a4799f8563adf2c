import Foundation

/// `rate`: min(numerator ÷ denominator, 1) × points, over named figures.
enum RateScoring {
    static func score(
        _ indicator: Indicator, weight: Decimal, figures: RateFigures, submission: Submission, standard: Standard
    ) -> Score {
        if let score = score(weight: weight, figures: figures, submission: submission, standard: standard) {
            return score
        }
        // Without the figures the rate that the row states is all there is.
        guard figures == .execution, let stated = indicator.actualQuantity?.number, stated >= 0 else {
            let names = (figures.numerator + figures.denominator).map(\.name).joined(separator: "、")
            return Score(points: nil, method: .rate, formula: "", missing: "缺少计算执行率的数：\(names)")
        }
        let points = DecimalText.rounded(min(stated / 100, 1) * weight, places: standard.scorePlaces)
        return Score(
            points: points, method: .rate, formula: "\(stated)% × \(weight) = \(points)", cellFormula: .cappedRatio)
    }

    /// The score by the figures alone; nil when one is missing or the denominator is not above 0.
    static func score(
        weight: Decimal, figures: RateFigures, submission: Submission, standard: Standard
    ) -> Score? {
        guard let above = sum(figures.numerator, submission, standard),
            let below = sum(figures.denominator, submission, standard), below > 0
        else { return nil }
        let points = DecimalText.rounded(max(0, min(above / below, 1)) * weight, places: standard.scorePlaces)
        let capped = above > below ? "（超过 100%，按满分计）" : ""
        return Score(
            points: points, method: .rate, formula: "\(above) ÷ \(below) × \(weight) = \(points)\(capped)",
            cellFormula: figures == .execution ? .executionRate : nil)
    }

    private static func sum(_ terms: [RateFigures.Term], _ submission: Submission, _ standard: Standard) -> Decimal? {
        var sum: Decimal = 0
        for term in terms {
            guard let figure = submission.figure(term.name, totalRow: standard.budgetTotalName) else { return nil }
            sum += term.isSubtracted ? -figure : figure
        }
        return sum
    }
}
