import Foundation
import Spreadsheet

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

    /// The points lie within the band that 实际完成值 names: what they are there is the person's to say.
    func isWithinBand(_ standard: Standard) -> Bool {
        guard score.method == .bands, indicator.target?.isQuantitative == false, let points, let allowed = score.allowed
        else { return false }
        return BandScoring.namedBand(of: indicator, standard: standard) == standard.bands.first
            && allowed.contains(points)
    }

    /// What the row's own 得分系数 makes of its 分值: the points from … to, for a coefficient is printed rounded. More than one where 1 may be 1 % or the
    /// whole; none where the row has no coefficient, no points or no 分值.
    var coefficientPoints: [ClosedRange<Decimal>] { coefficientPoints(isRounded: false) }

    /// - Parameter isRounded: A coefficient of one place (0.9) may be a rounded one as well, of 0.95.
    func coefficientPoints(isRounded: Bool) -> [ClosedRange<Decimal>] {
        guard let coefficient = indicator.coefficient, let share = coefficient.value, share >= 0, let weight,
            let given = indicator.givenScore, given.value != nil
        else { return [] }
        let half = Decimal(sign: .plus, exponent: -coefficient.precision - 1, significand: 5)
        let own = Decimal(sign: .plus, exponent: -given.precision - 1, significand: 5)
        // 90, 90% and 0.9; up to 2 a number may be a share of one.
        let hundredth = Decimal(sign: .plus, exponent: -2, significand: 1)
        let factors = coefficient.text.contains("%") || share > 2 || share == 0 ? [hundredth] : [1, hundredth]
        // 98% and 0.98 may be rounded; 0.9 is a coefficient as it stands, and what is printed goes first.
        let most = Decimal(sign: .plus, exponent: -3, significand: 5)
        return factors.map { factor in
            let (middle, slack) = (share * factor, isRounded ? half * factor : min(half * factor, most))
            return (middle - slack) * weight - own...(middle + slack) * weight + own
        }
    }

    /// Whether the points are those of the row's own 得分系数, as far as it is printed.
    var agreesWithCoefficient: Bool {
        guard let given = indicator.givenScore?.value else { return false }
        return coefficientPoints.contains { $0.contains(given) }
    }
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
        // What the row's own 评分标准 leaves open nobody can call too little.
        if row.score.method == .criterion, row.computed == nil { return false }
        // Points within the first band of a target in words are the person's to give.
        if row.indicator.target?.isQuantitative == false, row.computed == nil, let band = standard.bands.first,
            given >= weight * band.from / 100
        {
            return false
        }
        // A method that takes points off for other things than the target has its say.
        return row.computed.map { $0 >= weight } ?? true
    }

    /// Whether all points were given although the target was missed, in a row whose own 评分标准 does not settle what that costs.
    func isFullUnderOpenCriterion(_ row: JudgedIndicator) -> Bool {
        guard !row.indicator.isExecutionRate, row.score.method == .criterion, row.computed == nil,
            !row.score.isBelowFull, row.indicator.target?.isQuantitative == true, let weight = row.weight,
            row.indicator.givenScore?.value == weight
        else { return false }
        return row.indicator.outcome(standard) == .missed
    }

    /// Whether all points were given although the target was missed.
    func isFullThoughMissed(_ row: JudgedIndicator) -> Bool {
        guard !row.indicator.isExecutionRate, let weight = row.weight, let given = row.indicator.givenScore?.value,
            given == weight
        else { return false }
        if row.score.method == .criterion {
            guard !row.score.alternatives.contains(where: { $0 >= weight }) else { return false }
            guard let computed = row.computed else { return row.score.isBelowFull }
            return computed < weight && row.indicator.outcome(standard) == .missed
        }
        guard row.indicator.outcome(standard) == .missed else { return false }
        // Steps may give all points below the target.
        return row.computed.map { $0 < weight } ?? true
    }
}
