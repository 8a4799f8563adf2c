import Foundation
import Spreadsheet

/// 执行率 below the template's limit has a reason. The limit is the rule's number in the template.
enum BUD07: Rule {
    static let info = RuleInfo(
        id: "BUD-07",
        title: "执行率偏低说明原因",
        level: .explain,
        citation: "表样中印出的填表说明",
        departure: "原因写在资金情况的原因栏，或指标表预算执行率那一行，都可以；0、无、/ 不算原因。表上没有写原因的格子的，只作提示。",
        remedy: "在原因栏说明执行率低的原因；填表时用 --set 预算执行率原因=… 给出。")

    static let needs: [RuleNeed] = [.totalAmount(.adjusted), .totalAmount(.executed), .moneyReason]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        guard let limit = evaluation.standard.rules[id]?.threshold else { return .notRun("本模板没有规定执行率下限") }
        if let why = evaluation.submission.whyNoMoney { return .notRun(why) }
        guard let rate = evaluation.executionRate else { return .notRun("没有全年预算数或执行数") }
        let submission = evaluation.submission
        let line = evaluation.budgetTotal
        let row = evaluation.indicators.first(where: \.isExecutionRate)
        let hasReason =
            line.flatMap { submission.reason(of: $0) }?.isGiven == true
            || row.map { submission.reason(of: $0).isGiven } == true
        guard rate * 100 < limit, !hasReason else { return .ran([]) }
        let shown = DecimalText.text(rate * 100, places: evaluation.standard.ratePlaces)
        let isAsked = evaluation.asksForMoneyReason
        return .ran([
            RuleHit(
                line?.amounts[.executed]?.source ?? submission.source, subject: "预算执行率",
                found: "\(shown)%", expected: "说明原因", message: "执行率 \(shown)% 低于 \(limit)%，没有说明原因。",
                level: isAsked ? nil : .note, follows: [BUD05.id],
                remedy: isAsked ? nil : Evaluation.remedyWithoutMoneyReason)
        ])
    }
}
