import Foundation
import Spreadsheet

/// Every scored indicator has a target.
///
/// Basis: the columns that the template requires. Departure: 预算执行率 needs none; rows that say 不适用 are left out.
public enum VAL07: Rule {
    /// Id.
    public static let id = "VAL-07"
    /// Title.
    public static let title = "每条指标都有年度指标值"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "本工具约定（表样的必填列）"
    /// Departure.
    public static let departure: String? = "预算执行率不必写目标；写明不适用的行不查。"
    /// Remedy.
    public static let remedy = "填上年初确定的年度指标值，应与绩效目标申报表一致。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        guard !evaluation.indicators.isEmpty else { return .notRun("没有绩效指标") }
        if !submission.columns.isEmpty, !submission.columns.contains(where: { $0.role == .target }) {
            return .notRun("指标表没有“年度指标值”列（见 STR-03）")
        }
        return .ran(
            evaluation.judged.map(\.indicator).compactMap { indicator in
                guard indicator.target == nil, !indicator.isExecutionRate else { return nil }
                return RuleHit(
                    indicator.place(.target), subject: indicator.title, found: "", expected: "年度指标值",
                    message: "没有年度指标值。")
            })
    }
}
