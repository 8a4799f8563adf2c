import Foundation
import Spreadsheet

/// 总分 = the sum of the 得分, 预算执行率 included, at the printed precision.
public enum SCO05: Rule {
    /// Id.
    public static let id = "SCO-05"
    /// Title.
    public static let title = "总分等于各项得分之和"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "表样：总分为各项得分之和（含预算执行率）"
    /// Remedy.
    public static let remedy = "改正总分，或改正某一项得分。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        guard let printed = submission.printedTotal, let value = printed.value else {
            return .notRun("输入里没有填写总分，由本工具计算")
        }
        let rows = zip(submission.indicators, evaluation.scores).map { $0.givenScore?.value ?? $1.points }
        let budget = evaluation.budgetScore.map { [$0.points] } ?? []
        let points = rows + budget
        guard !points.contains(where: { $0 == nil }) else { return .notRun("有的指标没有得分，总分无从核对") }
        let sum = points.reduce(0) { $0 + ($1 ?? 0) }
        // A table that leaves 预算执行率 to the money block prints what its own rows make.
        let own = rows.reduce(0) { $0 + ($1 ?? 0) }
        let agrees = [sum, own].contains { DecimalText.rounded($0, places: printed.precision) == value }
        guard !agrees else { return .ran([]) }
        return .ran([
            RuleHit(
                printed.source, subject: "总分", found: printed.text, expected: "\(sum)",
                message: "各项得分相加是 \(sum)，填写的总分是 \(printed.text)。")
        ])
    }
}
