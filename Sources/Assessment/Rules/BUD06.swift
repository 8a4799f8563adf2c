import Foundation
import Spreadsheet

/// 全年预算数 is there and above 0.
enum BUD06: Rule {
    static let info = RuleInfo(
        id: "BUD-06",
        title: "填写了全年预算数",
        level: .must,
        citation: "本工具约定（执行率以全年预算数为分母）",
        departure: "单独一张指标表、节选的表、只有分项没有合计行的表不查；表样本身没有资金情况的不查；"
            + "下面各项有金额、合计为 0 或空白的由 BUD-05 报；有执行数，而旁边有没有读懂的资金行或列的不查：它可能就是全年预算数。",
        remedy: "补上全年预算数：填表时可以写在“基本情况”里，用 --set 全年预算数=… 给出，或用 --budget 导入预算执行导出表。")

    static let needs: [RuleNeed] = [.totalAmount(.adjusted)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        if let why = submission.whyNoMoney ?? submission.whyPartial { return .notRun(why) }
        // A form that prints no place for money asks for none.
        if evaluation.standard.budgetBlocks.isEmpty, evaluation.budget.isEmpty, submission.budgetPlace == nil {
            return .notRun("这种表没有资金情况")
        }
        let name = evaluation.standard.budgetTotalName
        let amount = evaluation.line(name)?.amounts[.adjusted]
        if let value = amount?.value, value > 0 { return .ran([]) }
        // A form that prints parts and no total: what they make is not said to be all.
        if amount == nil, evaluation.line(name) == nil,
            let part = evaluation.budget.first(where: { ($0[.adjusted] ?? 0) > 0 })
        {
            return .notRun("没有资金合计这一行，只有“\(part.name)”等分项")
        }
        // What was spent came from somewhere.
        if let executed = evaluation.line(name)?[.executed], executed > 0,
            let why = evaluation.whyOtherBudget(at: amount?.source ?? submission.budgetPlace)
        {
            return .notRun(why)
        }
        return .ran([
            RuleHit(
                amount?.source ?? submission.budgetPlace ?? submission.source, subject: "全年预算数",
                found: amount?.text ?? "",
                expected: "大于 0 的金额", message: "没有全年预算数，执行率无法计算。", follows: [BUD05.id], followsAnywhere: true)
        ])
    }
}

extension Evaluation {
    /// Why what stands in the place of the budget may not be all that could be spent: a row or a column of amounts that goes over it was not read
    /// (可用资金合计 beside 调整预算数 0). Nil where there is none.
    fileprivate func whyOtherBudget(at source: Source?) -> String? {
        guard let source, let place = source.cell else { return nil }
        let other = openMoney(besides: source).first { open in
            open.place.cells.contains { $0.row == place.row || $0.column == place.column }
        }
        return other.map { "\($0.why)“\($0.place.source.text.filter { !$0.isNewline })”，它可能就是全年预算数" }
    }
}
