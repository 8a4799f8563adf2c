import Assessment
import FormTemplates
import Spreadsheet

/// The row of headings of a finance export.
struct ExportHeading {
    let view: SheetView
    let row: Int
    /// Where each kind of amount stands: of two columns for one the first.
    let columnOf: [BudgetColumn: Int]
    /// Columns that say the same as one of ``columnOf``, and lose.
    let rivals: [Int: BudgetColumn]
    /// Columns that hold no amounts.
    let others: [ExportColumn: Int]

    /// Finds the headings on any sheet: the row that knows most columns of amounts.
    init?(_ workbook: Workbook, labels: LabelTable) {
        var best: (view: SheetView, row: Int, columns: [BudgetColumn: Int])?
        for index in workbook.sheets.indices {
            let view = SheetView(workbook, index)
            for row in view.filledRows {
                // Headings stand at the top: a long ledger is not searched to its end.
                if row > 500 { break }
                let columns = Self.amounts(view, row, labels)
                if columns.count >= 2, columns[.executed] != nil, columns.count > best?.columns.count ?? 0 {
                    best = (view, row, columns)
                }
            }
        }
        guard let best else { return nil }
        view = best.view
        row = best.row
        columnOf = best.columns
        var rivals: [Int: BudgetColumn] = [:]
        for text in best.view.texts(in: best.row) where !best.columns.values.contains(text.column) {
            guard let role = Self.role(text, labels) else { continue }
            rivals[text.column] = role
        }
        self.rivals = rivals
        var others: [ExportColumn: Int] = [:]
        let last = best.view.filledRows.prefix(500).compactMap { best.view.texts(in: $0).last?.column }.max() ?? 0
        for column in 0...last {
            // A heading over two rows is one of the second row too.
            let name = labels.exportColumn(best.view.mergedText(best.row, column))
            if let name, others[name] == nil { others[name] = column }
        }
        self.others = others
    }

    /// The columns of amounts that a row names as their heading.
    static func amounts(_ view: SheetView, _ row: Int, _ labels: LabelTable) -> [BudgetColumn: Int] {
        var columns: [BudgetColumn: Int] = [:]
        for text in view.texts(in: row) {
            guard let role = role(text, labels), columns[role] == nil else { continue }
            columns[role] = text.column
        }
        return columns
    }

    private static func role(_ text: ViewText, _ labels: LabelTable) -> BudgetColumn? {
        guard let role = text.label.flatMap({ labels.budgetColumn($0) }), BudgetColumn.amounts.contains(role) else {
            return nil
        }
        return role
    }
}
