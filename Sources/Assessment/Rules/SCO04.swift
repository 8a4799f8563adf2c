import Foundation
import Spreadsheet

/// A target that was missed does not have all its points.
enum SCO04: Rule {
    static let info = RuleInfo(
        id: "SCO-04",
        title: "没有达到目标的指标不得满分",
        level: .must,
        citation: "本工具约定",
        departure: "按目标自己的比较符号判断；成本、投诉一类没有写符号的目标，少于目标的不判；计分方法本来就给满分的不报；表中的评分标准没有读懂、或以文字分档的，只要求说明；定性指标写明不是最高一档的算没有达到。",
        remedy: "按计分方法扣分，并在原因栏说明没有达到目标的原因。")

    static let needs: [RuleNeed] = [.column(.score), .column(.weight), .column(.target), .column(.actual)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let rows = evaluation.judged.filter { $0.indicator.givenScore?.value != nil }
        guard !rows.isEmpty else { return .notRun("输入里没有填写得分") }
        return .ran(
            rows.compactMap { row in
                if evaluation.isFullUnderOpenCriterion(row), let given = row.indicator.givenScore,
                    let weight = row.weight
                {
                    return RuleHit(
                        given.source, subject: row.indicator.title, found: given.text, expected: "低于 \(weight)",
                        message:
                            "完成值 \(row.indicator.actual?.text ?? "") 没有达到目标 \(row.indicator.target?.shown ?? "")，得了满分 \(weight) 分；\(row.score.missing ?? "评分标准没有读懂")。",
                        level: .explain, remedy: "对照评分标准核对得分；确实得满分的，说明依据。")
                }
                guard evaluation.isFullThoughMissed(row), let weight = row.weight, let given = row.indicator.givenScore
                else {
                    return nil
                }
                if row.score.method == .criterion {
                    return RuleHit(
                        given.source, subject: row.indicator.title, found: given.text, expected: "低于 \(weight)",
                        message:
                            "按评分标准（\(row.score.trace.rule)），完成值 \(row.indicator.actual?.text ?? "") 不能得满分 \(weight) 分。",
                        remedy: evaluation.reasonRemedy("按评分标准扣分"))
                }
                let expected = row.computed.map { "\($0)" } ?? "低于 \(weight)"
                return RuleHit(
                    given.source, subject: row.indicator.title, found: given.text, expected: expected,
                    message:
                        "完成值 \(row.indicator.actual?.text ?? "") 没有达到目标 \(row.indicator.target?.shown ?? "")，得了满分 \(weight) 分。",
                    follows: [SCO02.id], remedy: evaluation.reasonRemedy("按计分方法扣分"))
            })
    }
}
