import Foundation
import Spreadsheet

/// 实际完成值 is what was reached, not the target copied with its sign (≥266米).
///
/// 100% or 20万元 that equals a target is fine without a sign.
enum VAL03: Rule {
    static let info = RuleInfo(
        id: "VAL-03",
        title: "完成值不照抄带符号的目标",
        level: .must,
        citation: "本工具约定（完成值是实际达到的数）",
        departure: "只看完成值开头有没有符号或“不低于”一类的词，不论数是否与目标相同；数后的“以上”“以内”不判。",
        remedy: "填实际达到的数，不带 ≥、≤、不低于 等符号和字样。")

    static let needs: [RuleNeed] = [.column(.actual)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let rows = evaluation.judged.filter { $0.indicator.actual != nil }
        guard !rows.isEmpty else { return .notRun("没有填写实际完成值") }
        return .ran(
            rows.filter(\.indicator.copiesOperator).compactMap { row in
                guard let actual = row.indicator.actual else { return nil }
                let isCopy = row.indicator.target.map {
                    TextNormalizer.key($0.shown) == TextNormalizer.key(actual.text)
                }
                return RuleHit(
                    actual.source, subject: row.indicator.title, found: actual.text, expected: "实际达到的数",
                    message: isCopy == true
                        ? "完成值“\(actual.text)”照抄了目标，看不出实际完成多少。" : "完成值“\(actual.text)”带着比较符号，看不出实际完成多少。")
            })
    }
}
