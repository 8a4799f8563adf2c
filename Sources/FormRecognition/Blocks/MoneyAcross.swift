import Assessment
import FormTemplates
import Spreadsheet

/// Money with its funds side by side: 合计 | 财政拨款 | 其他资金 as headings, 全年预算数 and 全年执行数 as rows.
struct MoneyAcross: FormBlock {
    /// A headed column of one fund, or of the total.
    struct Column: Sendable {
        var column: Int
        var name: String
    }

    /// A row of amounts.
    struct Row: Sendable {
        var row: Int
        var role: BudgetColumn
        var unit: MoneyUnit?
    }

    let headingRow: Int
    let columns: [Column]
    let rows: [Row]
    /// Columns of the total's rate, points, score and reason.
    let others: [(column: Int, role: BudgetColumn)]
    let blocks: [Standard.BudgetBlock]
    let readings: [PlaceReading]

    /// Whether points stand in a row or a column of their own.
    var givesPoints: Bool { (rows.map(\.role) + others.map(\.role)).contains { [.weight, .score].contains($0) } }

    static func find(in look: inout SheetLook) -> [FormPlace] {
        var places: [FormPlace] = []
        var next = 0
        for row in look.view.filledRows where row >= next && row <= 100 && !look.ownRows.contains(row) {
            guard let block = block(at: row, look), let last = block.rows.last?.row else { continue }
            block.claim(&look)
            if look.moneyHeading == nil { look.moneyHeading = block.rows.first?.row }
            places.append(FormPlace(sheet: look.view.index, rows: row...last, block: block))
            next = last + 1
        }
        return places
    }

    private static func block(at row: Int, _ look: SheetLook) -> MoneyAcross? {
        let view = look.view
        // 项目资金（元） over the names of the rows is what the block is called, no fund.
        let own = look.freeTexts(in: row).filter {
            look.words.amountColumn(Label(view.text(row + 1, $0.column))) == nil
        }
        let headed = look.words.moneyFunds(own).filter { $0.name.kind != .broad }
        guard look.words.areFunds(headed.map(\.name)), let left = headed.map(\.text.column).min() else { return nil }
        let rows = rows(below: row, left: left, headed.map(\.text.column), look)
        guard !rows.isEmpty else { return nil }
        let unit = look.words.template.moneyUnit
        let lines = headed.map { text, _ in
            var line = MoneyLine(text, at: CellReference(row: row, column: text.column), look.words)
            line.group = line.group ?? group(over: text, row, look)
            for row in rows { line.take(row.role, view, row.row, text.column, unit: row.unit ?? unit) }
            return line
        }
        let layout = MoneyLayout(lines, words: look.words) { view.source($0.row, $0.column) }
        let columns = layout.lines.compactMap { line in line.name.map { Column(column: line.place.column, name: $0) } }
        // The headings of the total's rate stand beside those of the funds, or reach down beside them.
        let beside = (max(row - 1, 0)...row).flatMap { heading in
            view.texts(in: heading).filter { view.range(heading, $0.column).last.row >= row }
        }
        let others = beside.compactMap { text in
            look.words.moneyHeadings([text]).first.flatMap { $0 }.map { (column: text.column, role: $0) }
        }.filter { !BudgetColumn.amounts.contains($0.role) }
        // A column that is not understood may be one of the parts.
        let known = Set(columns.map(\.column) + others.map(\.column))
        let isOpen = rows.contains { line in
            view.texts(in: line.row).contains {
                $0.column >= left && !known.contains($0.column) && view.amount(line.row, $0.column).value != nil
            }
        }
        var blocks = layout.blocks
        if isOpen { for index in blocks.indices { blocks[index].isCertain = false } }
        return MoneyAcross(
            headingRow: row, columns: columns, rows: rows, others: others, blocks: blocks,
            readings: layout.readings)
    }

    /// Rows whose label is that of amounts (全年预算数), with a figure under one of the funds.
    private static func rows(below heading: Int, left: Int, _ columns: [Int], _ look: SheetLook) -> [Row] {
        let view = look.view
        let unit = look.statedUnit(upTo: heading)
        var rows: [Row] = []
        var row = heading + 1
        while row <= view.lastRow {
            let texts = view.texts(in: row)
            let label = texts.last { $0.column < left }
            let role = look.words.amountColumn(label?.label)
            // 得分 without anything beside it, right over the indicators, looks like one more heading of theirs.
            let isAlone = texts.count { !TextNormalizer.isBlank($0.text) } == 1
            if look.ownRows.contains(row), !isAlone || rows.count < 2 || role != .score { break }
            let isAmount = role.map(BudgetColumn.amounts.contains) ?? false
            let holds = columns.contains { column in
                let text = view.text(row, column)
                if role == .reason { return !text.isEmpty }
                // — says that there is none.
                return view.amount(row, column).value != nil
                    || !isAmount && !text.isEmpty && TextNormalizer.isBlank(text)
            }
            // The amounts of the year come first; its rate, points and reason stand under them, and a row may be left empty.
            guard let label, let role, !rows.contains(where: { $0.role == role }),
                rows.isEmpty ? BudgetColumn.amounts.contains(role) && holds : holds || texts.count == 1
            else { break }
            rows.append(Row(row: row, role: role, unit: label.statedUnit ?? unit))
            row += 1
        }
        return rows
    }

