import Foundation
import Spreadsheet

/// A row of totals is not 0 or empty while the rows that make it hold money.
enum BUD05: Rule {
    static let info = RuleInfo(
        id: "BUD-05",
        title: "合计行不为空",
        level: .must,
        citation: "表样：合计为各资金来源（各类支出）之和",
        departure: "同一行的几列合报一处；由此引起的执行率、合计、得分不符不再重复报。",
        remedy: "按各项之和补上合计行的金额。")

    static let needs: [RuleNeed] = [.moneyTotal]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyNoMoney { return .notRun(why) }
        let totals = evaluation.standard.budgetBlocks.reduce(into: [String]()) { names, block in
            if !names.contains(block.total) { names.append(block.total) }
        }
        guard !totals.isEmpty, !evaluation.budget.isEmpty else { return .notRun("没有资金情况") }
        return .ran(totals.compactMap { hit($0, evaluation) })
    }

    private static func hit(_ total: String, _ evaluation: Evaluation) -> RuleHit? {
        let submission = evaluation.submission
        let line = evaluation.line(total) ?? BudgetLine(name: total)
        var wrong: [(column: BudgetColumn, sum: Decimal, part: Source?)] = []
        for column in BudgetColumn.amounts where (line[column] ?? 0) == 0 {
            for block in evaluation.standard.budgetBlocks where block.total == total && block.isCertain {
                let parts = block.parts.compactMap { evaluation.line($0)?.amounts[column] }
                let sum = parts.reduce(0) { $0 + ($1.value ?? 0) }
                guard sum > 0, !wrong.contains(where: { $0.column == column }) else { continue }
                wrong.append((column, sum, parts.first { ($0.value ?? 0) > 0 }?.source))
            }
        }
        guard let worst = wrong.first(where: { $0.column == .adjusted }) ?? wrong.first else { return nil }
        let place = line.amounts[worst.column]?.source ?? crossing(line, worst.part) ?? worst.part
        let columns = wrong.map { "\($0.column.rawValue)应为 \($0.sum)" }.joined(separator: "、")
        return RuleHit(
            place ?? submission.source, subject: total, found: line.amounts[worst.column]?.text ?? "",
            expected: "\(worst.sum)", message: "“\(total)”是 0 或空白，下面各项有金额：\(columns)。",
            follows: [BUD04.id])
    }

    /// The blank cell in the row of the total, under the heading of a part's amount.
    private static func crossing(_ line: BudgetLine, _ part: Source?) -> Source? {
        let others = [BudgetColumn.initial, .adjusted, .executed, .weight, .rate, .score].compactMap {
            line.amounts[$0]?.source
        }
        guard let part, let column = part.cell?.column,
            let own = others.first(where: { $0.file == part.file && $0.sheet == part.sheet && $0.cell != nil }),
            let row = own.cell?.row
        else { return nil }
        return Source(file: part.file, sheet: part.sheet, cell: CellReference(row: row, column: column))
    }
}
