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
        let reach = Self.reach(of: sheet)
        var merged: [CellReference: CellRange] = [:]
        var covered: [CellReference: CellRange] = [:]
        for merge in sheet.merges.withoutOverlaps().kept {
            merged[merge.first] = merge
            // Only where something stands or a text may run to: one merge may cover all of a sheet, which is more places than there is memory for.
            guard let reach, merge.overlaps(reach) else { continue }
            for row in merge.rows.clamped(to: reach.rows) {
                for column in merge.columns.clamped(to: reach.columns) {
                    covered[CellReference(row: row, column: column)] = merge
                }
            }
        }
        self.merged = merged
        self.covered = covered
    }

    /// How many columns beyond its own a text may run on over, where no print area ends it.
    private static let overflowing = 60

    /// The places at which it is asked whether a merge covers them; nil for a sheet without cells.
    private static func reach(of sheet: Sheet) -> CellRange? {
        guard let used = sheet.usedRange else { return nil }
        let last = max(used.last.column + overflowing, sheet.page.printArea?.last.column ?? 0)
        return CellRange(
            CellReference(row: used.first.row, column: 0),
            CellReference(row: used.last.row, column: min(last, CellReference.maximumColumns - 1)))
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
        let last = sheet.page.printArea?.last.column ?? place.column + Self.overflowing
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
