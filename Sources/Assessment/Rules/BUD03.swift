import Foundation
import Spreadsheet

/// 执行数 ≤ 全年预算数; above is possible with carry-over, so it is asked, not refused.
public enum BUD03: Rule {
    /// Id.
    public static let id = "BUD-03"
    /// Title.
    public static let title = "执行数不超过全年预算数"
    /// Level.
    public static let level = Finding.Level.explain
    /// Basis.
    public static let citation = "本工具约定（有上年结转时可以超过）"
    /// Remedy.
    public static let remedy = "核对是否单位（元、万元）填错；确有结转等原因的，在表中说明。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let lines = evaluation.submission.budget.filter { $0[.executed] != nil && $0[.adjusted] != nil }
        guard !lines.isEmpty else { return .notRun("没有全年预算数和执行数") }
        return .ran(
            lines.compactMap { line in
                guard let executed = line.amounts[.executed], let value = executed.value,
                    let adjusted = line[.adjusted], value > adjusted,
                    TextNormalizer.isBlank(line.amounts[.reason]?.text ?? "")
                else { return nil }
                return RuleHit(
                    executed.source, subject: line.name, found: executed.text, expected: "不超过 \(adjusted)",
                    message: "\(line.name)的执行数 \(value) 大于全年预算数 \(adjusted)。")
            })
    }
}
