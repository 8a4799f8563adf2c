import Foundation
import Spreadsheet

/// 执行数 is not above 全年预算数; above is possible with carry-over, so it is asked, not refused.
enum BUD03: Rule {
    static let info = RuleInfo(
        id: "BUD-03",
        title: "执行数不超过全年预算数",
        level: .explain,
        citation: "本工具约定（有上年结转时可以超过）",
        departure: "超出不到印出的最后一位的不算；资金情况的原因栏写了原因的不报。",
        remedy: "核对是否单位（元、万元）填错；确有结转等原因的，在表中说明。")

    static let needs: [RuleNeed] = [.amount(.adjusted), .amount(.executed)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyNoMoney { return .notRun(why) }
        let lines = evaluation.budget.filter { $0[.executed] != nil && $0[.adjusted] != nil }
        guard !lines.isEmpty else { return .notRun("没有全年预算数和执行数") }
        // 上年结转 that nobody read may be part of what could be spent.
        if let why = lines.lazy.compactMap(evaluation.whyMoreToSpend).first { return .notRun(why) }
        return .ran(
            lines.compactMap { line in
                guard let executed = line.amounts[.executed], let value = executed.value,
                    let adjusted = line.amounts[.adjusted], let budget = adjusted.value,
                    evaluation.submission.reason(of: line)?.isGiven != true
                else { return nil }
                let places = max(min(executed.precision, adjusted.precision), evaluation.standard.moneyPlaces)
                guard DecimalText.rounded(value, places: places) > DecimalText.rounded(budget, places: places) else {
                    return nil
                }
                let isScale = BUD04.explains(evaluation) { check, scale in
                    switch check {
                    case .rate(let index), .nearness(let index, _, _): scale.lines[index].name == line.name
                    case .sum(_, let column): column == .executed || column == .adjusted
                    }
                }
                return RuleHit(
                    executed.source, subject: line.name, found: executed.text, expected: "不超过 \(budget)",
                    message: "\(line.name)的执行数 \(value) 大于全年预算数 \(budget)。",
                    follows: [BUD05.id] + (isScale ? [BUD04.id] : []), followsAnywhere: isScale)
            })
    }
}
