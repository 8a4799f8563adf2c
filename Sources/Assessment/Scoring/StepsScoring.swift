import Foundation
import Spreadsheet

extension ScoringMethod {
    /// The first band that the value falls in gives the points.
    public static let steps = ScoringMethod(id: "steps", title: "分段计分")
}

/// `steps`: the first band that the value falls in gives the points.
enum StepsScoring: Scoring {
    static let method = ScoringMethod.steps

    /// The template's own bands are the target.
    static func needsTarget(_ choice: Standard.MethodChoice, _ standard: Standard) -> Bool { false }

    static func score(_ subject: ScoringSubject) -> Score {
        guard let steps = subject.choice.steps else {
            return Score(points: nil, method: method, formula: "", missing: "模板没有写分段")
        }
        let (found, missing) = JudgedValue.of(subject)
        guard let judged = found else {
            return Score(points: nil, method: method, formula: "", missing: missing)
        }
        let band = steps.bands.first { $0.contains(judged.value) }
        var trace = ScoreTrace()
        trace.inputs = judged.inputs
        trace.derivation = judged.derivation
        trace.rule = rule(steps, unit: judged.unit)
        trace.judgement = "\(judged.shown) \(band.map { "属于“\(words($0, unit: judged.unit))”" } ?? "不在各段之内")"
        let expression = expression(steps, judged.expression, subject)
        let points = trace.reckon(
            expression.settled, weight: subject.weight, places: subject.standard.scorePlaces)
        var score = Score(
            points: points, method: method, formula: "\(trace.judgement)，得 \(points)", expression: expression)
        score.trace = trace
        return score
    }

    /// A condition within a condition, one a band.
    private static func expression(
        _ steps: ScoreSteps, _ value: FormulaExpression, _ subject: ScoringSubject
    ) -> FormulaExpression {
        func points(_ gives: Decimal) -> FormulaExpression {
            subject.rounded(
                steps.isShare
                    ? .product(subject.weightOperand, .percent(gives))
                    : .held(.number(gives), atLeast: nil, atMost: subject.weightOperand))
        }
        return steps.bands.reversed().reduce(points(steps.otherwise)) { rest, band in
            let bounds: [(FormulaTest.Sign, Decimal?)] = [
                (.more, band.above), (.atLeast, band.from), (.less, band.below), (.atMost, band.to),
            ]
            let tests = bounds.compactMap { sign, bound in bound.map { FormulaTest(value, sign, .number($0)) } }
            return tests.isEmpty ? points(band.gives) : .condition(tests, then: points(band.gives), otherwise: rest)
        }
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
