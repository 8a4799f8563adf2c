import Foundation

/// `steps`: the first band that the value falls in gives the points.
enum StepsScoring {
    static func score(
        _ indicator: Indicator, weight: Decimal, choice: Standard.MethodChoice, submission: Submission,
        standard: Standard
    ) -> Score {
        guard let steps = choice.steps else {
            return Score(points: nil, method: .steps, formula: "", missing: "模板没有写分段")
        }
        let (found, missing) = JudgedValue.of(
            indicator, figures: choice.rate, submission: submission, standard: standard)
        guard let judged = found else {
            return Score(points: nil, method: .steps, formula: "", missing: missing)
        }
        let band = steps.bands.first { $0.contains(judged.value) }
        let gives = band?.gives ?? steps.otherwise
        var trace = ScoreTrace()
        trace.inputs = judged.inputs
        trace.derivation = judged.derivation
        trace.rule = rule(steps, unit: judged.unit)
        trace.judgement = "\(judged.shown) \(band.map { "属于“\(words($0, unit: judged.unit))”" } ?? "不在各段之内")"
        let points =
            steps.isShare
            ? trace.reckon(
                "\(weight) × \(gives)%", exact: weight * gives / 100, weight: weight, places: standard.scorePlaces)
            : trace.reckon("\(gives)", exact: gives, weight: weight, places: standard.scorePlaces)
        var score = Score(
            points: points, method: .steps, formula: "\(trace.judgement)，得 \(points)",
            cellFormula: .steps(judged.cells, steps))
        score.trace = trace
        return score
    }

    /// `不超过 0% 得 5 分；大于 0%、不超过 10% 得 4 分；其余得 0 分`.
    private static func rule(_ steps: ScoreSteps, unit: String) -> String {
        func points(_ gives: Decimal) -> String { steps.isShare ? "得分值的 \(gives)%" : "得 \(gives) 分" }
        let bands = steps.bands.map { "\(words($0, unit: unit)) \(points($0.gives))" }
        return (bands + ["其余\(points(steps.otherwise))"]).joined(separator: "；")
    }

    /// `大于 10%、不超过 20%`.
    static func words(_ band: ScoreSteps.Band, unit: String) -> String {
        let bounds = [("大于", band.above), ("不低于", band.from), ("低于", band.below), ("不超过", band.to)]
        let words = bounds.compactMap { word, bound in
            bound.map { "\(word) \(JudgedValue.shown($0, unit: unit))" }
        }
        return words.isEmpty ? "其余" : words.joined(separator: "、")
    }
}
