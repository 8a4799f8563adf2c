import Foundation

/// `proportion`: as much of the points as there is of the target.
///
/// ≥: min(actual ÷ target, 1) × points. ≤: met → points, else target ÷ actual × points. =: met → points, else the
/// smaller ÷ the larger × points. Range: inside → points, else half the width ÷ the deviation × points. A target of 0 is
/// met only when equal, ≤ 0 also by what is below. A date, and a target below 0, is met or not; when it is not, the person gives the points.
enum ProportionScoring {
    static func score(_ indicator: Indicator, weight: Decimal, places: Int) -> Score {
        guard let target = indicator.target, let actual = indicator.actualQuantity else {
            return Score(points: nil, method: .proportion, formula: "", missing: "没有可以比较的指标值和完成值")
        }
        if let wanted = target.quantity.date { return dated(wanted, indicator, weight: weight, places: places) }
        guard let wanted = target.quantity.number, target.isQuantitative else {
            return Score(points: nil, method: .proportion, formula: "", missing: "年度指标值不是数，不能按比例计算")
        }
        guard let reached = UnitConversion.number(of: actual, in: target.quantity.unit) else {
            return Score(points: nil, method: .proportion, formula: "", missing: "实际完成值不是一个数，不能按比例计算")
        }
        let met = "\(reached)\(actual.unit) 达到 \(target.comparison.rawValue)\(wanted)\(target.quantity.unit)"
        guard let share = share(target.comparison, wanted: wanted, reached: reached, tolerance: target.tolerance) else {
            return Score(
                points: nil, method: .proportion, formula: "", missing: "年度指标值是负数，没有达到时不能按比例计算，得分由填报人给出",
                allowed: 0...weight)
        }
        if share.isFull {
            return full(indicator, weight: weight, places: places, judgement: met, formula: share.formula)
        }
        var trace = ScoreTrace()
        trace.inputs = ScoreTrace.Input.row(indicator)
        trace.judgement = "\(reached)\(actual.unit) 没有达到 \(target.shown)"
        // Multiplied first: no digit of a quotient that never ends gets lost before the rounding.
        let points = trace.reckon(
            "\(share.words) × \(weight)", exact: share.part * weight / share.whole, weight: weight, places: places)
        var score = Score(
            points: points, method: .proportion, formula: "\(share.legend ?? share.words) × \(weight) = \(points)",
            cellFormula: share.formula)
        score.trace = trace
        return score
    }

    /// As much as the part is of the whole.
    private struct Share {
        var part: Decimal
        var whole: Decimal
        var formula: CellFormula
        /// Words instead of the quotient.
        var legend: String?
        var isFull: Bool { part >= whole }
        var words: String {
            if whole == 1, part == 0 { return "0" }
            return (part < 0 ? "(\(Reckoning.number(part)))" : Reckoning.number(part)) + " ÷ \(Reckoning.number(whole))"
        }
    }

    private static func share(
        _ comparison: Target.Operator, wanted: Decimal, reached: Decimal, tolerance: Decimal?
    ) -> Share? {
        if comparison == .within, let tolerance {
            let deviation = abs(reached - wanted)
            let isInside = deviation <= tolerance
            return Share(
                part: isInside ? 1 : tolerance, whole: isInside ? 1 : deviation, formula: .withinRange(tolerance))
        }
        // ≤ 0 is kept by what fell: −5 % for a change that must not rise.
        if wanted == 0, comparison == .atMost, reached < 0 { return Share(part: 1, whole: 1, formula: .full) }
        if wanted == 0 {
            let isMet = comparison == .atLeast ? reached >= 0 : reached == 0
            return Share(part: isMet ? 1 : 0, whole: 1, formula: .equality, legend: "0（目标为 0，未达到）")
        }
        switch comparison {
        case .atMost where reached <= wanted:
            return Share(part: 1, whole: 1, formula: wanted < 0 ? .full : .inverseRatio)
        case .atMost: return wanted < 0 ? nil : Share(part: wanted, whole: reached, formula: .inverseRatio)
        case .equal:
            if reached == wanted { return Share(part: 1, whole: 1, formula: .nearness) }
            if wanted < 0 { return nil }
            return reached < 0
                ? Share(part: 0, whole: 1, formula: .nearness)
                : Share(part: min(reached, wanted), whole: max(reached, wanted), formula: .nearness)
        case .atLeast, .within, .qualitative:
            if reached >= wanted { return Share(part: 1, whole: 1, formula: wanted < 0 ? .full : .cappedRatio) }
            return wanted < 0 ? nil : Share(part: reached, whole: wanted, formula: .cappedRatio)
        }
    }

    private static func full(
        _ indicator: Indicator, weight: Decimal, places: Int, judgement: String, formula: CellFormula
    ) -> Score {
        var trace = ScoreTrace()
        trace.inputs = ScoreTrace.Input.row(indicator)
        trace.judgement = judgement
        let points = trace.reckon("\(weight) × 100%", exact: weight, weight: weight, places: places)
        var score = Score(
            points: points, method: .proportion, formula: "\(judgement)，得满分 \(points)", cellFormula: formula)
        score.trace = trace
        return score
    }

    private static func dated(_ wanted: Int, _ indicator: Indicator, weight: Decimal, places: Int) -> Score {
        guard let target = indicator.target, let actual = indicator.actualQuantity, let reached = actual.date else {
            return Score(points: nil, method: .proportion, formula: "", missing: "实际完成值不是日期，不能与目标日期比较")
        }
        // A target month without a day is kept until its end; an actual month without a day counts as its beginning.
        let limit = wanted % 100 == 0 ? wanted + 31 : wanted
        let isMet: Bool
        switch target.comparison {
        case .atLeast: isMet = reached >= wanted
        case .equal: isMet = reached >= wanted && reached <= limit
        default: isMet = reached <= limit
        }
        guard isMet else {
            return Score(
                points: nil, method: .proportion, formula: "", missing: "未按目标日期完成，得分由填报人给出", allowed: 0...weight)
        }
        return full(
            indicator, weight: weight, places: places,
            judgement: "\(actual.text) 达到 \(target.comparison.rawValue)\(target.quantity.text)", formula: .full)
    }
}
