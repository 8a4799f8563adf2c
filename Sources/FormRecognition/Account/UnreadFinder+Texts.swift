import Assessment
import Spreadsheet

/// Texts and figures that belong to no table and no label.
extension UnreadFinder {
    /// What is left: titles and headings are decoration, figures are not, prose is told.
    mutating func findTexts() {
        let blocks = look.places.filter { !($0.block is FigureBlock || $0.block is NoteBlock) }
        let first = blocks.map(\.rows.lowerBound).min() ?? 0
        var figures: [Int: [CellReference]] = [:]
        for row in view.filledRows {
            for text in free(row) {
                let place = CellReference(row: row, column: text.column)
                let range = view.range(row, text.column)
                if isFigure(row, text.column) {
                    figures[text.column, default: []].append(place)
                } else if SaidFigure.isIn(text.text) {
                    add(.other, at: place, cells: [place], message: "没有读懂这句话里的数", isBlocking: true)
                } else if let name = rowlessColumn(place) {
                    add(.other, at: place, cells: [place], message: "这一行没有三级指标，“\(name)”列里的这一格没有用到", isBlocking: true)
                } else if range.rows.count > 1, text.text.count <= Self.longestLabel, !isBesideTable(place) {
                    // A label that reaches down beside a block.
                    claims.claim(place, .label)
                } else if isBehindNote(place) {
                    add(.fact, at: place, cells: [place], message: "这段文字没有用到", isBlocking: false)
                } else if look.words.labels.isOfPaper(text.text), text.text.count <= Self.longestLabel {
                    // It waits for a signature.
                    claims.claim(place, .label)
                } else if isStray(place) || isBesideTable(place) {
                    add(.other, at: place, cells: [place], message: "没有读懂这一格", isBlocking: false)
                } else if isBelow(row), !saysNothing(text.text) {
                    add(.other, at: place, cells: [place], message: "这段文字没有用到", isBlocking: false)
                } else if text.text.count <= Self.longestLabel || row <= first && text.text.count <= 60 {
                    claims.claim(place, .decoration)
                } else {
                    add(.other, at: place, cells: [place], message: "这段文字没有用到", isBlocking: false)
                }
            }
        }
        for (_, cells) in figures.sorted(by: { $0.key < $1.key }) {
            let message = cells.count == 1 ? "没有读懂这个数" : "没有读懂这一列里的 \(cells.count) 个数"
            add(.other, at: cells[0], cells: cells, message: message)
        }
    }

    /// Whether a row stands below all that was understood: what is written there is no title.
    private func isBelow(_ row: Int) -> Bool {
        guard let block = table else { return false }
        return row > block.content.ownRows.max() ?? block.table.headingRows.upperBound
    }

    /// Whether a text waits for a hand to write behind it: 单位负责人：, 审核人.
    private func saysNothing(_ text: String) -> Bool {
        TextNormalizer.narrowed(text).hasSuffix(":") || look.words.labels.isOfPaper(text)
            || look.words.labels.isNote(text)
    }

    /// The column of the indicator table whose text belongs to no indicator: a row without a name.
    private func rowlessColumn(_ place: CellReference) -> String? {
        guard let block = table, block.content.ownRows.contains(place.row),
            !block.table.headingRows.contains(place.row),
            let role = block.table.columns.first(where: { $0.column == place.column })?.role,
            [.target, .actual, .score, .reason].contains(role)
        else { return nil }
        return role.rawValue
    }

    /// Whether a text stands right of all columns of the indicator table: its borders make no slot of what is empty there.
    private func isBesideTable(_ place: CellReference) -> Bool {
        guard let block = table,
            let last = block.table.columns.map({ view.range(block.table.headingRows.upperBound, $0.column).last.column }
            ).max()
        else { return false }
        return place.column > last && block.content.ownRows.contains(place.row)
    }

    /// Whether a text stands beside others and is no label of an empty slot: it says something of a thing that nobody knows.
    private func isStray(_ place: CellReference) -> Bool {
        guard view.texts(in: place.row).contains(where: { $0.column < place.column }) else { return false }
        let right = view.range(place.row, place.column).last.column + 1
        return view.sheet[place.row, right] == nil || !view.text(place.row, right).isEmpty
    }

    /// Whether what stands left of a text begins a note (备注) whose words these are.
    private func isBehindNote(_ place: CellReference) -> Bool {
        guard let left = view.texts(in: place.row).last(where: { $0.column < place.column }) else { return false }
        return look.words.labels.isNote(left.text)
    }
}
