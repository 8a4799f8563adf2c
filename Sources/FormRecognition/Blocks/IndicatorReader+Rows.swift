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
        while let last = rows.last, own.allSatisfy({ view.text(last, $0).isEmpty }) { rows = rows.lowerBound..<last }
        return rows
    }
}
