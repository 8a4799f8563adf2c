import Foundation
import Spreadsheet

/// An actual far above its target (more than 130 % of a ≥ target, or the template's limit) has a text in the column of reasons.
///
/// A text that says nothing is EXP-03's.
enum EXP02: Rule {
    static let info = RuleInfo(
        id: "EXP-02",
        title: "超额完成较多的指标说明原因",
        level: .explain,
        citation: "本工具约定（超过目标 130%）",
        departure: "只看“不低于”一类的目标，成本一类没有写符号的不看；目标是 0、日期或文字的不看；限值先按表中的注，再按模板的规定，都没有的按 130%。",
        remedy: "在原因栏说明超额完成的原因；目标定得偏低的，写明今后怎样改进。")

    static let needs: [RuleNeed] = [.column(.reason), .column(.target), .column(.actual)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.whyNoReasons { return .notRun(why) }
        return .ran(
            evaluation.judged.compactMap { row in
                guard !row.indicator.isExecutionRate, evaluation.isFarAbove(row.indicator),
                    let actual = row.indicator.actual,
                    evaluation.submission.reason(of: row.indicator) == .missing
                else { return nil }
                let limit = evaluation.overCompletionLimit
                return RuleHit(
                    actual.source, subject: row.indicator.title, found: actual.text, expected: "说明超额完成的原因",
                    message: "完成值 \(actual.text) 超过目标 \(row.indicator.target?.shown ?? "") 的 \(limit)%，没有说明原因"
                        + (evaluation.printedOverCompletion.map { "（限值见 \($0.note.source.place) 的注）。" } ?? "。"))
            })
    }
}
