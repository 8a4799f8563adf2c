import Assessment
import FormTemplates
import Spreadsheet

/// Finds the money of a blank: slots under headings, known by the same words as the money of a filled form.
struct MoneyBlockReader {
    let page: FormPage
    private var words: FormWords { page.words }

    init(page: FormPage) { self.page = page }

    /// Its rows, grid by grid.
    func rows(except own: ClosedRange<Int>) -> [FormMap.MoneyRow] {
        let total = words.template.standard.budgetTotalName
        var found: [FormMap.MoneyRow] = []
        var number = -1
        for grid in grids(except: own) {
            number += 1
            found += grid.unnamed.map { FormMap.MoneyRow(name: total, grid: number, cells: $0) }
            let funds = grid.settled(page)
            // Each breakdown is added up by itself.
            for (part, range) in MoneyBreakdowns.ranges(funds.map(\.line.isTotal)).enumerated() {
                if part > 0 { number += 1 }
                for fund in funds[range] {
                    guard let name = fund.line.isTotal ? total : fund.line.name else { continue }
                    found.append(FormMap.MoneyRow(name: name, grid: number, cells: fund.cells))
                }
            }
        }
        return found
    }

    /// The grids of the sheet, from above. Rows of the indicator table are passed over: it has columns of the same names.
    func grids(except own: ClosedRange<Int>) -> [MoneyGrid] {
        var grids: [MoneyGrid] = []
        var row = 0
        while row <= page.last.row {
            guard !own.contains(row), let grid = below(row, except: own) ?? MoneyColumns(page: page).grid(row, own)
            else {
                row += 1
                continue
            }
            grids.append(grid)
            row = grid.rows.upperBound + 1
        }
        return grids
    }

    // MARK: Funds in rows

    private func below(_ heading: Int, except own: ClosedRange<Int>) -> MoneyGrid? {
        let columns = headings(heading)
        // Without one of them the money is not understood: better no place than one that loses what was spent.
        guard columns[.adjusted] != nil, columns[.executed] != nil, let left = columns.values.min() else { return nil }
        var grid = MoneyGrid(rows: heading...heading)
        grid.points = MoneyBlock.points(stated: columns, in: heading, page.view)
        grid.title = page.texts(in: heading).last { $0.column < left }.map { BlankLearner.rowName($0.text) }
        var next = heading + 1
        if let cells = nameless(next, columns: columns, left: left, except: own) {
            grid.unnamed.append(cells)
            next += 1
        }
        var group: String?
        while next <= page.last.row, !own.contains(next), var line = line(next, columns, left: left) {
            group = line.group ?? self.group(before: line, below: heading) ?? group
            line.group = group
            if line.isTotal { group = nil }
            let cells = columns.mapValues { CellReference(row: next, column: $0) }
            // A column merged over the whole grid (原因) has its slot in the first of its rows only.
            grid.funds.append(.init(line: line, cells: cells.filter { !page.isCovered($0.value) }))
            next += 1
        }
        if grid.funds.isEmpty, grid.unnamed.isEmpty, let cells = besides(heading, columns: columns) {
            grid.unnamed.append(cells)
        }
        grid.rows = heading...(next - 1)
        return grid
    }

    /// The columns that a row heads.
    private func headings(_ row: Int) -> [BudgetColumn: Int] {
        let texts = page.texts(in: row)
        var columns: [BudgetColumn: Int] = [:]
        for (text, role) in zip(texts, words.moneyHeadings(texts)) {
            if let role, columns[role] == nil { columns[role] = text.column }
        }
        return columns
    }

    /// What a row under the headings is labelled; nil for one that is none of the money.
    private func line(_ row: Int, _ columns: [BudgetColumn: Int], left: Int) -> MoneyLine? {
        guard headings(row).count < 2 else { return nil }
        let names = page.texts(in: row).filter { $0.column < left }
        let listed = names.last { words.budgetRow($0.label) != nil }
        guard let label = listed ?? names.last else { return nil }
        let line = MoneyLine(label, at: CellReference(row: row, column: label.column), words)
        let isKnown = line.isTotal || line.kind == .part
        let isOther = words.namedFact(label.label) != nil || words.indicatorColumn(label.label) != nil
        guard isKnown || !isOther else { return nil }
        return isRow(row, columns: columns, left: left) || listed != nil && !holdsWords(row, columns) ? line : nil
    }

    /// What is printed before the label of a row, as that of several: 按资金来源.
    private func group(before line: MoneyLine, below heading: Int) -> String? {
        let before = page.texts(in: line.place.row).last { text in
            text.column < line.place.column && text.label.map { $0.name != "其中" } ?? false
        }
        return before.map { BlankLearner.rowName($0.text) }
    }

    /// Whether the slots of a row's amounts are there, and hold nothing yet.
    private func isRow(_ row: Int, columns: [BudgetColumn: Int], left: Int) -> Bool {
        let amounts = BudgetColumn.amounts.compactMap { columns[$0] }
        let headed = Set(columns.values)
        let hasSlots = amounts.allSatisfy { isSlot(CellReference(row: row, column: $0)) }
        // A label in between begins something else.
        return hasSlots
            && page.texts(in: row).allSatisfy { text in
                text.column < left || headed.contains(text.column) || TextNormalizer.isBlank(text.text)
                    || text.column > (headed.max() ?? left)
            }
    }

    private func isSlot(_ cell: CellReference) -> Bool {
        page.exists(cell) && !page.isCovered(cell) && TextNormalizer.isBlank(page.text(cell))
    }

    private func holdsWords(_ row: Int, _ columns: [BudgetColumn: Int]) -> Bool {
        BudgetColumn.amounts.compactMap { columns[$0] }.contains { column in
            page.text(CellReference(row: row, column: column)).contains(where: \.isLetter)
        }
    }

    // MARK: The total without a label

    /// The slots right of labels that stand side by side (年初预算数 〔 〕 全年预算数 〔 〕); nil when they are headings of columns.
    private func besides(_ row: Int, columns: [BudgetColumn: Int]) -> [BudgetColumn: CellReference]? {
        var cells: [BudgetColumn: CellReference] = [:]
        for (role, column) in columns {
            let label = page.range(at: CellReference(row: row, column: column))
            let right = CellReference(row: row, column: label.last.column + 1)
            guard page.exists(right), !page.isCovered(right), page.text(right).isEmpty, page.isBoxed(right) else {
                return nil
            }
            cells[role] = right
        }
        return cells
    }

    /// The slots right under the headings, in a row that has no name of its own: it is the total's.
    private func nameless(
        _ row: Int, columns: [BudgetColumn: Int], left: Int, except own: ClosedRange<Int>
    ) -> [BudgetColumn: CellReference]? {
        guard row <= page.last.row, !own.contains(row) else { return nil }
        let names = page.texts(in: row).filter { $0.column < left }
        // What is merged from the headings' row names the block.
        guard names.allSatisfy({ page.view.range(row, $0.column).first.row < row }) else { return nil }
        let cells = columns.mapValues { CellReference(row: row, column: $0) }.filter { !page.isCovered($0.value) }
        let slots = BudgetColumn.amounts.compactMap { cells[$0] }
        guard slots.count >= 2, slots.allSatisfy({ page.exists($0) && page.isBoxed($0) && page.text($0).isEmpty })
        else {
            return nil
        }
        return cells
    }
}
