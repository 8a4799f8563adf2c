import Foundation
import Spreadsheet

/// 得分 < 分值 has a text in the column 偏差原因/未完成原因.
public enum EXP01: Rule {
    /// Id.
    public static let id = "EXP-01"
    /// Title.
    public static let title = "未得满分的指标说明原因"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "表样：偏差原因（未完成原因）分析栏"
    /// Remedy.
    public static let remedy = "在原因栏写明没有得满分的原因和改进措施。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let indicators = evaluation.submission.indicators
        guard !indicators.isEmpty else { return .notRun("没有绩效指标") }
        return .ran(
            zip(indicators, evaluation.scores).compactMap { indicator, score in
                guard let weight = indicator.weight?.value, TextNormalizer.key(indicator.reason?.text ?? "").isEmpty
                else { return nil }
                let points = [indicator.givenScore?.value, score.points].compactMap { $0 }.min()
                guard let points, points < weight else { return nil }
                return RuleHit(
                    indicator.reason?.source ?? indicator.place(.reason), subject: indicator.title, found: "",
                    expected: "未得满分的原因", message: "得分 \(points)，低于分值 \(weight)，没有说明原因。")
            })
    }
}
