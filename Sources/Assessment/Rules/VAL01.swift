import Foundation
import Spreadsheet

/// Every scored indicator has an 实际完成值.
public enum VAL01: Rule {
    /// Id.
    public static let id = "VAL-01"
    /// Title.
    public static let title = "每条指标都有实际完成值"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "本工具约定（表样的必填列）"
    /// Remedy.
    public static let remedy = "填上实际完成值；没有开展的指标填 0 并说明原因。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let indicators = evaluation.submission.indicators
        guard !indicators.isEmpty else { return .notRun("没有绩效指标") }
        return .ran(
            indicators.compactMap { indicator in
                // The rate's own figure is computed from the money block.
                if indicator.isExecutionRate, evaluation.executionRate != nil { return nil }
                guard indicator.actual == nil || indicator.actual?.text.isEmpty == true else { return nil }
                return RuleHit(
                    indicator.place(.actual), subject: indicator.title, found: "", expected: "实际完成值",
                    message: "没有实际完成值。")
            })
    }
}
