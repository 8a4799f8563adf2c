import Assessment
import FormTemplates
import Spreadsheet

/// What changed between two sheets: rows and columns are aligned first, then the texts at answering places are compared.
struct SheetDiff {
    /// Two texts that are at least so alike are one that was reworded.
    private static let leastLikeness = 0.34

    let old: BlankSheet
    let new: BlankSheet
    let labels: LabelTable
    private let rows: SequenceAlignment
    private let columns: SequenceAlignment

    init(old: BlankSheet, new: BlankSheet, labels: LabelTable) {
        self.old = old
        self.new = new
        self.labels = labels
        let rows = SequenceAlignment(old: old.rows, new: new.rows) { row, other in
            Self.likeness(old.texts(inRow: row), new.texts(inRow: other), isEmptyAlike: 0.6)
        }
        self.rows = rows
        // Of columns only texts in answering rows count.
        columns = SequenceAlignment(old: old.columns, new: new.columns) { column, other in
            let left = old.texts(inColumn: column)
            let right = new.texts(inColumn: other)
            let width = old.width(column) == new.width(other) ? 0.1 : 0.05
            let common = left.filter { text in
                right.contains { rows.forward[text.range.first.row] == $0.range.first.row && $0.base == text.base }
            }
            let total = left.count + right.count
            return width + (total == 0 ? 0.3 : Double(2 * common.count) / Double(total))
        }
    }

    /// Which rows and columns answer to one another.
    var alignment: SheetAlignment { SheetAlignment(rows: rows, columns: columns) }

    /// How alike two rows are: the share of their texts that have a partner.
    private static func likeness(_ one: [PrintedText], _ other: [PrintedText], isEmptyAlike: Double) -> Double {
        // Marks and fillers stand in many rows: they only count where there is nothing else.
        let hasWords = [one, other].contains { texts in texts.contains { !$0.isMark } }
        let left = hasWords ? one.filter { !$0.isMark } : one
        let right = hasWords ? other.filter { !$0.isMark } : other
        if left.isEmpty, right.isEmpty { return isEmptyAlike }
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        var rest = right
        var sum = 0.0
        for text in left {
            let best = rest.indices.map { ($0, PrintedText.likeness(text, rest[$0])) }.max { $0.1 < $1.1 }
            guard let best, best.1 >= leastLikeness else { continue }
            sum += best.1 == 1 ? 1 : best.1 * 0.7
            rest.remove(at: best.0)
        }
        let share = 2 * sum / Double(left.count + right.count)
        return share > 0.25 ? share : 0
    }

    /// The differences, in reading order of kinds and places.
    func changes() -> [FormChange] {
        var changes: [FormChange] = []
        var goneTexts: [PrintedText] = []
        var newTexts: [PrintedText] = []
        var paired: Set<CellReference> = []
        let oldColumns = lines(old.columns, gone: { columns.forward[$0] == nil && Self.isReal($0, old) })
        let newColumns = lines(new.columns, gone: { columns.backward[$0] == nil && Self.isReal($0, new) })
        let oldRows = lines(old.rows, gone: { rows.forward[$0] == nil && old.isDrawn(row: $0) })
        let newRows = lines(new.rows, gone: { rows.backward[$0] == nil && new.isDrawn(row: $0) })
        for text in old.texts {
            guard let place = place(text.range.first) else {
                goneTexts.append(text)
                continue
            }
            guard let other = new[place] else {
                goneTexts.append(text)
                continue
            }
            let isPair =
                text.isMark && other.isMark
                || PrintedText.likeness(text, other) >= Self.leastLikeness || isSameRole(text, other)
            guard isPair else {
                goneTexts.append(text)
                continue
            }
            paired.insert(place)
            changes += TextDiff(before: text, after: other, old: old, new: new).changes()
            if let merge = merged(text, other) { changes.append(merge) }
        }
        newTexts = new.texts.filter { !paired.contains($0.range.first) }
        changes += moved(&goneTexts, &newTexts, oldRows, newRows, oldColumns, newColumns)
        changes += blankBlocks()
        return changes
    }

    private func lines(_ count: Int, gone: (Int) -> Bool) -> Set<Int> { Set((0..<count).filter(gone)) }

    private static func isReal(_ column: Int, _ sheet: BlankSheet) -> Bool { !sheet.texts(inColumn: column).isEmpty }

