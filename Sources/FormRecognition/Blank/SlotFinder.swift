import Assessment
import FormTemplates
import Spreadsheet

/// Finds the slot that belongs to a label.
struct SlotFinder {
    private struct Item {
        var place: CellReference
        var text: String
    }

    let page: FormPage
    let labels: LabelTable
    /// Texts of the page by the words that they are compared by, in reading order.
    private let byWord: [String: [Item]]
    /// Texts that mean a fact by the words that they are put together of.
    private let byFact: [FactName: [Item]]

    init(page: FormPage, labels: LabelTable) {
        self.page = page
        self.labels = labels
        var byWord: [String: [Item]] = [:]
        var byFact: [FactName: [Item]] = [:]
        for row in 0...page.last.row {
            for text in page.texts(in: row) {
                guard let name = text.label?.name else { continue }
                let item = Item(place: CellReference(row: row, column: text.column), text: text.text)
                byWord[name, default: []].append(item)
                if page.words.fact(text.label) == nil, let fact = page.words.namedFact(text.label) {
                    byFact[fact, default: []].append(item)
                }
            }
        }
        self.byWord = byWord
        self.byFact = byFact
    }

    /// The slot of the first label of one of these names that has one.
    func slot(named names: [String], except rows: ClosedRange<Int>? = nil) -> CellReference? {
        slot(of: Set(names.map(Label.name)).flatMap { byWord[$0] ?? [] }, except: rows)
    }

    /// The slot of the first label that means a fact by the words that it is put together of (市级主管部门), and is listed for none.
    func slot(meaning fact: FactName, except rows: ClosedRange<Int>?) -> CellReference? {
        slot(of: byFact[fact] ?? [], except: rows)
    }

    private func slot(of found: [Item], except rows: ClosedRange<Int>?) -> CellReference? {
        var inCell: CellReference?
        for label in found.sorted(by: { $0.place < $1.place }) where rows?.contains(label.place.row) != true {
            let range = page.range(at: label.place)
            if let slot = boxedSlot(of: range) { return slot }
            let right = CellReference(row: range.first.row, column: range.last.column + 1)
            if TextNormalizer.narrowed(label.text).hasSuffix(":") {
                inCell = inCell ?? range.first
            } else if isFree(right), right.column <= page.last.column {
                return right
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
