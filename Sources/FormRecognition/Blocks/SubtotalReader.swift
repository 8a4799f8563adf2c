import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Tells which rows above it a 小计 adds up: those of its second level, of its first, all since the last one, or all.
///
/// What it prints and where it stands tell together. A group of the first level that goes on below can't be what it adds up; else the scope whose points
/// it prints is meant, and where none makes them that which other subtotals of the table have.
struct SubtotalReader {
    let view: SheetView
    let table: IndicatorTable
    /// Indicators of the tables above it that this one goes on.
    let above: [Indicator]
    /// Indicators up to the last subtotal.
    private var counted = 0
    /// A subtotal of a second level was read.
    private var isNested = false

    /// - Parameter before: The reader and the indicators of the table above, where this one goes on with it.
    init(view: SheetView, table: IndicatorTable, after before: (reader: SubtotalReader, own: [Indicator])? = nil) {
        self.view = view
        self.table = table
        above = before.map { $0.reader.above + $0.own } ?? []
        counted = before?.reader.counted ?? 0
        isNested = before?.reader.isNested ?? false
    }

    private enum Scope { case second, first, since, all }

    /// Takes the row.
    ///
    /// - Returns: What it adds up; nil where it prints no number, or there is nothing above it.
    mutating func read(_ row: Int, _ levels: LevelLabels, _ own: [Indicator]) -> IndicatorSubtotal? {
        let indicators = above + own
        func amount(_ role: IndicatorColumn) -> SourcedNumber? {
            table.column(role).map { view.amount(row, $0) }.flatMap { $0.value == nil ? nil : $0 }
        }
        let (weight, score) = (amount(.weight), amount(.score))
        guard !indicators.isEmpty, weight != nil || score != nil else { return nil }
        func rows(_ scope: Scope) -> Range<Int> {
            let end = indicators.count
            func first(_ isOwn: (Indicator) -> Bool) -> Int { (indicators.lastIndex { !isOwn($0) } ?? -1) + 1 }
            return switch scope {
            case .second: first { $0.level1 == levels.level1 && $0.level2 == levels.level2 }..<end
            case .first: first { $0.level1 == levels.level1 }..<end
            case .since: min(counted, end)..<end
            case .all: 0..<end
            }
        }
        func title(_ scope: Scope) -> String {
            switch scope {
            case .second where !levels.level2.isEmpty: "“\(levels.level2)”的小计"
            case .first where !levels.level1.isEmpty: "“\(levels.level1)”的小计"
            default: "“\(view.texts(in: row).first?.text ?? "小计")”这一行"
            }
        }
        func subtotal(_ scope: Scope) -> IndicatorSubtotal {
            IndicatorSubtotal(title: title(scope), weight: weight, score: score, rows: rows(scope))
        }
        func makes(_ scope: Scope) -> Bool {
            let one = subtotal(scope)
            let (printed, points) = weight.map { ($0, \Indicator.weight) } ?? (score, \Indicator.givenScore)
            return one.sum(points, of: indicators) == printed?.value
        }
        let inner: Scope = levels.level2.isEmpty ? .since : .second
        let scope: Scope
        if !levels.level1.isEmpty, goesOn(below: row, levels.level1) {
            scope = inner
            if inner == .second { isNested = true }
        } else {
            let scopes: [Scope] = [isNested ? inner : .first, .first, .since, .all, inner]
            scope = scopes.first { !rows($0).isEmpty && makes($0) } ?? (isNested ? inner : .first)
        }
        var found = subtotal(scope)
        let isOfGroup = scope == .second || scope == .first
        found.isUncertain = isOfGroup && levels.groups.last { $0.level1 == levels.level1 }?.isUncertain ?? false
        counted = indicators.count
        return found.rows.isEmpty ? nil : found.after(-above.count)
    }

    /// Whether the group of the first level has more rows below: under its merged label, under none, or under the same again.
    private func goesOn(below row: Int, _ level1: String) -> Bool {
        guard let column = table.column(.level1), let name = table.column(.name) else { return false }
        if let merge = view.merge(row, column), !IndicatorTable.isSubtotal(view.text(row, column)) {
            return merge.last.row > row
        }
        guard let next = (row + 1..<max(table.rows.upperBound, row + 1)).first(where: { !view.texts(in: $0).isEmpty })
        else { return false }
        let label = view.text(next, column)
        // Another subtotal right below adds up the whole group.
        if table.isSubtotal(view.texts(in: next)) { return true }
        if label.isEmpty { return !view.text(next, name).isEmpty }
        return Label(label, isLevel: true).words == level1
    }
}
