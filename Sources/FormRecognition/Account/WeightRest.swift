import Assessment
import FormTemplates
import Spreadsheet

/// What a table of 分值 holds besides names and points: other columns, figures above it, other sheets.
struct WeightRest {
    let view: SheetView
    let heading: Int
    let used: [Int]
    let labels: LabelTable

    func places(_ workbook: Workbook) -> [UnreadPlace] { columns() + above() + otherSheets(workbook) }

    private func columns() -> [UnreadPlace] {
        var cells: [Int: [CellReference]] = [:]
        for row in view.filledRows where row > heading {
            for text in view.texts(in: row) where !used.contains(text.column) {
                cells[text.column, default: []].append(CellReference(row: row, column: text.column))
            }
        }
        return cells.sorted { $0.key < $1.key }.compactMap { column, filled in
            let name = view.mergedText(heading, column).filter { !$0.isNewline }
            if labels.isOrdinalColumn(name), filled.allSatisfy({ view.amount($0.row, $0.column).value != nil }) {
                return nil
            }
            let place = name.isEmpty ? filled[0] : CellReference(row: heading, column: column)
            let title = name.isEmpty ? "\(CellReference.letters(ofColumn: column)) 列（没有列名）" : "“\(name)”这一列"
            let first = view.text(filled[0].row, column)
            return UnreadPlace(
                .column, source: view.source(place.row, column), cells: name.isEmpty ? filled : [place] + filled,
                holdsFigures: filled.contains { view.amount($0.row, column).value != nil },
                message: "分值表只用名称和分值：\(title)没有用（\(filled.count) 格，如“\(first)”）", isBlocking: false)
        }
    }

    private func above() -> [UnreadPlace] {
        view.filledRows.filter { $0 < heading }.flatMap { row in
            view.texts(in: row).filter { view.amount(row, $0.column).value != nil }.map { text in
                UnreadPlace(
                    .other, source: view.source(row, text.column),
                    cells: [CellReference(row: row, column: text.column)], holdsFigures: true,
                    message: "分值表上面的“\(text.text)”没有用", isBlocking: false)
            }
        }
    }

    private func otherSheets(_ workbook: Workbook) -> [UnreadPlace] {
        workbook.sheets.indices.compactMap { index in
            guard index != view.index else { return nil }
            let other = SheetView(workbook, index)
            guard let row = other.filledRows.first, let text = other.texts(in: row).first else { return nil }
            return UnreadPlace(
                .other, source: other.source(row, text.column), cells: [CellReference(row: row, column: text.column)],
                message: "另一张工作表“\(other.sheet.name)”没有读，分值只读了“\(view.sheet.name)”", isBlocking: false)
        }
    }
}
