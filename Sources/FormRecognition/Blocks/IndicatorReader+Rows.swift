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
        let own = [IndicatorColumn.actual, .weight, .score].compactMap { table.column($0) }
        // Of a table of goals nothing else tells.
        guard !own.isEmpty else { return rows }
        while let last = rows.last, own.allSatisfy({ view.text(last, $0).isEmpty }) { rows = rows.lowerBound..<last }
        return rows
    }

    /// Whether a row adds up some of the rows above it.
    func isSubtotal(_ row: Int, _ texts: [ViewText]) -> Bool { table.isSubtotal(texts) || isTotalOfGroup(row, texts) }

    /// Whether a row is 合计 behind the label of a group, which stands in it or reaches down to it: it adds up that group.
    func isTotalOfGroup(_ row: Int, _ texts: [ViewText]) -> Bool {
        guard let column = table.column(.level1),
            let total = texts.first(where: { table.namingColumns.contains($0.column) && words.isTotal($0.label) }),
            total.column > column
        else { return false }
        if texts.contains(where: { $0.column == column }) { return true }
        return view.merge(row, column).map { $0.first.row < row && !view.texts(in: $0.first.row).isEmpty } ?? false
    }

    /// Whether a row holds one text, merged over all columns: below the totals that is what the form prints (等级说明), no indicator.
    func isOverAll(_ texts: [ViewText], _ row: Int) -> Bool {
        guard texts.count == 1, let text = texts.first, view.merge(row, text.column) != nil else { return false }
        let range = view.range(row, text.column)
        return table.columns.allSatisfy { range.columns.contains($0.column) }
    }

    /// Whether a text explains grades: 等级说明：, 优秀：90分（含）以上. A form may have it right below its indicators, without a total.
    func saysGrades(_ text: String) -> Bool {
        PrintedGrades.isBand(text) || labels.isNote(text)
            || TextNormalizer.narrowed(text).hasSuffix(":") && ["等级", "等次", "档次"].contains(where: text.contains)
    }

    /// Whether a row is 总得分 with its figure right beside it, which is no 分值 though it stands in their column: all the points that were reached. 总分
    /// may be that of the points, where they make it.
    func isTotalBeside(_ texts: [ViewText], _ row: Int, _ indicators: [Indicator]) -> Bool {
        guard texts.count == 2, let label = texts[0].label, words.isPointsTotal(label),
            table.columns.contains(where: {
                $0.column == texts[1].column && ($0.role == .weight || $0.holdsGroupPoints)
            }),
            texts[1].column == view.range(row, texts[0].column).last.column + 1,
            let figure = view.amount(row, texts[1].column).value
        else { return false }
        if label.name.contains("得分") || label.name.hasSuffix("评分") { return true }
        guard words.namedFact(label) == .total else { return false }
        return figure != indicators.compactMap { $0.weight?.value }.reduce(0, +)
    }

    /// Whether a row below the indicators says something of the form: 总得分 with its figure, 评价等次 with its word. It has nothing that an indicator has.
    func isFact(_ row: Int, _ texts: [ViewText]) -> Bool {
        guard let first = texts.first, let last = table.column(.name) else { return false }
        guard texts.count >= 2 else { return false }
        // 产出指标 with its 60 in the column of its points is a group in a row of its own.
        if let points = table.columns.first(where: { $0.column == texts[1].column }),
            let level = points.pointsOf ?? points.scoreOf, table.column(level) == first.column
        {
            return false
        }
        // 总得分 with its figure beside it, whatever column that stands in.
        let fact = words.fact(first.label) ?? words.composedFact(first.label)
        let saysTotal = fact == .grade || words.isPointsTotal(first.label)
        let asked: [IndicatorColumn] = saysTotal ? [.weight, .score] : [.target, .actual, .weight, .score, .criterion]
        let own = asked.compactMap { table.column($0) }
        guard
            own.allSatisfy({ column in
                column <= last || view.text(row, column).isEmpty
                    || saysTotal && view.amount(row, column).value == nil
            })
        else { return false }
        let value = texts[1].text
        let isValue = view.amount(row, texts[1].column).value != nil || Grade.names.contains(TextNormalizer.key(value))
        guard let label = first.label, first.column <= last else { return false }
        return isValue && texts[1].column > first.column
            && (fact != nil || saysTotal
                || view.amount(row, texts[1].column).value != nil
                || label.name.hasSuffix("等级") || label.name.hasSuffix("等次"))
    }

    /// Whether a row below the total has points, or a target where the table has none: what else stands there is no indicator.
    func hasPoints(_ row: Int) -> Bool {
        let own = [IndicatorColumn.weight, .score].compactMap { table.column($0) }
        if own.isEmpty { return table.column(.target).map { !view.text(row, $0).isEmpty } ?? true }
        return own.contains { view.amount(row, $0).value != nil }
    }
}
