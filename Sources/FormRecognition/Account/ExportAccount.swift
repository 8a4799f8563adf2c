import Assessment
import FormTemplates
import Spreadsheet

/// The account of a finance export: which of its columns were used, and which rows are not sure.
struct ExportAccount {
    let export: BudgetExport
    let labels: LabelTable

    func account() -> FormAccount {
        var account = FormAccount()
        let view = export.view
        let read = Set(export.columnOf.values)
        let words = Set(export.others.values)
        for row in view.filledRows {
            for text in view.texts(in: row) {
                let meaning: FormAccount.Meaning
                if row < export.heading {
                    meaning = .decoration
                } else if row == export.heading {
                    meaning = .label
                } else {
                    meaning = read.contains(text.column) ? .value : words.contains(text.column) ? .label : .decoration
                }
                account.counts[meaning, default: 0] += 1
            }
        }
        addColumns(&account)
        for row in export.doubtful.prefix(20) {
            guard let source = row.amounts[.executed]?.source ?? row.amounts.values.first?.source else { continue }
            account.unread.append(
                UnreadPlace(
                    .money, source: source, cells: row.amounts.values.compactMap(\.source.cell).sorted(),
                    holdsFigures: true,
                    message: "第 \(row.row + 1) 行的编码有下级，金额又不等于下级之和：可能重复相加了", isBlocking: true))
        }
        return account
    }

    /// A column of figures that nobody knows may be the one that is missing. What a form does not ask for is no loss.
    private func addColumns(_ account: inout FormAccount) {
        let view = export.view
        let lacks = BudgetExport.columns.filter { export.columnOf[$0] == nil }
        let known = Set(export.columnOf.values).union(export.others.values)
        for heading in view.texts(in: export.heading) where !known.contains(heading.column) {
            if labels.isOrdinalColumn(heading.text) || labels.tables.says(.otherNumbers, heading.text)
                || labels.tables.says(.codes, heading.text) || labels.tables.says(.ordinals, heading.text)
            {
                continue
            }
            let cells = export.details.filter { view.amount($0.row, heading.column).value != nil }
                .map { CellReference(row: $0.row, column: heading.column) }
            guard !cells.isEmpty else { continue }
            let place = CellReference(row: export.heading, column: heading.column)
            account.unread.append(
                UnreadPlace(
                    .column, source: view.source(place.row, place.column), cells: [place] + cells, holdsFigures: true,
                    message: "导出里的“\(heading.text.filter { !$0.isNewline })”这一列没有用到",
                    isBlocking: lacks.contains(.adjusted)))
        }
    }
}
