import Assessment
import FormTemplates
import Spreadsheet

/// What a finance export holds outside its table: figures above, under and between its rows, and other sheets.
struct ExportRest {
    let export: BudgetExport
    let workbook: Workbook
    let labels: LabelTable

    func places() -> [UnreadPlace] { besides() + otherSheets() }

    // MARK: The sheet of the table

    private func besides() -> [UnreadPlace] {
        let view = export.view
        var places: [UnreadPlace] = []
        for row in view.filledRows where !isRead(row) {
            if row > export.heading, export.isNumbering(row, labels) { continue }
            var label: String?
            for text in view.texts(in: row) {
                defer { label = text.text }
                guard let isBlocking = isLost(text, row: row, label: label) else { continue }
                places.append(
                    UnreadPlace(
                        .money, source: view.source(row, text.column),
                        cells: [CellReference(row: row, column: text.column)], holdsFigures: true,
                        message: "“\(label.map { $0 + " " } ?? "")\(text.text)”在表的数据行之外，没有读", isBlocking: isBlocking))
            }
        }
        return places + rowsWithoutAmounts()
    }

    private func isRead(_ row: Int) -> Bool {
        (export.headings.first...export.heading).contains(row) || export.dataRows.contains(row)
    }

    /// Whether a text outside the rows of data may be an amount that is lost; nil for what is none.
    private func isLost(_ text: ViewText, row: Int, label: String?) -> Bool? {
        if AmountText.isIn(text.text, labels) { return true }
        // 2023年预算执行情况表 begins with a number and is none.
        guard export.view.amount(row, text.column).value != nil, !text.text.contains(where: \.isLetter) else {
            return nil
        }
        let words = labels.tables
        // What a text says of its number goes before the heading over it.
        if let label, words.says(.money, label), !words.says(.codes, label) { return true }
        let heading = row > export.heading ? export.headings.name(text.column) : ""
        let isNoAmount = [label ?? "", heading].contains { name in
            labels.isOrdinalColumn(name)
                || [TableWords.Column.codes, .dates, .ordinals, .otherNumbers].contains { words.says($0, name) }
        }
        if isNoAmount || export.others[.code] == text.column { return nil }
        // A year or a number of pages is no amount.
        return export.view.amount(row, text.column).text.count > 4
    }

    /// Rows of names without any amount, where a row of data could stand.
    private func rowsWithoutAmounts() -> [UnreadPlace] {
        let view = export.view
        let last = export.dataRows.max() ?? export.heading
        let names = Set(export.others.values)
        let rows = view.filledRows.filter { row in
            row > export.heading && row < last && !export.dataRows.contains(row)
                && view.texts(in: row).filter { names.contains($0.column) }.count >= 2
        }
        guard let first = rows.first, let text = view.texts(in: first).first else { return [] }
        let listed = rows.prefix(5).map { view.name(ofRow: $0) }.joined(separator: "、")
        return [
            UnreadPlace(
                .money, source: view.source(first, text.column),
                cells: rows.flatMap { row in
                    view.texts(in: row).map { CellReference(row: row, column: $0.column) }
                },
                message: "\(listed)\(rows.count > 5 ? "等 \(rows.count) 行" : "")没有金额，没有计入", isBlocking: false)
        ]
    }

    // MARK: Other sheets

    private func otherSheets() -> [UnreadPlace] {
        workbook.sheets.indices.compactMap { index in
            guard index != export.view.index else { return nil }
            let view = SheetView(workbook, index)
            guard let first = view.filledRows.first, let text = view.texts(in: first).first else { return nil }
            let heading = view.filledRows.prefix(500).first { isHeading(view, $0) }
            let figures = view.filledRows.lazy.flatMap { row in
                view.texts(in: row).map { CellReference(row: row, column: $0.column) }
            }.filter { $0.row > heading ?? -1 && view.amount($0.row, $0.column).value != nil }
            let cells = Array(figures.prefix(1000))
            let place =
                heading.flatMap { row in view.texts(in: row).first.map { CellReference(row: row, column: $0.column) } }
                ?? CellReference(row: first, column: text.column)
            let isTable = heading != nil && !cells.isEmpty
            return UnreadPlace(
                .other, source: view.source(place.row, place.column), cells: [place] + cells.filter { $0 != place },
                holdsFigures: !cells.isEmpty,
                message: isTable
                    ? "另一张工作表“\(view.sheet.name)”也有金额，只读了“\(export.view.sheet.name)”"
                    : "另一张工作表“\(view.sheet.name)”没有读", isBlocking: isTable)
        }
    }

    /// Whether a row names a column of amounts.
    private func isHeading(_ view: SheetView, _ row: Int) -> Bool {
        let texts = view.texts(in: row)
        guard texts.count >= 2 else { return false }
        return !ExportHeading.amounts(view, row, labels).isEmpty
            || texts.filter { $0.label != nil && labels.tables.says(.money, $0.text) }.count >= 2
    }
}
