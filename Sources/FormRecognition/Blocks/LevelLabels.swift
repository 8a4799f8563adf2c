import Assessment
import Foundation
import Spreadsheet

/// Level labels of an indicator table, filled down, with the points that they state.
struct LevelLabels {
    let view: SheetView
    let table: IndicatorTable
    private(set) var level1 = ""
    private(set) var level2 = ""
    /// The labels as they are printed, with their points.
    private(set) var printed1 = ""
    private(set) var printed2 = ""
    /// Labels in the order of the table.
    private(set) var groups: [IndicatorGroup] = []
    /// Groups whose labels stand in the row that was read last.
    private var begun: [Int] = []

    init(view: SheetView, table: IndicatorTable, after before: LevelLabels? = nil) {
        self.view = view
        self.table = table
        guard let before else { return }
        (level1, level2, printed1, printed2) = (before.level1, before.level2, before.printed1, before.printed2)
    }

    /// Takes the labels of a row.
    mutating func read(_ row: Int) {
        begun = []
        if let (label, source) = label(row, .level1), label.words != level1 { begin1(label, source) }
        if let (label, source) = label(row, .level2), label.words != level2, !isOneCell(row) {
            level2 = label.words
            printed2 = source.text
            begin(
                IndicatorGroup(
                    level1: level1, level2: level2, statedWeight: weight(label, source, .level2), source: source))
        }
    }

    /// A row that is a group itself: its label stands where the indicators have their names.
    mutating func begin(_ level: Int, row: Int, column: Int, weight: SourcedNumber?, score: SourcedNumber?) {
        begun = []
        let source = view.source(row, column)
        let label = Label(source.text, isLevel: true)
        if level == 1 {
            begin1(label, source)
        } else {
            level2 = label.words
            printed2 = source.text
            begin(
                IndicatorGroup(
                    level1: level1, level2: level2, statedWeight: self.weight(label, source, .level2), source: source))
        }
        guard let index = groups.indices.last else { return }
        if let weight, weight.value != nil { groups[index].statedWeight = weight }
        groups[index].statedScore = score
    }

    /// A row 小计 states the points of its level-1 group, unless they are those of other rows above it.
    mutating func readSubtotal(_ row: Int, above: [Indicator] = []) {
        if let (label, source) = label(row, .level1), !IndicatorTable.isSubtotal(label.words), label.words != level1 {
            begin1(label, source)
        }
        guard let column = table.column(.weight), !view.text(row, column).isEmpty,
            let index = groups.lastIndex(where: { $0.level1 == level1 && $0.level2.isEmpty })
        else { return }
        let stated = view.amount(row, column)
        // Of the group of the second level, or of all groups up to here.
        let own = above.filter { $0.level1 == level1 }
        let others = [own.filter { $0.level2 == level2 }, above].map { $0.compactMap { $0.weight?.value }.reduce(0, +) }
        let isOwn = own.compactMap { $0.weight?.value }.reduce(0, +) == stated.value
        if !isOwn, !above.isEmpty, let value = stated.value, others.contains(value) { return }
        if groups[index].statedWeight == nil { groups[index].statedWeight = stated }
    }

    /// A row of labels alone states the points of the last group that begins in it. Gives whether there was one to take them.
    @discardableResult
    mutating func state(_ weight: SourcedNumber?) -> Bool {
        guard let weight, weight.value != nil, let index = begun.last, groups[index].statedWeight == nil else {
            return false
        }
        groups[index].statedWeight = weight
        return true
    }

    private mutating func begin1(_ label: Label, _ source: Source) {
        level1 = label.words
        printed1 = source.text
        level2 = ""
        printed2 = ""
        begin(IndicatorGroup(level1: level1, statedWeight: weight(label, source, .level1), source: source))
    }

    /// Whether one cell is merged over both levels: it is a label of the first.
    private func isOneCell(_ row: Int) -> Bool {
        guard let first = table.column(.level1), let second = table.column(.level2) else { return false }
        return view.merge(row, first)?.contains(CellReference(row: row, column: second)) ?? false
    }

    private mutating func begin(_ group: IndicatorGroup) {
        begun.append(groups.count)
        groups.append(group)
    }

    private func label(_ row: Int, _ role: IndicatorColumn) -> (Label, Source)? {
        guard let column = table.column(role) else { return nil }
        let place = view.merge(row, column)?.first ?? CellReference(row: row, column: column)
        let source = view.source(place.row, place.column)
        return source.text.isEmpty ? nil : (Label(source.text, isLevel: true), source)
    }

    private func weight(_ label: Label, _ source: Source, _ level: IndicatorColumn) -> SourcedNumber? {
        if let column = table.pointsColumn(of: level), let row = source.cell?.row {
            let points = view.amount(row, column)
            if points.value != nil { return points }
        }
        return label.points.map { SourcedNumber(value: $0, text: "\($0)", precision: 0, source: source) }
    }
}
