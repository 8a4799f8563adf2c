import Foundation
import Spreadsheet

/// One line of an explanation: a score, or 预算执行率, 合计, 等级, with how it came about.
public struct ScoreExplanation: Sendable {
    /// What is explained.
    public enum Kind: Hashable, Sendable {
        /// The points of an indicator, or of 预算执行率 in the money block.
        case score
        /// 执行率 in per cent.
        case rate
        /// 合计: the total.
        case total
        /// 等级: the grade.
        case grade
    }

    /// What is explained.
    public var kind = Kind.score
    /// The indicator's name, or 预算执行率, 合计, 等级.
    public var name: String
    /// 一级指标 and 二级指标; empty for what is no indicator.
    public var groups: [String]
    /// The result as text; nil where there is none.
    public var result: String?
    /// 分值; nil where there is none.
    public var weight: Decimal?
    /// What the form has, where it differs from the result.
    public var printed: SourcedText?
    /// Why there is no computed result; nil where there is one.
    public var missing: String?
    /// The row is left out of weights and total.
    public var isLeftOut = false
    /// How it came about.
    public var trace: ScoreTrace

    /// The scores of an evaluation in the order of the form; that of the money block comes last.
    public static func scores(of evaluation: Evaluation) -> [ScoreExplanation] {
        var lines = zip(evaluation.indicators, evaluation.scores).map { indicator, score in
            line(score, indicator, weight: indicator.weight?.value)
        }
        if let score = evaluation.budgetScore {
            let total = evaluation.budgetTotal
            let weight = total?[.weight] ?? evaluation.standard.executionRateWeight
            var line = ScoreExplanation(
                name: "预算执行率", groups: [], result: score.points.map { "\($0)" }, weight: weight,
                missing: score.missing, trace: score.trace)
            line.printed = different(total?.amounts[.score], from: score.points)
            lines.append(line)
        }
        return lines
    }

    /// 执行率, 合计 and 等级 of an evaluation.
    public static func results(of evaluation: Evaluation) -> [ScoreExplanation] {
        let submission = evaluation.submission
        var lines: [ScoreExplanation] = []
        if let trace = evaluation.rateTrace, let rate = evaluation.executionRatePercent {
            let printed = evaluation.budgetTotal?.amounts[.rate]
            let exact = printed.map { DecimalText.rounded(trace.exact ?? rate, places: $0.precision) }
            lines.append(
                ScoreExplanation(
                    kind: .rate, name: "执行率", groups: [],
                    result: DecimalText.text(rate, places: evaluation.standard.ratePlaces) + "%",
                    printed: different(printed, from: exact), trace: trace))
        }
        var total = ScoreExplanation(
            kind: .total, name: "合计", groups: [], result: evaluation.total.map { "\($0)" },
            weight: evaluation.weightTotal,
            printed: different(submission.printedTotal, from: evaluation.total), trace: evaluation.totalTrace)
        if evaluation.total == nil { total.missing = evaluation.totalMissing.joined(separator: "；") }
        lines.append(total)
        if let grade = evaluation.grade, let trace = evaluation.gradeTrace {
            let printed = submission.printedGrade.flatMap {
                TextNormalizer.key($0.text) == TextNormalizer.key(grade.name) ? nil : $0
            }
            lines.append(
                ScoreExplanation(
                    kind: .grade, name: "等级", groups: [], result: grade.name, printed: printed, trace: trace))
        }
        return lines
    }

    private static func line(_ score: Score, _ indicator: Indicator, weight: Decimal?) -> ScoreExplanation {
        var line = ScoreExplanation(
            name: indicator.title, groups: [indicator.level1, indicator.level2].filter { !$0.isEmpty },
            result: score.points.map { "\($0)" }, weight: weight, missing: score.missing,
            isLeftOut: score.leftOut != nil, trace: score.trace)
        if score.missing == nil, score.leftOut == nil {
            line.printed = different(indicator.givenScore, from: score.points)
        }
        return line
    }

    private static func different(_ printed: SourcedNumber?, from value: Decimal?) -> SourcedText? {
        guard let printed, let value, printed.value != value, !printed.text.isEmpty else { return nil }
        return SourcedText(printed.text, source: printed.source)
    }
}
