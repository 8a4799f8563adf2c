import Foundation
import Spreadsheet

/// 执行率 printed = 执行数 ÷ 全年预算数, at its printed precision.
public enum BUD01: Rule {
    /// Id.
    public static let id = "BUD-01"
    /// Title.
    public static let title = "执行率等于执行数除以全年预算数"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "表样：执行率＝执行数÷全年预算数（调整后）"
    /// Remedy.
    public static let remedy = "核对预算数和执行数，改正执行率；不填执行率时由本工具计算。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let lines = evaluation.submission.budget.filter { $0[.rate] != nil }
        guard !lines.isEmpty else { return .notRun("输入里没有填写执行率，由本工具计算") }
        var hits: [RuleHit] = []
        for line in lines {
            guard let printed = line.amounts[.rate], let rate = printed.value, let executed = line[.executed],
                let adjusted = line[.adjusted], adjusted > 0
            else { continue }
            let exact = executed / adjusted * 100
            guard DecimalText.rounded(exact, places: printed.precision) != rate else { continue }
            let shown = DecimalText.text(exact, places: max(printed.precision, evaluation.standard.ratePlaces))
            hits.append(
                RuleHit(
                    printed.source, subject: line.name, found: printed.text, expected: "\(shown)%",
                    message: "\(executed) ÷ \(adjusted) = \(shown)%，与填写的 \(printed.text) 不符。"))
        }
        return .ran(hits)
    }
}