    /// The place of the new sheet that answers to one of the old.
    private func place(_ place: CellReference) -> CellReference? {
        guard let row = rows.forward[place.row], let column = columns.forward[place.column] else { return nil }
        return CellReference(row: row, column: column)
    }

    /// 权重 instead of 分值: other words for the same column.
    private func isSameRole(_ one: PrintedText, _ other: PrintedText) -> Bool {
        if let role = labels.indicatorColumn(one.text) { return role == labels.indicatorColumn(other.text) }
        if let role = labels.budgetColumn(one.text) { return role == labels.budgetColumn(other.text) }
        return labels.fact(one.text).map { $0 == labels.fact(other.text) } ?? false
    }

    // MARK: What has no answer at its place

    /// Rows and columns as a whole, then single texts: moved, reworded at a nearby place, removed, added.
    private func moved(
        _ gone: inout [PrintedText], _ come: inout [PrintedText], _ oldRows: Set<Int>, _ newRows: Set<Int>,
        _ oldColumns: Set<Int>, _ newColumns: Set<Int>
    ) -> [FormChange] {
        var lines = LineChanges(old: old, new: new)
        lines.addRows(oldRows, newRows) { Self.likeness($0, $1, isEmptyAlike: 0) }
        lines.addColumns(oldColumns, newColumns)
        var changes = lines.changes
        gone.removeAll { lines.covers(old: $0) }
        come.removeAll { lines.covers(new: $0) }
        for text in gone where !text.isMark {
            let index = come.firstIndex { $0.base == text.base && $0.number == nil && $0.points == text.points }
            guard let index else {
                changes.append(removed(text))
                continue
            }
            let other = come.remove(at: index)
            let isNote = text.isNote
            changes.append(
                FormChange(
                    isNote ? .noteReworded : .labelReworded, before: old.source(text.range.first),
                    after: new.source(other.range.first),
                    message:
                        "“\(text.shown)”从 \(text.range.first) 移到 \(other.range.first)。"))
        }
        changes += come.filter { !$0.isMark }.map(added)
        return changes
    }

    private func removed(_ text: PrintedText) -> FormChange {
        let source = old.source(text.range.first)
        if text.number != nil {
            return FormChange(.points, before: source, message: "\(text.range.first) 原来印的 \(text.text) 没有了。")
        }
        return FormChange(
            text.isNote ? .noteRemoved : .labelRemoved, before: source,
            message: "“\(text.shown)”没有了。")
    }

    private func added(_ text: PrintedText) -> FormChange {
        let source = new.source(text.range.first)
        if text.number != nil {
            return FormChange(.points, after: source, message: "\(text.range.first) 新印了 \(text.text)。")
        }
        return FormChange(
            text.isNote ? .noteAdded : .labelAdded, after: source,
            message: "新增“\(text.shown)”。")
    }

    // MARK: Merges

    /// A merge that is wider, narrower, longer or shorter than the rows and columns that came or went explain.
    private func merged(_ text: PrintedText, _ other: PrintedText) -> FormChange? {
        merged(text.range, other.range, name: "“\(text.shown)”")
    }

    private func merged(_ before: CellRange, _ after: CellRange, name: String) -> FormChange? {
        let goneRows = before.rows.filter { rows.forward[$0] == nil }.count
        let newRows = after.rows.filter { rows.backward[$0] == nil }.count
        let goneColumns = before.columns.filter { columns.forward[$0] == nil }.count
        let newColumns = after.columns.filter { columns.backward[$0] == nil }.count
        let isSame =
            before.rows.count - goneRows == after.rows.count - newRows
            && before.columns.count - goneColumns == after.columns.count - newColumns
        guard !isSame else { return nil }
        return FormChange(
            .merge, before: old.source(before.first), after: new.source(after.first),
            message: "\(name)原来占 \(before)，现在占 \(after)。")
    }

    /// Merges of places to be filled.
    private func blankBlocks() -> [FormChange] {
        let slots = old.view.sheet.merges.filter { old[$0.first] == nil }
        return slots.sorted { $0.first < $1.first }.compactMap { range in
            guard let place = place(range.first), new[place] == nil else { return nil }
            let other = new.view.merge(place.row, place.column) ?? CellRange(place, place)
            guard other.first == place else { return nil }
            return merged(range, other, name: "填写的格子")
        }
    }
}

extension BlankSheet {
    /// Characters of a column.
    func width(_ column: Int) -> Double { view.sheet.columns[column]?.width ?? view.sheet.defaultColumnWidth }
}
