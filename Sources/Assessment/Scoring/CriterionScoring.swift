import Foundation

extension ScoringMethod {
    /// By the 评分标准 that the form prints in the row.
    public static let criterion = ScoringMethod(id: "criterion", title: "表中评分标准")
}

/// `criterion`: what the form itself prints of a row's points, before anything that a template says. What it does not settle, the person gives.
enum CriterionScoring: Scoring {
    static let method = ScoringMethod.criterion

    static func needsTarget(_ choice: Standard.MethodChoice, _ standard: Standard) -> Bool { false }

    static func score(_ subject: ScoringSubject) -> Score {
        guard let text = subject.indicator.printedCriterion else {
            return Score(points: nil, method: method, formula: "", missing: "表中没有评分标准")
        }
        guard let criterion = CriterionParser.criterion(text) else {
            return unsettled(subject, "评分标准“\(short(text))”没有读懂，得分由填报人对照给出")
        }
        var score = score(criterion, subject)
        score.trace.rule = CriterionText.words(criterion, weight: subject.weight)
        return score
    }

    /// Whether a criterion was read, and gives the points by itself or leaves them to the person.
    static func isUnread(_ indicator: Indicator) -> Bool {
        indicator.printedCriterion.map { CriterionParser.criterion($0) == nil } ?? false
    }

    private static func short(_ text: String) -> String {
        let line = text.filter { !$0.isNewline }
        return line.count > 30 ? line.prefix(30) + "…" : line
    }

    /// The person's own points, held to nothing but 分值.
    private static func unsettled(_ subject: ScoringSubject, _ why: String, isBelowFull: Bool = false) -> Score {
        var score = Score(points: nil, method: method, formula: "", missing: why)
        score.isBelowFull = isBelowFull
        return score
    }

    private static func score(_ criterion: ScoringCriterion, _ subject: ScoringSubject) -> Score {
        if let why = whyOtherWeight(criterion, subject.weight) { return unsettled(subject, why) }
        let reckoning = CriterionReckoning(criterion, subject)
        switch reckoning.result() {
        case .unsettled(let why, let isBelowFull): return unsettled(subject, why, isBelowFull: isBelowFull)
        case .given(let result):
            var trace = ScoreTrace()
            trace.inputs = result.inputs
            trace.derivation = result.derivation
            trace.judgement = result.judgement
            let settled = result.expression.settled
            // Nothing of the weight is left: 0 × 10.
            let counted = settled == .number(0) ? .product(.number(0), subject.weightOperand) : settled
            let points = trace.reckon(counted, weight: subject.weight, places: subject.standard.scorePlaces)
            if trace.exact.map({ $0 < 0 }) ?? false { trace.cap = "扣完为止，最低 0 分" }
            let tail = trace.cap.isEmpty ? "" : "（\(trace.cap)）"
            var score = Score(
                points: points, method: method,
                formula: [result.judgement, trace.formula + tail].filter { !$0.isEmpty }.joined(separator: "，"),
                expression: result.isWritable ? result.expression : nil)
            score.trace = trace
            score.alternatives = result.alternatives.map { max(0, min($0, subject.weight)) }
            return score
        }
    }

    /// Why points that a criterion names can't be those of the row's 分值; nil where they can.
    private static func whyOtherWeight(_ criterion: ScoringCriterion, _ weight: Decimal) -> String? {
        let named = criterion.rules.compactMap { rule -> Decimal? in
            if case .points(let points) = rule.award { return points }
            return nil
        }
        let parts = criterion.parts(of: weight)
        guard let most = named.max(), most > 0, parts.isEmpty else { return nil }
        let hasFull = criterion.rules.contains { $0.award == .full || $0.award == .proportional }
        if most > weight || !hasFull && most != weight { return "评分标准写的最高分是 \(most) 分，分值是 \(weight) 分" }
        return nil
    }
}
