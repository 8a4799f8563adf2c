import Foundation
import Spreadsheet

/// A target that was met has all its points, unless a reason for the deduction stands beside it.
enum SCO03: Rule {
    static let info = RuleInfo(
        id: "SCO-03",
        title: "达到目标的指标得满分",
        level: .explain,
        citation: "本工具约定",
        departure: "按目标自己的比较符号判断，不按计分公式；写了原因的扣分不报；定性指标以用词与目标相同或写明最高一档为达到。",
        remedy: "改为满分；确要扣分的，在原因栏写明扣分的原因。")

    static let needs: [RuleNeed] = [
        .column(.score), .column(.weight), .column(.target), .column(.actual), .column(.reason),
    ]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let rows = evaluation.judged.filter { $0.indicator.givenScore?.value != nil }
        guard !rows.isEmpty else { return .notRun("输入里没有填写得分") }
        return .ran(
            rows.compactMap { row in
                guard evaluation.isDeductedThoughMet(row), let weight = row.weight,
                    let given = row.indicator.givenScore,
                    let value = given.value, !evaluation.submission.reason(of: row.indicator).isGiven
                else { return nil }
                return RuleHit(
                    given.source, subject: row.indicator.title, found: given.text, expected: "\(weight)，或说明扣分的原因",
                    message:
                        "完成值 \(row.indicator.actual?.text ?? "") 达到目标 \(row.indicator.target?.shown ?? "")，扣了 \(weight - value) 分，没有说明原因。",
                    remedy: evaluation.whyNoReasons == nil
                        ? nil : "改为满分；这张表没有原因栏，确要扣分的，把原因写在自评报告或表下的说明里。")
            })
    }
}
