import Foundation
import Spreadsheet

/// 执行率 below the template's limit has a reason. The limit is the rule's number in the template.
public enum BUD07: Rule {
    /// Id.
    public static let id = "BUD-07"
    /// Title.
    public static let title = "执行率偏低说明原因"
    /// Level.
    public static let level = Finding.Level.explain
    /// Basis.
    public static let citation = "表样中印出的填表说明"
    /// Remedy.
    public static let remedy = "在原因栏说明执行率低的原因。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        guard let limit = evaluation.standard.rules[id]?.threshold else { return .notRun("本模板没有规定执行率下限") }
        guard let rate = evaluation.executionRate else { return .notRun("没有全年预算数或执行数") }
        let line = evaluation.submission.line(evaluation.standard.budgetTotalName)
        let inTable = evaluation.submission.indicators.first(where: \.isExecutionRate)?.reason?.text
        let reason = line?.amounts[.reason]?.text ?? inTable ?? ""
        guard rate * 100 < limit, TextNormalizer.isBlank(reason) else { return .ran([]) }
        let shown = DecimalText.text(rate * 100, places: evaluation.standard.ratePlaces)
        return .ran([
            RuleHit(
                line?.amounts[.executed]?.source ?? evaluation.submission.source, subject: "预算执行率",
                found: "\(shown)%", expected: "说明原因", message: "执行率 \(shown)% 低于 \(limit)%，没有说明原因。")
        ])
    }
}
