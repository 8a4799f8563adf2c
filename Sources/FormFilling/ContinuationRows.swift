import FormRecognition
import Spreadsheet

/// Lets a text that no row can hold go on in rows below, each marked 续.
struct ContinuationRows {
    /// The indicator rows, and the columns of them that hold level labels: those are merged over the rows that go on.
    var items: ClosedRange<Int>?
    var levelColumns: Set<Int> = []
    /// The column of 三级指标, where the mark stands.
    var nameColumn: Int?

    /// Rows that were inserted, each by the row above it, in the sheet as it came to be.
    private(set) var inserted: [RowInserter] = []

    init(items: ClosedRange<Int>? = nil, levelColumns: Set<Int> = [], nameColumn: Int? = nil) {
        self.items = items
        self.levelColumns = levelColumns
        self.nameColumn = nameColumn
    }

    /// Splits every row with a text that is too tall; from below upwards, so that rows above keep their numbers.
    mutating func split(_ workbook: inout Workbook, sheet index: Int) {
        let sheet = workbook.sheets[index]
        let boxes = SheetBoxes(sheet: sheet, styles: workbook.styles)
        let rows = Dictionary(grouping: boxes.all().filter { $0.range.rows.count == 1 }, by: \.range.first.row)
        let highest = boxes.room.highestRow
        for (row, single) in rows.sorted(by: { $0.key > $1.key }) where sheet.page.titleRows?.contains(row) != true {
            split(row, single, highest: highest, &workbook.sheets[index])
        }
    }

    private mutating func split(_ row: Int, _ single: [CellBox], highest: Double, _ sheet: inout Sheet) {
        let tall = single.filter { $0.wraps && !$0.isRotated && $0.cell.formula == nil && $0.height > highest }
        guard !tall.isEmpty else { return }
        let pieces = tall.map { Self.pieces(of: $0, highest: highest) }
        let count = (pieces.map(\.count).max() ?? 1) - 1
        guard count > 0 else { return }
        let inserter = RowInserter(row: row, count: count)
        sheet = inserter.insert(sheet)
        for (box, pieces) in zip(tall, pieces) {
            for (offset, piece) in pieces.enumerated() {
                sheet[box.range.first.offset(rows: offset)] = Cell(text: piece, style: box.cell.style)
            }
        }
        label(single, split: tall, inserter, &sheet)
        inserted.append(inserter)
    }

    /// Says beside the text that it goes on.
    private func label(_ boxes: [CellBox], split: [CellBox], _ inserter: RowInserter, _ sheet: inout Sheet) {
        let columns = Set(split.map(\.range.first.column))
        var labels = boxes.filter { box in box.isText && !columns.contains(box.range.first.column) }
        if let items, items.contains(inserter.row) {
            for box in labels where levelColumns.contains(box.range.first.column) {
                let last = CellReference(row: inserter.row + inserter.count, column: box.range.last.column)
                let whole = CellRange(box.range.first, last)
                sheet.merges.removeAll { $0.overlaps(whole) }
                sheet.merges.append(whole)
            }
            labels.removeAll { $0.range.first.column != nameColumn }
        }
        guard let label = labels.first, label.range.first.column < columns.max() ?? 0 else { return }
        for offset in 1...inserter.count {
            sheet[label.range.first.offset(rows: offset)] = Cell(text: ContinuationMark.text, style: label.cell.style)
        }
    }

    /// The text in parts that a row holds each.
    static func pieces(of box: CellBox, highest: Double) -> [String] {
        let lines = TextMeasure.lines(of: box.cell.shown, width: box.lineRoom, font: box.font)
        let most = TextMeasure.lines(in: highest, font: box.font)
        return stride(from: 0, to: lines.count, by: most).map { start in
            let part = lines[start..<min(start + most, lines.count)]
            let text = part.reduce("") { $0 + $1.text + ($1.endsParagraph ? "\n" : "") }
            return text.hasSuffix("\n") ? String(text.dropLast()) : text
        }
    }

    /// Where a row of the sheet before comes to stand.
    func moved(_ row: Int) -> Int {
        // They were inserted from below upwards: each by the numbers that rows above and at it had at first.
        inserted.reduce(row) { moved, inserter in row > inserter.row ? moved + inserter.count : moved }
    }
}
