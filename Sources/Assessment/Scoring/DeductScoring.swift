import Foundation

extension ScoringMethod {
    /// Full at the limit, less for each step beyond it.
    public static let deduct = ScoringMethod(id: "deduct", title: "扣分法")
}

/// `deduct`: full at the limit, less for each step beyond it, never below 0.
enum DeductScoring: Scoring {
    static let method = ScoringMethod.deduct

    /// The template's own limit is the target.
    static func needsTarget(_ choice: Standard.MethodChoice, _ standard: Standard) -> Bool { false }

    static func score(_ subject: ScoringSubject) -> Score {
        guard let rule = subject.choice.deduction else {
            return Score(points: nil, method: method, formula: "", missing: "模板没有写怎样扣分")
        }
        let (found, missing) = JudgedValue.of(subject)
        guard let judged = found else {
            return Score(points: nil, method: method, formula: "", missing: missing)
        }
        let (weight, places) = (subject.weight, subject.standard.scorePlaces)
        var trace = ScoreTrace()
        trace.inputs = judged.inputs
        trace.derivation = judged.derivation
        let beyond = rule.side == .above ? judged.value - rule.limit : rule.limit - judged.value
        let limit = JudgedValue.shown(rule.limit, unit: judged.unit)
        let side = rule.side == .above ? "超过" : "低于"
        trace.rule = "不\(side) \(limit) 得满分；\(words(rule, unit: judged.unit))，扣完为止"
        let count = count(judged.expression, rule)
        let expression = expression(rule, count, subject)
        let points: Decimal
        if beyond <= 0 {
            trace.judgement = "\(judged.shown) 没有\(side) \(limit)"
            points = trace.reckon(subject.weightOperand, weight: weight, places: places)
        } else {
            trace.judgement =
                "\(judged.shown) \(side) \(limit)，相差 \(distance(beyond, unit: judged.unit))；\(words(rule, unit: judged.unit))，扣 \(Reckoning.number(count.value)) 次"
            points = trace.reckon(expression.settled, weight: weight, places: places)
            if trace.exact.map({ $0 < 0 }) ?? false { trace.cap = "扣完为止，最低 0 分" }
        }
        var score = Score(
            points: points, method: method,
            formula: beyond <= 0
                ? "\(trace.judgement)，得满分 \(points)" : trace.formula + (trace.cap.isEmpty ? "" : "（\(trace.cap)）"),
            expression: expression)
        score.trace = trace
        return score
    }

    /// How many steps beyond the limit count.
    private static func count(_ value: FormulaExpression, _ rule: ScoreDeduction) -> FormulaExpression {
        let limit = FormulaExpression.number(rule.limit)
        let beyond = rule.side == .above ? FormulaExpression.difference(value, limit) : .difference(limit, value)
        // Ten places: in binary the third part of three steps is a little less than one.
        let parts = FormulaExpression.rounded(
            .quotient(.maximum(beyond, .number(0)), .number(rule.step)), places: 10)
        switch rule.counting {
        case .exact: return parts
        case .started: return .rounded(parts, places: 0, .up)
        case .full: return .rounded(parts, places: 0, .down)
        }
    }

    private static func expression(
        _ rule: ScoreDeduction, _ count: FormulaExpression, _ subject: ScoringSubject
    ) -> FormulaExpression {
        let cost: FormulaExpression =
            rule.isShare ? .product(subject.weightOperand, .percent(rule.costs)) : .number(rule.costs)
        return subject.rounded(
            .held(.difference(subject.weightOperand, .product(count, cost)), atLeast: .number(0), atMost: nil))
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