    /// What is printed over several funds: 资金来源.
    private static func group(over text: ViewText, _ row: Int, _ look: SheetLook) -> String? {
        guard row > 0, headsFunds(row - 1, look) else { return nil }
        let view = look.view
        let above = view.texts(in: row - 1).first { other in
            view.range(row - 1, other.column).columns.contains(text.column)
                && view.range(row - 1, other.column).last.row < row
        }
        // 主管部门：… above is no group of funds.
        return above.flatMap { FactFinder.parts($0.text) == nil ? BlankLearner.rowName($0.text) : nil }
    }

    /// Whether a row may stand over the names of funds: no label of a fact is in it (项目名称 | 某项目), and some of it speaks of money.
    private static func headsFunds(_ row: Int, _ look: SheetLook) -> Bool {
        let texts = look.view.texts(in: row)
        return !texts.contains { look.words.namedFact($0.label) != nil }
            && texts.contains { look.words.labels.tables.says(.money, $0.text) || look.words.moneyName($0.text) != nil }
    }

    private func claim(_ look: inout SheetLook) {
        for column in columns { look.claims.claim(headingRow, column.column, .label) }
        // 资金情况 over the names of the rows is what the block is called.
        for text in look.freeTexts(in: headingRow)
        where text.column < columns.map(\.column).min() ?? 0 && text.label.map({ $0.name.count <= 12 }) ?? false {
            look.claims.claim(headingRow, text.column, .label)
        }
        let last = columns.map(\.column).max() ?? 0
        let first = columns.map(\.column).min() ?? 0
        // A row with a figure of its own, 总分 | 98, heads nothing.
        let isHeading = !look.view.texts(in: headingRow - 1).contains {
            look.view.amount(headingRow - 1, $0.column).value != nil
        }
        let headsFunds = headingRow > 0 && Self.headsFunds(headingRow - 1, look)
        if headingRow > 0, isHeading {
            for text in look.view.texts(in: headingRow - 1)
            where text.column <= last && text.label != nil && look.view.amount(headingRow - 1, text.column).value == nil
            {
                let isOver =
                    headsFunds && look.view.range(headingRow - 1, text.column).columns.overlaps(first..<last + 1)
                let isBeside = look.view.range(headingRow - 1, text.column).last.row >= headingRow
                if isOver || isBeside { look.claims.claim(headingRow - 1, text.column, .label) }
            }
        }
        for other in others {
            let place = look.view.range(headingRow, other.column).first
            look.claims.claim(place, .label)
        }
        for row in rows {
            for text in look.view.texts(in: row.row)
            where text.column < first && look.view.amount(row.row, text.column).value == nil {
                look.claims.claim(row.row, text.column, .label)
            }
        }
    }

    /// Remembers 得分 of the total that is left blank, in a row or in a column of its own.
    private func noteBlankScore(_ view: SheetView, _ reading: inout FormReading) {
        let total = reading.words.template.standard.budgetTotalName
        let column = columns.first { $0.name == total }?.column
        let below = rows.filter { $0.role == .score }.compactMap { row in column.map { (row: row.row, column: $0) } }
        let beside = rows.first.flatMap { first in
            others.first { $0.role == .score }.map { (row: first.row, column: $0.column) }
        }
        for place in below + [beside].compactMap({ $0 })
        where TextNormalizer.isBlank(view.mergedText(place.row, place.column)) {
            reading.noteBlankRateScore(view.source(place.row, place.column))
        }
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        reading.add(blocks, readings)
        let total = reading.words.template.standard.budgetTotalName
        noteBlankScore(view, &reading)
        for row in rows {
            for column in columns where !view.text(row.row, column.column).isEmpty {
                if row.role == .reason {
                    let source = view.source(row.row, column.column)
                    reading.addReason(row: column.name, SourcedText(source.text, source: source))
                    reading.claim(view, row.row, column.column, .value)
                    continue
                }
                if row.role == .adjusted, column.name == total {
                    reading.noteBudgetPlace(view.source(row.row, column.column))
                }
                // Points of a part are reckoned with nowhere.
                if [.weight, .score].contains(row.role), column.name != total,
                    !TextNormalizer.isBlank(view.text(row.row, column.column))
                {
                    continue
                }
                reading.add(
                    MoneyFacts.Slot(row: column.name, column: row.role, unit: row.unit),
                    view.amount(row.row, column.column))
                reading.claim(view, row.row, column.column, .value)
            }
            for other in others
            where BudgetColumn.amounts.contains(row.role) && !view.text(row.row, other.column).isEmpty {
                if other.role == .reason {
                    let source = view.source(row.row, other.column)
                    reading.addReason(row: total, SourcedText(source.text, source: source))
                } else {
                    reading.add(
                        MoneyFacts.Slot(row: total, column: other.role, unit: nil), view.amount(row.row, other.column))
                }
                reading.claim(view, row.row, other.column, .value)
            }
        }
    }
}
