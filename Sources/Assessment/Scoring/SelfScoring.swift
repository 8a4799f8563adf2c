import Foundation

/// `self`: the person gives the points, 0…分值; below full needs a reason.
enum SelfScoring {
    static func score(_ indicator: Indicator, weight: Decimal) -> Score {
        guard let given = indicator.givenScore?.value else {
            return Score(
                points: nil, method: .self, formula: "", missing: "得分由填报人给出，可填 0–\(weight) 分", allowed: 0...weight)
        }
        var score = Score(
            points: given, method: .self, formula: "自评 \(given)（0–\(weight) 分）", allowed: 0...weight)
        score.trace.inputs = ScoreTrace.Input.row(indicator) + ScoreTrace.Input.given(indicator)
        score.trace.judgement = "可得 0–\(weight) 分"
        score.trace.formula = "自评 \(given)"
        return score
    }
}
