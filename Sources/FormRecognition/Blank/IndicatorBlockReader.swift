import Assessment
import FormTemplates
import Spreadsheet

/// Reads the rows that a blank prints for its indicators: level labels, indicators that are fixed, rows to be filled.
struct IndicatorBlockReader {
    let page: FormPage
    let table: IndicatorTable
    private var words: FormWords { page.words }
    private var labels: LabelTable { page.words.labels }

    init(page: FormPage, table: IndicatorTable) {
        self.page = page
        self.table = table
    }

    /// The block, nil when there is no row under the headings; and the row of the total under it.
    func read() -> (block: FormMap.RepeatBlock?, totalRow: Int?) {
        var (rows, row, totalRow) = items()
        // One table for each goal, under headings of their own: all are rows of one block, and what stands between them is kept.
        for (number, other) in continued.enumerated() where totalRow == nil {
            let next = IndicatorBlockReader(page: page, table: other).items()
            guard other.headingRows.upperBound >= row, !next.rows.isEmpty, !rows.isEmpty else { continue }
            rows += (row..<(next.rows.first?.row ?? row)).map { between in
                FormMap.PrintedRow(
                    row: between, kind: .group, level1: "", level2: "", name: "", weight: nil, target: nil,
                    source: page.view.source(between, 0), part: number + 1)
            }
            for item in next.rows {
                var item = item
                item.part = number + 1
                rows.append(item)
            }
            (row, totalRow) = (next.end, next.totalRow)
        }
        if totalRow == nil { totalRow = (row...max(row, page.last.row)).first(where: isTotal) }
        guard let first = rows.first, let last = rows.last else { return (nil, totalRow) }
        if table.column(.level1) == nil, table.column(.level2) == nil { rows = GroupRows.settled(rows, labels: labels) }
        var columns: [IndicatorColumn: Int] = [:]
        var others: [String: Int] = [:]
        for (column, role) in table.columns.map({ ($0.column, $0.role) }) {
            if let role {
                if columns[role] == nil { columns[role] = column }
            } else if !table.columns.contains(where: { $0.column == column && $0.pointsOf != nil }) {
                // It may be merged over both rows of headings.
                let heading = page.text(
                    page.range(at: CellReference(row: table.headingRows.upperBound, column: column)).first)
                if !heading.isEmpty { others[TextNormalizer.key(heading)] = column }
            }
        }
        return (
            FormMap.RepeatBlock(
                headingRow: table.headingRows.upperBound, rows: first.row...last.row, columns: columns, printed: rows,
                others: others), totalRow
        )
    }

    /// Other tables of the sheet with the same columns, below this one.
    private var continued: [IndicatorTable] {
        func layout(_ table: IndicatorTable) -> [String] {
            table.columns.map { "\($0.column) \($0.role?.rawValue ?? "")" }
        }
        return page.tables.filter {
            $0.headingRows.lowerBound > table.headingRows.upperBound && layout($0) == layout(table)
        }
    }

    /// The rows of this table, the row behind them, and the row of the total where it ends them.
    private func items() -> (rows: [FormMap.PrintedRow], end: Int, totalRow: Int?) {
        var rows: [FormMap.PrintedRow] = []
        var levels = LevelLabels(view: page.view, table: table)
        var row = table.headingRows.upperBound + 1
        let others = page.tables.map(\.headingRows).filter { $0 != table.headingRows }
        // Headings may be merged into a row of which only some columns have headings of their own.
        while row <= page.last.row, isHeading(row) { row += 1 }
        while row <= page.last.row, !others.contains(where: { $0.contains(row) }) {
            if isTotal(row) { return (rows, row, row) }
            guard isItem(row) else { break }
            let isSubtotal = table.isSubtotal(page.texts(in: row))
            if isSubtotal { _ = levels.beginsWithSubtotal(row) } else { levels.read(row) }
            rows.append(printed(row, levels, isSubtotal: isSubtotal))
            row += 1
        }
        // 目标2 over the next table is no group of this one.
        while others.contains(where: { $0.lowerBound == row }), let last = rows.last, isOverNext(last) {
            rows.removeLast()
            row -= 1
        }
        return (rows, row, nil)
    }

    /// Whether a row above the headings of another table belongs to these: it names no indicator, and no group that forms have.
    private func isOverNext(_ row: FormMap.PrintedRow) -> Bool {
        guard row.kind == .free, let column = table.column(.level1) ?? table.column(.level2) else { return false }
        let text = page.text(CellReference(row: row.row, column: column))
        return !text.isEmpty && labels.levelNumber(Label(text, isLevel: true)) == nil
    }

