import Foundation
import Spreadsheet

/// 全年预算数 is there and above 0.
///
/// Basis: a convention of this tool: 执行率 is divided by it. Departure: an indicator table alone has no money; a total of 0 over rows that hold money is BUD-05's.
public enum BUD06: Rule {
    /// Id.
    public static let id = "BUD-06"
    /// Title.
    public static let title = "填写了全年预算数"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "本工具约定（执行率以全年预算数为分母）"
    /// Departure.
    public static let departure: String? = "单独一张指标表和节选的表不查；下面各项有金额、合计为 0 或空白的由 BUD-05 报。"
    /// Remedy.
    public static let remedy = "补上全年预算数：填表时可以写在“基本情况”里，用 --set 全年预算数=… 给出，或用 --budget 导入预算执行导出表。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        if let why = submission.whyNoMoney ?? submission.whyPartial { return .notRun(why) }
        let name = evaluation.standard.budgetTotalName
        let amount = evaluation.line(name)?.amounts[.adjusted]
        if let value = amount?.value, value > 0 { return .ran([]) }
        return .ran([
            RuleHit(
                amount?.source ?? submission.source, subject: "全年预算数", found: amount?.text ?? "",
                expected: "大于 0 的金额", message: "没有全年预算数，执行率无法计算。", follows: [BUD05.id], followsAnywhere: true)
        ])
    }
}
