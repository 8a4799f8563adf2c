import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// A small table of money: amounts under headings, names of rows to the left.
struct MoneyBlock: FormBlock {
    /// A headed column.
    struct Column: Sendable {
        var column: Int
        var role: BudgetColumn
        /// The unit that its heading states, or that is stated above it.
        var unit: MoneyUnit?
    }

    /// A row under the headings.
    struct Row: Sendable {
        var row: Int
        /// Canonical name, or as it is printed; nil when nobody knows the label.
        var name: String?
        /// What its label and its amounts say; nil for the only row, which has no label.
        var line: MoneyLine?
    }

    let headingRow: Int
    let columns: [Column]
    private(set) var rows: [Row]
    /// Which rows make the total.
    private(set) var blocks: [Standard.BudgetBlock] = []
    /// Why the rows were read as they were.
    private(set) var readings: [PlaceReading] = []
    /// Points of 预算执行率 that a heading states, where no column holds them.
    private(set) var points: SourcedNumber?

    /// A form has its money near the top; further down it is another table.
    private static let lowestHeading = 100

    static func find(in look: inout SheetLook) -> [FormPlace] {
        var places: [FormPlace] = []
        var next = 0
        for row in look.view.filledRows where !look.ownRows.contains(row) {
            let isFirst = look.moneyHeading == nil && row <= lowestHeading
            let isNear =
                row >= next
                && (row <= lowestHeading
                    || look.view.texts(in: row).contains { look.words.budgetColumn($0.label) != nil })
            guard isFirst || isNear else { continue }
            let columns = columns(in: row, look)
            if isFirst, Set(columns.map(\.1)).isSuperset(of: [.adjusted, .executed]) { look.moneyHeading = row }
            guard isNear else { continue }
            for block in blocks(at: row, columns, look) {
                let last = block.rows.last?.row ?? row
                places.append(FormPlace(sheet: look.view.index, rows: row...last, block: block))
                block.claim(&look)
                next = max(next, last + 1)
            }
        }
        return places
    }

    /// The blocks that a row heads: two where the money is broken down twice, side by side (按资金来源分 | 按支出性质分), each with names of its own.
    private static func blocks(
        at row: Int, _ columns: [(ViewText, BudgetColumn)], _ look: SheetLook
    ) -> [MoneyBlock] {
        guard !columns.isEmpty else { return [] }
        guard let again = columns.indices.dropFirst().first(where: { columns[$0].1 == columns[0].1 }) else {
            return [block(at: row, columns, after: -1, look)].compactMap { $0 }
        }
        let border = columns[again - 1].0.column
        let between = border + 1..<max(columns[again].0.column, border + 1)
        let hasNames = look.view.texts(in: row + 1).contains {
            between.contains($0.column) && look.words.moneyName($0.text) != nil
        }
        guard hasNames, let left = block(at: row, Array(columns[..<again]), after: -1, look),
            let right = block(at: row, Array(columns[again...]), after: border, look)
        else { return [block(at: row, columns, after: -1, look)].compactMap { $0 } }
        return joined(left, right, look)
    }

    /// Two halves of which one alone has a total are one list of money that goes on beside itself: the total is that of both.
    private static func joined(_ left: MoneyBlock, _ right: MoneyBlock, _ look: SheetLook) -> [MoneyBlock] {
        let halves = [left, right]
        let lines = halves.map { $0.rows.compactMap(\.line) }
        let hasTotal = lines.map { $0.contains(where: \.isTotal) }
        guard hasTotal[0] != hasTotal[1], Set(halves[0].columns.map(\.role)) == Set(halves[1].columns.map(\.role)),
            !lines.joined().contains(where: { $0.name == nil || $0.group != nil })
        else { return halves }
        let layout = MoneyLayout(lines.flatMap { $0 }, words: look.words) { look.view.source($0.row, $0.column) }
        var (first, second) = (left, right)
        (first.blocks, first.readings) = ([], [])
        (second.blocks, second.readings) = (layout.blocks, layout.readings)
        return [first, second]
    }