    private func isTotal(_ row: Int) -> Bool {
        page.texts(in: row).first.map { words.isTotal($0.label) } ?? false
    }

    /// Whether headings reach down into a row.
    private func isHeading(_ row: Int) -> Bool {
        [IndicatorColumn.name, .weight, .target].contains { role in
            table.column(role).flatMap { page.view.merge(row, $0) }.map {
                $0.first.row <= table.headingRows.upperBound && $0.last.row >= row
            } ?? false
        }
    }

    /// A row of the table: boxed under the headings, and neither a note nor a fact beside its slot.
    private func isItem(_ row: Int) -> Bool {
        let telling = [IndicatorColumn.weight, .score, .actual, .target].lazy.compactMap { table.column($0) }.first
        guard let weight = telling, page.exists(CellReference(row: row, column: weight)) else {
            return false
        }
        if let name = table.column(.name) {
            // A text over all columns, such as a note or a signature, is no row of the table.
            let range = page.range(at: CellReference(row: row, column: name))
            if range.columns.contains(weight) { return false }
        }
        let texts = page.texts(in: row)
        if words.headsMoney(texts) { return false }
        guard let first = texts.first(where: { !isBlockLabel(row, $0.column) }) else { return true }
        if labels.isNote(first.text) { return false }
        let levels = [IndicatorColumn.level1, .level2].compactMap { table.column($0) }
        return words.fact(first.label) == nil || levels.contains(first.column)
    }

    /// 绩效指标 that reaches down beside the rows.
    private func isBlockLabel(_ row: Int, _ column: Int) -> Bool {
        page.view.merge(row, column).map { $0.rows.count > 1 && !table.columns.map(\.column).contains(column) } ?? false
    }

    private func printed(_ row: Int, _ levels: LevelLabels, isSubtotal: Bool) -> FormMap.PrintedRow {
        func text(_ role: IndicatorColumn) -> String {
            table.column(role).map { page.view.text(row, $0) } ?? ""
        }
        let name = text(.name)
        var weight: SourcedNumber?
        if let column = table.column(.weight), !page.view.text(row, column).isEmpty {
            let amount = page.view.amount(row, column)
            if amount.value != nil { weight = amount }
        }
        var kind = FormMap.PrintedRow.Kind.free
        if isSubtotal {
            kind = .group
        } else if !name.isEmpty, !labels.fillers.isPlace(name) {
            kind = .fixed
        } else if weight != nil, isOwnLabel(row) {
            kind = .group
        }
        // 预算执行率 may be printed under the levels alone.
        var fixed = kind == .fixed ? name : ""
        if kind == .group, Indicator.isExecutionRate(levels.level1) {
            kind = .fixed
            fixed = "预算执行率"
        }
        return FormMap.PrintedRow(
            row: row, kind: kind, level1: levels.printed1, level2: isSubtotal ? "" : levels.printed2, name: fixed,
            weight: weight, target: kind == .fixed ? target(row) : nil,
            source: page.view.source(row, table.column(.name) ?? 0), isPlaceholder: labels.fillers.isPlace(name))
    }

    /// 年度指标值 that a row prints; a text that leaves its number open (≥　　米) is none.
    private func target(_ row: Int) -> Target? {
        func text(_ role: IndicatorColumn) -> String { table.column(role).map { page.view.text(row, $0) } ?? "" }
        guard let column = table.column(.target) else { return nil }
        let printed = page.view.text(row, column)
        guard printed.contains(where: { $0.isLetter || $0.isNumber }), !labels.fillers.isPlace(printed),
            !labels.fillers.isLeft(in: printed, isValue: true)
        else { return nil }
        let target = Target(
            text: printed, operatorText: text(.comparison), unit: text(.unit), source: page.view.source(row, column))
        let isOpen = target.isOperatorWritten && !target.isQuantitative && text(.comparison).isEmpty
        return isOpen ? nil : target
    }

    /// A row whose label is its own alone: its points are the group's.
    private func isOwnLabel(_ row: Int) -> Bool {
        [IndicatorColumn.level1, .level2].contains { role in
            guard let column = table.column(role) else { return false }
            let range = page.range(at: CellReference(row: row, column: column))
            guard let name = table.column(.name) else { return false }
            return range.rows.count == 1 && range.columns.contains(name) && !page.text(range.first).isEmpty
        }
    }
}
