import Assessment
import FormTemplates
import Spreadsheet

/// Finds the money block of a blank: amounts under headings, row names to the left.
struct MoneyBlockReader {
    let page: FormPage
    private var words: FormWords { page.words }

    init(page: FormPage) { self.page = page }

    /// Its rows, grid by grid. Rows of the indicator table are passed over: it has columns of the same names.
    func rows(except own: ClosedRange<Int>) -> [FormMap.MoneyRow] {
        var found: [FormMap.MoneyRow] = []
        var grid = -1
        var row = 0
        while row <= page.last.row {
            let columns = own.contains(row) ? [:] : headings(row)
            guard columns[.adjusted] != nil, columns[.executed] != nil, let left = columns.values.min() else {
                row += 1
                continue
            }
            grid += 1
            if let cells = besides(row, columns: columns) {
                found.append(FormMap.MoneyRow(name: words.template.standard.budgetTotalName, grid: grid, cells: cells))
            }
            var next = row + 1
            if let cells = nameless(next, columns: columns, left: left, except: own) {
                found.append(FormMap.MoneyRow(name: words.template.standard.budgetTotalName, grid: grid, cells: cells))
                next += 1
            }
            var rows: [FormMap.MoneyRow] = []
            while next <= page.last.row, !own.contains(next), let name = name(next, leftOf: left) {
                let cells = columns.mapValues { CellReference(row: next, column: $0) }
                // A column merged over the whole grid (原因) has its slot in the first of its rows only.
                rows.append(
                    FormMap.MoneyRow(name: name, grid: grid, cells: cells.filter { !page.isCovered($0.value) }))
                next += 1
            }
            // Each breakdown is added up by itself.
            let total = words.template.standard.budgetTotalName
            for (number, range) in MoneyBreakdowns.ranges(rows.map { $0.name == total }).enumerated() {
                if number > 0 { grid += 1 }
                for index in range { rows[index].grid = grid }
            }
            found += rows
            row = max(next, row + 1)
        }
        return found
    }

    /// The slots right of labels that stand side by side (年初预算数 〔 〕 全年预算数 〔 〕); nil when they are headings of columns.
    func besides(_ row: Int, columns: [BudgetColumn: Int]) -> [BudgetColumn: CellReference]? {
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
    func nameless(
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

    /// Whether a row is one of the money: its slots of amounts are there, and hold nothing yet.
    func isRow(_ row: Int, columns: [BudgetColumn: Int], left: Int) -> Bool {
        let amounts = BudgetColumn.amounts.compactMap { columns[$0] }
        let headed = Set(columns.values)
        let isSlot = amounts.allSatisfy { column in
            let cell = CellReference(row: row, column: column)
            return page.exists(cell) && !page.isCovered(cell) && TextNormalizer.isBlank(page.text(cell))
        }
        // A label in between begins something else.
        return isSlot
            && page.texts(in: row).allSatisfy { text in
                text.column < left || headed.contains(text.column) || TextNormalizer.isBlank(text.text)
                    || text.column > (headed.max() ?? left)
            }
    }

    /// The columns that a row heads.
    func headings(_ row: Int) -> [BudgetColumn: Int] {
        var columns: [BudgetColumn: Int] = [:]
        for text in page.texts(in: row) {
            if let role = words.budgetColumn(text.label), columns[role] == nil { columns[role] = text.column }
        }
        return columns
    }

    /// The text that names a row: the one nearest to the amounts.
    func nameCell(_ row: Int, leftOf column: Int) -> CellReference? {
        page.texts(in: row).last { $0.column < column }.map { CellReference(row: row, column: $0.column) }
    }

    private func name(_ row: Int, leftOf column: Int) -> String? {
        page.texts(in: row).filter { $0.column < column }.reversed().lazy.compactMap { words.budgetRow($0.label) }.first
    }
}
