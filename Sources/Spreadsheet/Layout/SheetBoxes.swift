/// The boxes of a sheet that are printed.
package struct SheetBoxes {
    package let sheet: Sheet
    package let styles: [CellStyle]
    package let room: PageRoom
    private let merged: [CellReference: CellRange]
    private let covered: [CellReference: CellRange]

    package init(sheet: Sheet, styles: [CellStyle]) {
        self.sheet = sheet
        self.styles = styles
        room = PageRoom(sheet: sheet, styles: styles)
        var merged: [CellReference: CellRange] = [:]
        var covered: [CellReference: CellRange] = [:]
        for merge in sheet.merges {
            merged[merge.first] = merge
            for cell in merge.cells { covered[cell] = merge }
        }
        self.merged = merged
        self.covered = covered
    }

    /// All of them, in reading order.
    package func all() -> [CellBox] { sheet.cells.keys.sorted().compactMap(box) }

    /// The box at a place; nil where nothing is shown.
    package func box(_ place: CellReference) -> CellBox? {
        guard let cell = sheet[place], !cell.shown.isEmpty else { return nil }
        let range = merged[place] ?? CellRange(place, place)
        if let cover = covered[place], cover.first != place { return nil }
        let width = room.width(of: range.columns)
        guard width > 0, range.rows.contains(where: { sheet.rows[$0]?.hidden != true }) else { return nil }
        let style = styles.indices.contains(cell.style) ? styles[cell.style] : CellStyle()
        var box = CellBox(range: range, cell: cell, style: style, width: width, room: width)
        if box.isText, range.first == range.last { box.room = overflow(box) }
        return box
    }

    /// What a line may take that runs on over empty cells beside its own.
    private func overflow(_ box: CellBox) -> Double {
        let (left, right) = (free(box.range.first, step: -1), free(box.range.first, step: 1))
        switch box.style.alignment.horizontal {
        case .center, .centerContinuous: return box.width + 2 * min(left, right)
        case .right: return box.width + left
        case .fill: return box.width
        default: return box.width + right
        }
    }

    private func free(_ place: CellReference, step: Int) -> Double {
        let last = sheet.page.printArea?.last.column ?? place.column + 60
        var column = place.column + step
        var sum = 0.0
        while column >= 0, column <= last {
            let next = CellReference(row: place.row, column: column)
            guard covered[next] == nil, sheet[next]?.shown.isEmpty ?? true else { break }
            sum += room.width(of: column...column)
            column += step
        }
        return sum
    }
}
