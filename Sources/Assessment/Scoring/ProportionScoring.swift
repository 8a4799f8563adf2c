import Foundation

/// `proportion`: as much of the points as there is of the target.
///
/// ≥: min(actual ÷ target, 1) × points. ≤: met → points, else target ÷ actual × points. =: met → points, else the
/// smaller ÷ the larger × points. Range: inside → points, else half the width ÷ the deviation × points. A target of 0 is
/// met only when equal. A date is met or not; when it is not, the person gives the points.
enum ProportionScoring {
    static func score(_ indicator: Indicator, weight: Decimal, places: Int) -> Score {
        guard let target = indicator.target, let actual = indicator.actualQuantity else {
            return Score(points: nil, method: .proportion, formula: "", missing: "没有可以比较的指标值和完成值")
        }
        if let wanted = target.quantity.date { return dated(wanted, target, actual, weight) }
        guard let wanted = target.quantity.number, target.isQuantitative else {
            return Score(points: nil, method: .proportion, formula: "", missing: "年度指标值不是数，不能按比例计算")
        }
        guard let reached = UnitConversion.number(of: actual, in: target.quantity.unit) else {
            return Score(points: nil, method: .proportion, formula: "", missing: "实际完成值不是一个数，不能按比例计算")
        }
        let result = share(target.comparison, wanted: wanted, reached: reached, tolerance: target.tolerance)
        let points = DecimalText.rounded(max(0, min(result.share * weight, weight)), places: places)
        let words =
            result.share == 1
            ? "\(reached)\(actual.unit) 达到 \(target.comparison.rawValue)\(wanted)\(target.quantity.unit)，得满分 \(points)"
            : "\(result.words) × \(weight) = \(points)"
        return Score(points: points, method: .proportion, formula: words, cellFormula: result.formula)
    }

    private struct Share {
        var share: Decimal
        var words: String
        var formula: CellFormula
    }

    private static func share(
        _ comparison: Target.Operator, wanted: Decimal, reached: Decimal, tolerance: Decimal?
    ) -> Share {
        if comparison == .within, let tolerance {
            let deviation = abs(reached - wanted)
            let share = deviation <= tolerance ? 1 : (deviation == 0 ? 1 : tolerance / deviation)
            return Share(share: share, words: "\(tolerance) ÷ \(deviation)", formula: .withinRange(tolerance))
        }
        if wanted == 0 {
            let isMet = comparison == .atLeast ? reached >= 0 : reached == 0
            return Share(share: isMet ? 1 : 0, words: isMet ? "1" : "0（目标为 0，未达到）", formula: .equality)
        }
        switch comparison {
        case .atMost:
            let share = reached <= wanted ? 1 : wanted / reached
            return Share(share: share, words: "\(wanted) ÷ \(reached)", formula: .inverseRatio)
        case .equal:
            let larger = max(reached, wanted)
            let share = reached == wanted ? 1 : (larger == 0 ? 0 : min(reached, wanted) / larger)
            return Share(
                share: max(0, share), words: "\(min(reached, wanted)) ÷ \(larger)", formula: .nearness)
        case .atLeast, .within, .qualitative:
            return Share(
                share: max(0, min(reached / wanted, 1)), words: "\(reached) ÷ \(wanted)", formula: .cappedRatio)
        }
    }

    private static func dated(_ wanted: Int, _ target: Target, _ actual: Quantity, _ weight: Decimal) -> Score {
        guard let reached = actual.date else {
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
        return Score(
            points: weight, method: .proportion,
            formula: "\(actual.text) 达到 \(target.comparison.rawValue)\(target.quantity.text)，得满分 \(weight)",
            cellFormula: .full)
    }
}
