import Foundation

/// An indicator with its computed score.
struct JudgedIndicator {
    let indicator: Indicator
    let score: Score

    /// It has no share in weights and total.
    var isLeftOut: Bool { score.leftOut != nil }

    /// 分值, where it is a number above 0.
    var weight: Decimal? { indicator.weight?.value.flatMap { $0 > 0 ? $0 : nil } }

    /// The points: as the person gave them, else as computed.
    var points: Decimal? { indicator.givenScore?.value ?? score.points }

    /// Points that the template's method computes by itself, leaving the person nothing to choose.
    var computed: Decimal? { score.missing == nil && score.allowed == nil ? score.points : nil }
}

extension Evaluation {
    /// The total that a sum of points makes: scaled up for rows that are left out, held down by a cap, where the template says so.
    func total(of sum: Decimal) -> Decimal {
        let names = scoredRows.filter(\.isLeftOut).map(\.indicator.title)
        return TotalScoring(standard: standard, rate: rateTrace?.exact, weights: weightTotal, leftOut: names)
            .result([], sum: sum).total
    }

    /// Whether points are missing although the target was reached.
    func isDeductedThoughMet(_ row: JudgedIndicator) -> Bool {
        guard !row.indicator.isExecutionRate, let weight = row.weight, let given = row.indicator.givenScore?.value,
            given >= 0, given < weight, row.indicator.outcome(standard) == .met
        else { return false }
        // A method that takes points off for other things than the target has its say.
        return row.computed.map { $0 >= weight } ?? true
    }

    /// Whether all points were given although the target was missed.
    func isFullThoughMissed(_ row: JudgedIndicator) -> Bool {
        guard !row.indicator.isExecutionRate, let weight = row.weight, let given = row.indicator.givenScore?.value,
            given == weight, row.indicator.outcome(standard) == .missed
        else { return false }
        // Steps may give all points below the target.
        return row.computed.map { $0 < weight } ?? true
    }
}
