import Assessment
import FormTemplates
import Spreadsheet

/// Finds money of a blank that has its funds side by side: 合计 | 财政拨款 | 其他资金 as headings, 全年预算数 and 全年执行数 as rows.
struct MoneyColumns {
    let page: FormPage
    private var words: FormWords { page.words }

    /// The grid under a row of funds; nil where there is none.
    func grid(_ heading: Int, _ own: ClosedRange<Int>) -> MoneyGrid? {
        let headed = page.texts(in: heading).compactMap { text in
            words.moneyName(text.text).map { (text: text, kind: $0.kind) }
        }.filter { $0.kind != .broad }
        guard headed.count(where: { $0.kind != .fund }) >= 2, let left = headed.map(\.text.column).min() else {
            return nil
        }
        let rows = rows(below: heading, left: left, headed.map(\.text.column), own)
        guard let last = rows.map(\.row).max(), rows.count >= 2 else { return nil }
        var grid = MoneyGrid(rows: heading...last)
        if heading > 0, !own.contains(heading - 1),
            page.texts(in: heading - 1).contains(where: { isOver($0, heading, left) })
        {
            grid.rows = (heading - 1)...last
        }
        for text in headed.map(\.text) {
            var line = MoneyLine(text, at: CellReference(row: heading, column: text.column), words)
            line.group = line.group ?? group(over: text, heading)
            let cells = rows.map { ($0.role, CellReference(row: $0.row, column: text.column)) }
            grid.funds.append(.init(line: line, cells: Dictionary(cells, uniquingKeysWith: { first, _ in first })))
        }
        let settled = grid.settled(page)
        if let total = settled.firstIndex(where: \.line.isTotal) {
            for (role, cell) in others(heading, rows.map(\.row)) { grid.funds[total].cells[role] = cell }
        }
        return grid
    }

    /// Rows whose label is that of amounts (全年预算数), with a slot under each of the funds.
    private func rows(
        below heading: Int, left: Int, _ columns: [Int], _ own: ClosedRange<Int>
    ) -> [(row: Int, role: BudgetColumn)] {
        var rows: [(row: Int, role: BudgetColumn)] = []
        var row = heading + 1
        while row <= page.last.row, !own.contains(row) {
            let label = page.texts(in: row).last { $0.column < left }?.label
            let role = words.amountColumn(label)
            guard let role, BudgetColumn.amounts.contains(role), !rows.contains(where: { $0.role == role }),
                columns.allSatisfy({ isSlot(CellReference(row: row, column: $0)) })
            else { break }
            rows.append((row, role))
            row += 1
        }
        return rows
    }

    private func isSlot(_ cell: CellReference) -> Bool {
        page.exists(cell) && !page.isCovered(cell) && TextNormalizer.isBlank(page.text(cell))
    }

    /// The slots of the total's rate, points, score and reason: under headings that stand beside those of the funds, or reach down beside them.
    private func others(_ heading: Int, _ rows: [Int]) -> [(BudgetColumn, CellReference)] {
        (max(heading - 1, 0)...heading).flatMap { above in
            page.texts(in: above).filter { page.view.range(above, $0.column).last.row >= heading }
        }.compactMap { text in
            guard let role = words.moneyHeadings([text]).first ?? nil, !BudgetColumn.amounts.contains(role) else {
                return nil
            }
            let cells = rows.map { CellReference(row: $0, column: text.column) }
            return cells.first(where: isSlot).map { (role, $0) }
        }
    }

    private func isOver(_ text: ViewText, _ heading: Int, _ left: Int) -> Bool {
        let range = page.view.range(heading - 1, text.column)
        return text.column >= left || range.last.row >= heading
    }

    /// What is printed over several funds: 资金来源.
    private func group(over text: ViewText, _ heading: Int) -> String? {
        guard heading > 0 else { return nil }
        let above = page.texts(in: heading - 1).first { other in
            let range = page.view.range(heading - 1, other.column)
            return range.columns.contains(text.column) && range.last.row < heading
        }
        return above.map { BlankLearner.rowName($0.text) }
    }
}
