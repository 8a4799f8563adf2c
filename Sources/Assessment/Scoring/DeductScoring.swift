import Foundation

/// `deduct`: full at the limit, less for each step beyond it, never below 0.
enum DeductScoring {
    static func score(
        _ indicator: Indicator, weight: Decimal, choice: Standard.MethodChoice, submission: Submission,
        standard: Standard
    ) -> Score {
        guard let rule = choice.deduction else {
            return Score(points: nil, method: .deduct, formula: "", missing: "模板没有写怎样扣分")
        }
        let (found, missing) = JudgedValue.of(
            indicator, figures: choice.rate, submission: submission, standard: standard)
        guard let judged = found else {
            return Score(points: nil, method: .deduct, formula: "", missing: missing)
        }
        var trace = ScoreTrace()
        trace.inputs = judged.inputs
        trace.derivation = judged.derivation
        let beyond = rule.side == .above ? judged.value - rule.limit : rule.limit - judged.value
        let limit = JudgedValue.shown(rule.limit, unit: judged.unit)
        let side = rule.side == .above ? "超过" : "低于"
        trace.rule = "不\(side) \(limit) 得满分；\(words(rule, unit: judged.unit))，扣完为止"
        let points: Decimal
        if beyond <= 0 {
            trace.judgement = "\(judged.shown) 没有\(side) \(limit)"
            points = trace.reckon("\(weight) × 100%", exact: weight, weight: weight, places: standard.scorePlaces)
        } else {
            let count = Self.count(of: beyond, rule: rule)
            let cost = rule.isShare ? weight * rule.costs / 100 : rule.costs
            trace.judgement =
                "\(judged.shown) \(side) \(limit)，相差 \(distance(beyond, unit: judged.unit))；\(words(rule, unit: judged.unit))，扣 \(Reckoning.number(count)) 次"
            let costWords = rule.isShare ? "(\(weight) × \(rule.costs)%)" : "\(rule.costs)"
            points = trace.reckon(
                "\(weight) − \(Reckoning.number(count)) × \(costWords)", exact: weight - count * cost, weight: weight,
                places: standard.scorePlaces)
            if trace.exact.map({ $0 < 0 }) ?? false { trace.cap = "扣完为止，最低 0 分" }
        }
        var score = Score(
            points: points, method: .deduct,
            formula: beyond <= 0
                ? "\(trace.judgement)，得满分 \(points)" : trace.formula + (trace.cap.isEmpty ? "" : "（\(trace.cap)）"),
            cellFormula: .deduct(judged.cells, rule))
        score.trace = trace
        return score
    }

    /// How many steps count.
    private static func count(of beyond: Decimal, rule: ScoreDeduction) -> Decimal {
        let parts = DecimalText.rounded(beyond / rule.step, places: 10)
        var part = parts
        var count = Decimal()
        switch rule.counting {
        case .exact: return parts
        case .started: NSDecimalRound(&count, &part, 0, .up)
        case .full: NSDecimalRound(&count, &part, 0, .down)
        }
        return count
    }

    private static func distance(_ value: Decimal, unit: String) -> String {
        Reckoning.number(DecimalText.rounded(value, places: 4)) + (unit == "%" ? " 个百分点" : unit)
    }

    /// `每满 1 个百分点扣 0.5 分`.
    static func words(_ rule: ScoreDeduction, unit: String) -> String {
        let step = distance(rule.step, unit: unit)
        let cost = rule.isShare ? "扣分值的 \(rule.costs)%" : "扣 \(rule.costs) 分"
        switch rule.counting {
        case .started: return "每\(step)\(cost)，不足也算一次".replacingOccurrences(of: "每", with: "每 ")
        case .full: return "每满 \(step)\(cost)"
        case .exact: return "每 \(step)\(cost)，按比例计"
        }
    }
}
