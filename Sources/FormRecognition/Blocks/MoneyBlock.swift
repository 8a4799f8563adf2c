import Assessment
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
        /// Canonical name; nil when nobody knows the label.
        var name: String?
    }

    let headingRow: Int
    let columns: [Column]
    let rows: [Row]

    /// Whether points stand under a heading of its own.
    func givesPoints(_ view: SheetView) -> Bool {
        columns.contains { column in
            [.weight, .score].contains(column.role) && rows.contains { view.amount($0.row, column.column).value != nil }
        }
    }

    /// A form has its money near the top; further down it is another table.
    private static let lowestHeading = 100

    static func find(in look: inout SheetLook) -> [FormPlace] {
        var places: [FormPlace] = []
        var next = 0
        for row in look.view.filledRows where !look.ownRows.contains(row) {
            if look.moneyHeading == nil, row <= lowestHeading, look.words.headsMoney(look.view.texts(in: row)) {
                look.moneyHeading = row
            }
            guard row >= next, let block = block(at: row, look) else { continue }
            let last = block.rows.last?.row ?? row
            places.append(FormPlace(sheet: look.view.index, rows: row...last, block: block))
            block.claim(&look)
            next = last + 1
        }
        return places
    }

    private static func block(at row: Int, _ look: SheetLook) -> MoneyBlock? {
        let columns = columns(in: row, look)
        let kinds = Set(columns.map(\.1)).intersection(BudgetColumn.amounts)
        guard !kinds.isEmpty, let left = columns.map(\.0.column).min() else { return nil }
        let rows = rows(below: row, left: left, columns: columns.map(\.0.column), look)
        // Labels side by side with their values are no table. Where one heading is known, rows that are known tell it.
        guard !rows.isEmpty, kinds.count >= 2 || isTold(row, rows, look) else { return nil }
        // The unit stands in the block's label (项目资金（元）), or above it (单位：元). Looked for only under a heading.
        let unit = look.view.statedUnit(upTo: row)
        return MoneyBlock(
            headingRow: row,
            columns: columns.map { Column(column: $0.0.column, role: $0.1, unit: $0.0.statedUnit ?? unit) }, rows: rows)
    }

    /// The headings of a row that are known. What the person said of columns goes before what their headings say.
    private static func columns(in row: Int, _ look: SheetLook) -> [(ViewText, BudgetColumn)] {
        let texts = look.view.texts(in: row)
        let headed = texts.map { look.words.budgetColumn($0.label) }
        guard headed.contains(where: { $0 != nil }) else { return [] }
        let told = look.overrules.budgetColumns.among(texts.map(\.column))
        return zip(texts, headed).compactMap { text, heading in
            told.role(of: text.column, headed: heading).map { (text, $0) }
        }
    }

    /// Whether rows that are known, with figures under headings that are not, make a table of money of what stands under one known heading.
    private static func isTold(_ heading: Int, _ rows: [Row], _ look: SheetLook) -> Bool {
        let others = look.view.texts(in: heading).filter { text in
            look.words.budgetColumn(text.label) == nil
                && rows.contains { look.view.amount($0.row, text.column).value != nil }
        }
        return rows.count { $0.name != nil } >= 2 && !others.isEmpty
    }

    /// The rows of the table. A fund source that nobody knows does not end it; the next block of the form does.
    private static func rows(below heading: Int, left: Int, columns: [Int], _ look: SheetLook) -> [Row] {
        let view = look.view
        var rows: [Row] = []
        var row = heading + 1
        while row <= view.lastRow, !look.ownRows.contains(row) {
            let texts = view.texts(in: row)
            // The headings of another part of the money.
            if texts.count(where: { look.words.budgetColumn($0.label) != nil }) >= 2 { break }
            let names = texts.filter { $0.column < left }
            let name = names.reversed().lazy.compactMap { look.words.budgetRow($0.label) }.first
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
                    look.words.fact($0.label) != nil || look.words.indicatorColumn($0.label) != nil
                }
                if names.isEmpty || isOther { break }
                let figures = columns.count { view.amount(row, $0).value != nil }
                // Without a row that is known, figures under two headings tell a table.
                if rows.isEmpty, figures < 2 || besides(heading, columns, view) { break }
            }
            rows.append(Row(row: row, name: name))
            row += 1
        }
        while let last = rows.last, last.name == nil,
            !columns.contains(where: { view.amount(last.row, $0).value != nil })
        {
            rows.removeLast()
        }
        return rows
    }

    /// Whether labels stand side by side, each before its value.
    private static func besides(_ row: Int, _ columns: [Int], _ view: SheetView) -> Bool {
        columns.contains { view.amount(row, view.range(row, $0).last.column + 1).value != nil }
    }

    private var left: Int { columns.map(\.column).min() ?? 0 }

    private func claim(_ look: inout SheetLook) {
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
        for row in rows where row.name != nil {
            for text in look.view.texts(in: row.row) where text.column < left && !figures.contains(text.column) {
                look.claims.claim(row.row, text.column, .label)
            }
        }
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        for row in rows {
            guard let name = row.name else { continue }
            for column in columns {
                if column.role == .reason {
                    readReason(name, view, row.row, column.column, &reading)
                } else if !view.text(row.row, column.column).isEmpty {
                    let slot = MoneyFacts.Slot(row: name, column: column.role, unit: column.unit)
                    reading.add(slot, view.amount(row.row, column.column))
                    // Points of a part are reckoned with nowhere.
                    let isOfPart = name != reading.words.template.standard.budgetTotalName
                    let isUnused = isOfPart && [.weight, .score].contains(column.role)
                    if !isUnused || TextNormalizer.isBlank(view.text(row.row, column.column)) {
                        reading.claim(view, row.row, column.column, .value)
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
