import Foundation
import Spreadsheet

/// Every scored indicator has a target.
public enum VAL07: Rule {
    /// Id.
    public static let id = "VAL-07"
    /// Title.
    public static let title = "每条指标都有年度指标值"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "本工具约定（表样的必填列）"
    /// Remedy.
    public static let remedy = "填上年初确定的年度指标值，应与绩效目标申报表一致。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let indicators = evaluation.submission.indicators
        guard !indicators.isEmpty else { return .notRun("没有绩效指标") }
        return .ran(
            indicators.compactMap { indicator in
                guard indicator.target == nil, !indicator.isExecutionRate else { return nil }
                return RuleHit(
                    indicator.place(.target), subject: indicator.title, found: "", expected: "年度指标值",
                    message: "没有年度指标值。")
            })
    }
}