    /// A block under some headings of a row.
    ///
    /// - Parameter border: The last column of the block left of it; -1 for none.
    private static func block(
        at row: Int, _ columns: [(ViewText, BudgetColumn)], after border: Int, _ look: SheetLook
    ) -> MoneyBlock? {
        let kinds = Set(columns.map(\.1)).intersection(BudgetColumn.amounts)
        guard !kinds.isEmpty, let left = columns.map(\.0.column).min() else { return nil }
        let rows = rows(below: row, border..<left, columns: columns.map(\.0.column), look)
        // Labels side by side with their values are no table. Where one heading is known, rows that are known tell it.
        guard !rows.isEmpty, kinds.count >= 2 || isTold(row, rows, look) else { return nil }
        // The unit stands in the block's label (项目资金（元）), or above it (单位：元). Looked for only under a heading.
        let unit = look.statedUnit(upTo: row)
        var block = MoneyBlock(
            headingRow: row,
            columns: columns.map { Column(column: $0.0.column, role: $0.1, unit: $0.0.statedUnit ?? unit) }, rows: rows)
        block.settle(look)
        block.points = block.statedPoints(look.view)
        return block
    }

    /// Settles which row is the total and what makes it.
    private mutating func settle(_ look: SheetLook) {
        let unit = look.words.template.moneyUnit
        let named = rows.indices.filter { rows[$0].line != nil }
        let lines = named.compactMap { index -> MoneyLine? in
            var line = rows[index].line
            for column in columns {
                line?.take(
                    column.role, look.view, rows[index].row, column.column, unit: column.unit ?? unit)
            }
            return line
        }
        let layout = MoneyLayout(lines, words: look.words) { look.view.source($0.row, $0.column) }
        for (index, line) in zip(named, layout.lines) {
            rows[index].line = line
            rows[index].name = line.name
        }
        blocks = layout.blocks
        readings = layout.readings
    }

    /// Whether rows that are known, with figures under headings that are not, make a table of money of what stands under one known heading.
    private static func isTold(_ heading: Int, _ rows: [Row], _ look: SheetLook) -> Bool {
        let headings = columns(in: heading, look).map(\.0.column)
        let others = look.view.texts(in: heading).filter { text in
            !headings.contains(text.column)
                && rows.contains { look.view.amount($0.row, text.column).value != nil }
        }
        return rows.count { $0.name != nil } >= 2 && !others.isEmpty
    }

    /// The rows of the table. A fund source that nobody knows does not end it; the next block of the form does.
    ///
    /// - Parameter before: Where the names may stand: behind its first column, before its end.
    private static func rows(below heading: Int, _ before: Range<Int>, columns: [Int], _ look: SheetLook) -> [Row] {
        let view = look.view
        var rows: [Row] = []
        var group: String?
        var row = heading + 1
        while row <= view.lastRow, !look.ownRows.contains(row) {
            let texts = view.texts(in: row)
            // The headings of another part of the money.
            if look.words.moneyHeadings(texts).count(where: { $0 != nil }) >= 2 { break }
            let names = texts.filter { $0.column > before.lowerBound && $0.column < before.upperBound }
            // A word that is listed counts wherever it stands before the amounts; one that is put together where it stands next to them.
            let label =
                names.last { look.words.budgetRow($0.label) != nil }
                ?? names.last { view.amount(row, $0.column).value == nil }
            var line = label.map { MoneyLine($0, at: CellReference(row: row, column: $0.column), look.words) }
            let isListed = label.map { look.words.budgetRow($0.label) != nil } ?? false
            let name = isListed || line?.isTotal == true || line?.kind == .part ? line?.name : nil
            // One row of figures right under the headings, without a name of its own, is the total.
            let isNameless = names.allSatisfy {
                // Merged from above, or a figure under a heading that nobody knows.
                view.range(row, $0.column).first.row <= heading || view.amount(row, $0.column).value != nil
            }
            if rows.isEmpty, name == nil, isNameless, columns.count(where: { view.amount(row, $0).value != nil }) >= 2 {
                return [Row(row: row, name: look.words.template.standard.budgetTotalName)]
            }
            if name == nil {
                let isOther = texts.contains {
                    look.words.fact($0.label) != nil || look.words.composedFact($0.label) != nil
                        || look.words.indicatorColumn($0.label) != nil
                }
                if names.isEmpty || isOther { break }
                let figures = columns.count { view.amount(row, $0).value != nil }
                // Without a row that is known, figures under two headings tell a table.
                if rows.isEmpty, figures < 2 || besides(heading, columns, view) { break }
            }
            group = line?.group ?? Self.group(names, before: label, row, heading, view) ?? group
            line?.group = group
            if line?.isTotal ?? false { group = nil }
            rows.append(Row(row: row, name: line?.name, line: line))
            row += 1
        }
        while let last = rows.last, last.line.map({ $0.kind == nil || $0.kind == .broad || $0.kind == .fund }) ?? true,
            !columns.contains(where: { view.amount(last.row, $0).value != nil })
        {
            rows.removeLast()
        }
        return rows
    }

