import Assessment
import FormTemplates
import Spreadsheet

/// Rows of the table that are no indicators.
extension IndicatorReader {
    /// A row of the tree that is a group: its points and its score are those of what comes below it.
    func readGroup(_ group: IndicatorTree.Group, _ levels: inout LevelLabels, _ content: inout IndicatorContent) {
        guard let column = table.column(.name) else { return }
        func number(_ role: IndicatorColumn) -> SourcedNumber? {
            table.column(role).flatMap { view.text(group.row, $0).isEmpty ? nil : view.amount(group.row, $0) }
        }
        levels.begin(group.level, row: group.row, column: column, weight: number(.weight), score: number(.score))
        content.claims.claim(group.row, column, .label)
        claim(group.row, [.weight, .score], .value, &content)
    }

    /// The rows, without those that stand over another table below: what has neither points nor anything that was reached is of that one.
    var rows: Range<Int> {
        var rows = table.rows
        guard rows.upperBound <= view.lastRow else { return rows }
        // Of a table of goals nothing else tells.
        let hasOwn = [IndicatorColumn.actual, .weight, .score].contains { table.column($0) != nil }
        guard hasOwn else { return rows }
        let own = [IndicatorColumn.actual, .weight, .score].compactMap { table.column($0) }
        while let last = rows.last, own.allSatisfy({ view.text(last, $0).isEmpty }) { rows = rows.lowerBound..<last }
        return rows
    }

    /// Whether a row below the indicators says something of the form: 总得分 with its figure, 评价等次 with its word. It has nothing that an indicator has.
    func isFact(_ row: Int, _ texts: [ViewText]) -> Bool {
        guard let first = texts.first, let last = table.column(.name) else { return false }
        guard texts.count >= 2 else { return false }
        // 总得分 with its figure beside it, whatever column that stands in.
        let fact = words.fact(first.label) ?? words.composedFact(first.label)
        let saysTotal = fact == .total || fact == .grade || first.label.map(labels.isPointsTotal) ?? false
        let asked: [IndicatorColumn] = saysTotal ? [.weight, .score] : [.target, .actual, .weight, .score, .criterion]
        let own = asked.compactMap { table.column($0) }
        guard
            own.allSatisfy({ column in
                column <= last || view.text(row, column).isEmpty
                    || saysTotal && view.amount(row, column).value == nil
            })
        else { return false }
        let value = texts[1].text
        let isValue = view.amount(row, texts[1].column).value != nil || Self.grades.contains(TextNormalizer.key(value))
        guard let label = first.label, first.column <= last else { return false }
        return isValue && texts[1].column > first.column
            && (fact != nil || labels.isPointsTotal(label)
                || view.amount(row, texts[1].column).value != nil
                || label.name.hasSuffix("等级") || label.name.hasSuffix("等次"))
    }

    /// Whether a row is one of money that stands below the table without a row of headings: 全年预算数 before the amounts of its funds, or
    /// 年度资金总额：598.85 in one cell.
    func isMoney(_ row: Int, _ texts: [ViewText]) -> Bool {
        guard let first = texts.first else { return false }
        // 预算执行 beside an indicator is its group.
        if let name = table.column(.name), name != first.column, !view.text(row, name).isEmpty,
            view.amount(row, name).value == nil
        {
            return false
        }
        func isAmount(_ label: Label?) -> Bool {
            guard let label else { return false }
            let column = words.budgetColumn(label) ?? labels.composedBudgetColumn(label)
            return column.map { BudgetColumn.amounts.contains($0) } ?? false
        }
        if isAmount(first.label), texts.count > 1, DecimalText.number(texts[1].text) != nil { return true }
        let said = texts.compactMap { FactFinder.parts($0.text) }.filter { DecimalText.number($0.value) != nil }
        return said.count >= 2 && said.contains { isAmount(Label($0.label)) }
    }

    /// Whether a row below the total has points, or a target where the table has none: what else stands there is no indicator.
    func hasPoints(_ row: Int) -> Bool {
        let own = [IndicatorColumn.weight, .score].compactMap { table.column($0) }
        if own.isEmpty { return table.column(.target).map { !view.text(row, $0).isEmpty } ?? true }
        return own.contains { view.amount(row, $0).value != nil }
    }
}
