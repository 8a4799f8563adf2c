import Foundation

extension ScoringMethod {
    /// The person gives the points.
    public static let `self` = ScoringMethod(id: "self", title: "自评得分")
}

/// `self`: the person gives the points, 0…分值; below full needs a reason.
enum SelfScoring: Scoring {
    static let method: ScoringMethod = .self

    static func needsActual(_ choice: Standard.MethodChoice, _ standard: Standard) -> Bool {
        choice.rate == nil && standard.methodWithoutTarget == nil
    }

    static func score(_ subject: ScoringSubject) -> Score {
        let (indicator, weight) = (subject.indicator, subject.weight)
        guard let given = indicator.givenScore?.value else {
            return Score(
                points: nil, method: method, formula: "", missing: "得分由填报人给出，可填 0–\(weight) 分", allowed: 0...weight)
        }
        var score = Score(
            points: given, method: method, formula: "自评 \(given)（0–\(weight) 分）", allowed: 0...weight)
        score.trace.inputs = ScoreTrace.Input.row(indicator) + ScoreTrace.Input.given(indicator)
        score.trace.judgement = "可得 0–\(weight) 分"
        score.trace.formula = "自评 \(given)"
        return score
    }
}