    /// What is printed before the label of a row, as that of several: 按资金来源.
    private static func group(
        _ names: [ViewText], before label: ViewText?, _ row: Int, _ heading: Int, _ view: SheetView
    ) -> String? {
        let before = names.last { text in
            text.column < label?.column ?? 0 && view.range(row, text.column).first.row > heading
                && view.amount(row, text.column).value == nil && text.label.map { $0.name != "其中" } ?? false
        }
        return before.map { BlankLearner.rowName($0.text) }
    }

    /// Whether labels stand side by side, each before its value.
    private static func besides(_ row: Int, _ columns: [Int], _ view: SheetView) -> Bool {
        columns.contains { view.amount(row, view.range(row, $0).last.column + 1).value != nil }
    }

    var left: Int { columns.map(\.column).min() ?? 0 }

    private func claim(_ look: inout SheetLook) {
        claimOver(&look)
        claimNumbers(&look)
        // Figures before the first heading that is known stand under one that is not.
        let figures = Set(
            rows.flatMap { row in
                look.view.texts(in: row.row).map(\.column).filter { column in
                    column < left && look.view.amount(row.row, column).value != nil
                }
            })
        for text in look.view.texts(in: headingRow)
        where text.column < left && !figures.contains(text.column)
            || columns.contains(where: { $0.column == text.column })
        {
            guard look.view.amount(headingRow, text.column).value == nil else { continue }
            look.claims.claim(headingRow, text.column, .label)
        }
        for column in columns { look.claims.claim(look.view.range(headingRow, column.column).first, .label) }
        for row in rows where row.name != nil {
            for text in look.view.texts(in: row.row) where text.column < left && !figures.contains(text.column) {
                look.claims.claim(row.row, text.column, .label)
            }
        }
    }

    /// 序号 before the names of the rows says nothing of the money.
    private func claimNumbers(_ look: inout SheetLook) {
        for text in look.view.texts(in: headingRow)
        where text.column < left && look.words.labels.isOrdinalColumn(text.text) {
            look.claims.claim(headingRow, text.column, .label)
            for row in rows { look.claims.claim(row.row, text.column, .label) }
        }
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        reading.add(blocks, readings)
        let total = reading.words.template.standard.budgetTotalName
        if let points, let cell = points.source.cell, rows.contains(where: { $0.name == total }) {
            reading.add(MoneyFacts.Slot(row: total, column: .weight, unit: nil), points)
            reading.claim(view, cell.row, cell.column, .value)
        }
        for row in rows {
            guard let name = row.name else { continue }
            for column in columns {
                if column.role == .reason {
                    readReason(name, view, row.row, column.column, &reading)
                    continue
                }
                if name == total, column.role == .adjusted {
                    reading.noteBudgetPlace(view.source(row.row, column.column))
                }
                guard let place = self.place(of: column, in: row, total: total, view) else { continue }
                let text = view.text(place.row, place.column)
                if name == total, column.role == .score, TextNormalizer.isBlank(text) {
                    reading.noteBlankRateScore(view.source(place.row, place.column))
                }
                if !text.isEmpty {
                    let slot = MoneyFacts.Slot(row: name, column: column.role, unit: column.unit)
                    reading.add(slot, view.amount(place.row, place.column))
                    // Points of a part are reckoned with nowhere.
                    let isUnused = name != total && [.weight, .score].contains(column.role)
                    if !isUnused || TextNormalizer.isBlank(text) {
                        reading.claim(view, place.row, place.column, .value)
                    }
                }
            }
        }
    }

    /// Merged over the rows of the block a reason is the total's, which stands first.
    private func readReason(_ name: String, _ view: SheetView, _ row: Int, _ column: Int, _ reading: inout FormReading)
    {
        if let merge = view.merge(row, column), merge.first.row < row { return }
        let source = view.source(row, column)
        let isPrinted = reading.words.labels.fillers.isInstruction(source.text)
        if !source.text.isEmpty { reading.claim(view, row, column, isPrinted ? .decoration : .value) }
        reading.addReason(row: name, SourcedText(isPrinted ? "" : source.text, source: source))
    }
}
