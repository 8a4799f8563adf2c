import Assessment
import FormTemplates
import Spreadsheet

/// Finds the slot that belongs to a label.
struct SlotFinder {
    let page: FormPage
    let labels: LabelTable

    /// The slot of the first label of one of these names that has one.
    func slot(named names: [String], except rows: ClosedRange<Int>? = nil) -> CellReference? {
        let keys = Set(names.map(TextNormalizer.key))
        var inCell: CellReference?
        for row in 0...page.last.row where rows?.contains(row) != true {
            for (column, text) in page.texts(in: row) {
                let key = TextNormalizer.key(text)
                guard keys.contains(key) || keys.contains(LabelTable.plain(text)) else { continue }
                let label = page.range(at: CellReference(row: row, column: column))
                if let slot = boxedSlot(of: label) { return slot }
                let right = CellReference(row: label.first.row, column: label.last.column + 1)
                if TextNormalizer.narrowed(text).hasSuffix(":") {
                    inCell = inCell ?? label.first
                } else if isFree(right), right.column <= page.last.column {
                    return right
                }
            }
        }
        return inCell
    }

    /// The empty box right of a label, or under it where there is none beside it.
    func boxedSlot(of label: CellRange) -> CellReference? {
        let right = CellReference(row: label.first.row, column: label.last.column + 1)
        let below = CellReference(row: label.last.row + 1, column: label.first.column)
        if isFree(right), page.isBoxed(right) { return right }
        if isFree(below), page.isBoxed(below), !page.isBoxed(right) || !isFree(right) { return below }
        return nil
    }

    /// Whether a cell is there to be filled: empty, or with a prompt of the blank's (（200字以内）).
    func isFree(_ cell: CellReference) -> Bool {
        guard page.exists(cell), !page.isCovered(cell) else { return false }
        let text = page.text(cell)
        return text.isEmpty || labels.fillers.isLeft(in: text, isValue: true)
    }
}
