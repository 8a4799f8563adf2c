import Foundation
import Spreadsheet

/// 年度资金总额 is the sum of its rows, in each column.
enum BUD02: Rule {
    static let info = RuleInfo(
        id: "BUD-02",
        title: "资金合计等于各项之和",
        level: .must,
        citation: "表样：合计为各资金来源（各类支出）之和",
        departure:
            "按合计印出的位数核对；合计为 0 或空白由 BUD-05 报，单位错由 BUD-04 报。给了表上没有的资金行，或者看不出“其中”的各行属于哪一项、“其中”只列了一行，就不知道合计是哪些行之和，不核对。",
        remedy: "核对各项金额和合计；如果只填了一部分来源，把其余的补上。")

    static let needs: [RuleNeed] = [.moneyParts]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyNoMoney { return .notRun(why) }
        if let left = evaluation.account.leftOut.first(where: {
            !$0.holdsRatesOnly && evaluation.isBesideMoney($0.source)
        }) {
            return .notRun("\(Evaluation.leftOutWords) \(left.source.place)，它可能是合计的一部分")
        }
        var hits: [RuleHit] = []
        var compared = false
        var unsure: String?
        let unlisted = unlisted(evaluation)
        for (index, block) in evaluation.standard.budgetBlocks.enumerated() {
            guard let total = evaluation.line(block.total) else { continue }
            for column in BudgetColumn.amounts {
                // A part that is no number makes no sum.
                let isUnclear = block.parts.contains { name in
                    evaluation.line(name)?.amounts[column].map { $0.value == nil && !TextNormalizer.isBlank($0.text) }
                        ?? false
                }
                if isUnclear { continue }
                let parts = block.parts.compactMap { evaluation.line($0)?[column] }
                // What the form has no row for may be a part of the total.
                if unlisted.contains(where: { ($0[column] ?? 0) != 0 }) { continue }
                guard !parts.isEmpty, let printed = total.amounts[column], let value = printed.value else { continue }
                compared = true
                let sum = parts.reduce(0, +)
                // A sum can't be finer than the total is printed.
                guard DecimalText.rounded(sum, places: printed.precision) != value, sum != value else { continue }
                guard block.isCertain else {
                    unsure = "看不出“\(block.total)”由下面哪几行合成（\(block.parts.joined(separator: "、"))）"
                    continue
                }
                let isScale = BUD04.explains(evaluation) { check, _ in check == .sum(block: index, column: column) }
                hits.append(
                    RuleHit(
                        printed.source, subject: "\(block.title)·\(column.rawValue)", found: printed.text,
                        expected: "\(sum)",
                        message: "\(block.title)各项相加是 \(sum)，\(block.total)是 \(value)，差 \(value - sum)。",
                        follows: [BUD05.id] + (isScale ? [BUD04.id] : []), followsAnywhere: isScale))
            }
        }
        let sums = evaluation.submission.moneySums
        for hit in sums.compactMap(hit) where !hits.contains(where: { $0.source == hit.source }) { hits.append(hit) }
        compared = compared || !sums.isEmpty
        if hits.isEmpty, let unsure { return .notRun(unsure) }
        if !compared, let line = unlisted.first { return .notRun("表上没有“\(line.name)”这一行，不知道合计是哪些行之和") }
        return compared ? .ran(hits) : .notRun("没有可以相加的分项金额")
    }

    /// What is wrong with amounts that make another one by the layout of the form; nil where they do.
    private static func hit(_ sum: MoneySum) -> RuleHit? {
        let parts = sum.parts.filter { !TextNormalizer.isBlank($0.text) }
        let values = parts.compactMap(\.value)
        // A part that is no number makes no sum.
        guard let value = sum.total.value, !values.isEmpty, values.count == parts.count else { return nil }
        let made = values.reduce(0, +)
        guard DecimalText.rounded(made, places: sum.total.precision) != value, made != value else { return nil }
        let shown = values.count <= 6 ? values.map { "\($0)" }.joined(separator: " + ") + " = \(made)" : "各项相加是 \(made)"
        return RuleHit(
            sum.total.source, subject: sum.title, found: sum.total.text, expected: "\(made)",
            message: "\(sum.title)：\(shown)，这里写的是 \(value)，差 \(value - made)。")
    }

    /// Lines with amounts that stand in no block of the form.
    private static func unlisted(_ evaluation: Evaluation) -> [BudgetLine] {
        let listed = Set(evaluation.standard.budgetBlocks.flatMap { [$0.total] + $0.parts + $0.inner })
        return evaluation.budget.filter { line in
            !listed.contains(line.name) && BudgetColumn.amounts.contains { (line[$0] ?? 0) != 0 }
        }
    }
}

extension Evaluation {
    /// Whether a place stands in a row among those of the money, or right under or over them.
    func isBesideMoney(_ place: Source) -> Bool {
        let sources = budget.flatMap { $0.amounts.values.map(\.source) }.filter {
            $0.file == place.file && $0.sheet == place.sheet
        }
        guard let row = place.cell?.row else { return false }
        let rows = sources.compactMap { $0.cell?.row }
        guard let first = rows.min(), let last = rows.max() else { return false }
        return (first - 1...last + 1).contains(row)
    }
}
