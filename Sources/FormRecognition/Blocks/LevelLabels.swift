import Assessment
import Foundation
import FormTemplates
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
    /// Cells where a label seems to be lost, with why: the rows below them stay under the label before.
    private(set) var lost: [(cell: CellReference, why: String)] = []
    /// Points of the rows under the label of the first level.
    private var used: Decimal = 0
    /// Groups whose labels stand in the row that was read last.
    private var begun: [Int] = []

    /// Which groups of the second level usually stand under which of the first.
    private var words: LabelTable?

    init(view: SheetView, table: IndicatorTable, words: LabelTable? = nil, after before: LevelLabels? = nil) {
        self.view = view
        self.table = table
        self.words = words
        guard let before else { return }
        (level1, level2, printed1, printed2) = (before.level1, before.level2, before.printed1, before.printed2)
    }

    /// Takes the labels of a row.
    mutating func read(_ row: Int) {
        begun = []
        findLost(row)
        if let (label, source) = label(row, .level1), label.words != level1 { begin1(label, source) }
        defer { if let column = table.column(.weight) { used += view.amount(row, column).value ?? 0 } }
        if let (label, source) = label(row, .level2), label.words != level2, !isOneCell(row) {
            level2 = label.words
            printed2 = source.text
            begin(
                IndicatorGroup(
                    level1: level1, level2: level2, statedWeight: weight(label, source, .level2),
                    statedScore: score(source, .level2), source: source))
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

    /// The label that stands in a row of a subtotal begins its group, where it has no row of its own: what the row prints are the points of what
    /// comes below it then. Gives whether it does.
    mutating func beginsWithSubtotal(_ row: Int) -> Bool {
        begun = []
        guard let (label, source) = label(row, .level1), !IndicatorTable.isSubtotal(label.words), label.words != level1
        else { return false }
        begin1(label, source)
        func amount(_ role: IndicatorColumn) -> SourcedNumber? {
            table.column(role).map { view.amount(row, $0) }.flatMap { $0.value == nil ? nil : $0 }
        }
        let index = groups.count - 1
        if groups[index].statedWeight == nil { groups[index].statedWeight = amount(.weight) }
        if groups[index].statedScore == nil { groups[index].statedScore = amount(.score) }
        return true
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

    /// A level cell that is empty where the cell above it ends, where the points of its group are used up, or where the second level is one of
    /// another group: rows never slide under the label before without a word.
    private mutating func findLost(_ row: Int) {
        guard let name = table.column(.name), !view.text(row, name).isEmpty else { return }
        func isOpen(_ role: IndicatorColumn) -> CellReference? {
            guard let column = table.column(role), view.merge(row, column) == nil, view.text(row, column).isEmpty else {
                return nil
            }
            return CellReference(row: row, column: column)
        }
        func ends(_ printed: IndicatorGroup?, _ column: Int) -> Bool {
            guard let cell = printed?.source.cell, cell.column == column else { return false }
            return view.range(cell.row, cell.column).rows.count > 1
        }
        if let cell = isOpen(.level1), !level1.isEmpty, lost.last.map({ $0.cell.column != cell.column }) ?? true {
            let index = groups.lastIndex { $0.level2.isEmpty }
            let second = label(row, .level2)?.0
            let hasSecond = table.column(.level2).map { !view.text(row, $0).isEmpty } ?? false
            var why: String?
            if ends(index.map { groups[$0] }, cell.column) {
                why = "上面“\(printed1)”的格到这一行之前就结束了"
            } else if hasSecond, let stated = index.flatMap({ groups[$0].statedWeight?.value }), stated == used,
                stated > 0
            {
                why = "上面“\(printed1)”的 \(stated) 分已经用完"
            } else if hasSecond, let second, let usual = words?.parent(of: second),
                !usual.contains(Label(level1, isLevel: true).levelName),
                words?.isParent(Label(level1, isLevel: true)) ?? false
            {
                why = "“\(second.words)”通常不在“\(printed1)”下面"
            }
            if let why {
                lost.append((cell, why))
                if let index { groups[index].isUncertain = true }
            }
        } else if let cell = isOpen(.level2), !level2.isEmpty, isOpen(.level1) == nil,
            label(row, .level1)?.0.words == level1,
            ends(groups.last.flatMap { $0.level2.isEmpty ? nil : $0 }, cell.column),
            lost.last.map({ $0.cell.column != cell.column || $0.cell.row < (groups.last?.source.cell?.row ?? 0) })
                ?? true
        {
            lost.append((cell, "上面“\(printed2)”的格到这一行之前就结束了"))
            groups[groups.count - 1].isUncertain = true
        }
    }

    private mutating func begin1(_ label: Label, _ source: Source) {
        used = 0
        level1 = label.words
        printed1 = source.text
        level2 = ""
        printed2 = ""
        begin(
            IndicatorGroup(
                level1: level1, statedWeight: weight(label, source, .level1), statedScore: score(source, .level1),
                source: source))
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

    /// What stands beside a label in the column of its level's scores.
    private func score(_ source: Source, _ level: IndicatorColumn) -> SourcedNumber? {
        guard let column = table.scoreColumn(of: level), let row = source.cell?.row else { return nil }
        let score = view.amount(row, column)
        return score.value == nil ? nil : score
    }

    private func weight(_ label: Label, _ source: Source, _ level: IndicatorColumn) -> SourcedNumber? {
        if let column = table.pointsColumn(of: level), let row = source.cell?.row {
            let points = view.amount(row, column)
            if points.value != nil { return points }
        }
        return label.points.map { SourcedNumber(value: $0, text: "\($0)", precision: 0, source: source) }
    }
}
