import Foundation
import Spreadsheet

/// 全年预算数 is present and above 0.
public enum BUD06: Rule {
    /// Id.
    public static let id = "BUD-06"
    /// Title.
    public static let title = "填写了全年预算数"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "本工具约定（执行率以全年预算数为分母）"
    /// Remedy.
    public static let remedy = "补上全年预算数：在“基本情况”里填写，用 --set 全年预算数=… 给出，或用 --budget 导入预算执行导出表。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let name = evaluation.standard.budgetTotalName
        let amount = evaluation.submission.line(name)?.amounts[.adjusted]
        if let value = amount?.value, value > 0 { return .ran([]) }
        return .ran([
            RuleHit(
                amount?.source ?? evaluation.submission.source, subject: "全年预算数", found: amount?.text ?? "",
                expected: "大于 0 的金额", message: "没有全年预算数，执行率无法计算。")
        ])
    }
}
