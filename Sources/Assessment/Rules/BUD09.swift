import Foundation
import Spreadsheet

/// Amounts are not negative.
enum BUD09: Rule {
    static let info = RuleInfo(
        id: "BUD-09",
        title: "金额不为负数",
        level: .must,
        citation: "本工具约定",
        remedy: "核对金额的正负号；冲减的金额并入所属的一项。")

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyNoMoney { return .notRun(why) }
        guard !evaluation.budget.isEmpty else { return .notRun("没有资金情况") }
        var hits: [RuleHit] = []
        for line in evaluation.budget {
            for column in BudgetColumn.amounts {
                guard let amount = line.amounts[column], let value = amount.value, value < 0 else { continue }
                hits.append(
                    RuleHit(
                        amount.source, subject: line.name, found: amount.text, expected: "不小于 0 的金额",
                        message: "\(line.name)的\(column.rawValue)是负数 \(value)。"))
            }
        }
        return .ran(hits)
    }
}
