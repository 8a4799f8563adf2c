import Foundation
import Spreadsheet

/// 预算执行率's score is 执行率 × 分值, capped at 分值.
enum SCO09: Rule {
    static let info = RuleInfo(
        id: "SCO-09",
        title: "预算执行率得分等于执行率乘分值",
        level: .must,
        citation: "表样：预算执行率得分＝执行率×分值，不超过分值",
        departure: "指标表里自带目标（≥95%）或评分标准的预算执行率按目标、评分标准计分，按执行率乘分值的也认；按本表得分印出的位数核对，得分都是整数的表按整数核对。",
        remedy: "按算出的得分改正预算执行率的得分。")

    static let needs: [RuleNeed] = [.rateScore, .totalAmount(.adjusted), .totalAmount(.executed)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        var given: SourcedNumber?
        var score: Score?
        var weight: Decimal?
        if let budgetScore = evaluation.budgetScore {
            let line = evaluation.budgetTotal
            given = line?.amounts[.score]
            weight = line?[.weight] ?? evaluation.standard.executionRateWeight
            score = budgetScore
        } else if let index = evaluation.indicators.firstIndex(where: \.isExecutionRate) {
            given = evaluation.indicators[index].givenScore
            weight = evaluation.indicators[index].weight?.value
            score = evaluation.scores[index]
        } else {
            return .notRun("表中没有预算执行率的得分")
        }
        guard let given, let value = given.value else {
            let isTold = !evaluation.purpose.isToBeFilled && evaluation.blankRate != nil
            return .notRun(isTold ? "预算执行率没有填得分（见 SCO-01）" : "输入里没有填写预算执行率的得分，由本工具计算")
        }
        if weight == nil, evaluation.executionRate != nil { return .notRun("没有写预算执行率的分值，得分无从核对") }
        guard let score, score.missing == nil, let weight, score.points != nil else {
            return .notRun(score?.missing.map { "预算执行率：\($0)" } ?? "没有全年预算数或执行数，得分无从核对")
        }
        let precision = PrintedPrecision(evaluation)
        guard !precision.agrees(value, with: score, weight: weight) else { return .ran([]) }
        return .ran([
            RuleHit(
                given.source, subject: "预算执行率", found: given.text, expected: precision.shown(score, weight: weight),
                message: "\(score.formula)，与填写的 \(given.text) 不符（\(precision.words)）。",
                follows: [BUD05.id, BUD04.id], followsAnywhere: true)
        ])
    }
}
