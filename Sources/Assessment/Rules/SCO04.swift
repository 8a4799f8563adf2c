import Foundation
import Spreadsheet

/// A target that was missed does not have all its points.
///
/// Basis: a convention of this tool. Departure: told by the target's own comparison; a bare number under 成本 may mean "at most" and is not judged; a
/// method of the template that gives all points below the target (steps) is right.
public enum SCO04: Rule {
    /// Id.
    public static let id = "SCO-04"
    /// Title.
    public static let title = "没有达到目标的指标不得满分"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "本工具约定"
    /// Departure.
    public static let departure: String? = "按目标自己的比较符号判断；成本、投诉一类没有写符号的目标，少于目标的不判；模板的计分方法本来就给满分的不报；定性指标写明不是最高一档的算没有达到。"
    /// Remedy.
    public static let remedy = "按计分方法扣分，并在原因栏说明没有达到目标的原因。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let rows = evaluation.judged.filter { $0.indicator.givenScore?.value != nil }
        guard !rows.isEmpty else { return .notRun("输入里没有填写得分") }
        return .ran(
            rows.compactMap { row in
                guard evaluation.isFullThoughMissed(row), let weight = row.weight, let given = row.indicator.givenScore
                else {
                    return nil
                }
                let expected = row.computed.map { "\($0)" } ?? "低于 \(weight)"
                return RuleHit(
                    given.source, subject: row.indicator.title, found: given.text, expected: expected,
                    message:
                        "完成值 \(row.indicator.actual?.text ?? "") 没有达到目标 \(row.indicator.target?.shown ?? "")，得了满分 \(weight) 分。"
                )
            })
    }
}
