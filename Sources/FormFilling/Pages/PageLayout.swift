import Spreadsheet

/// Sets a filled sheet on pages: on as few as its letters allow, each ended where a person would end it.
struct PageLayout {
    /// Rows of headings: what they head stands below them on the same page.
    var headings: Set<Int> = []
    /// The signatures and notes at the end.
    var signed: ClosedRange<Int>?
    /// Cells with a person's text.
    var values: Set<CellReference> = []

    /// Letters that most of a form is in stay at least so high on paper, in points, where a form is made smaller to save a page.
    static let smallestType = 9.0
    /// Programs reckon a row's height a little differently.
    private static let slack = 0.985
    /// How much of the room that rows have to spare is taken from them, the least first.
    private static let squeezes = [0, 0.25, 0.5, 0.75, 1]

    /// By how many points the letters may be set smaller, each kind alike, to save a page.
    private static let smaller = [0, 0.5, 1, 1.5]

    /// Lays a sheet out. A sheet of unknown paper stays as it is.
    func fit(_ workbook: inout Workbook, sheet index: Int) {
        let sheet = workbook.sheets[index]
        guard sheet.usedRange != nil, sheet.page.fit.map({ $0.high == 0 }) ?? true,
            PageRoom(sheet: sheet, styles: workbook.styles).paper != nil
        else { return }
        if sheet.page.rowBreaks.isEmpty, onOnePage(&workbook, index) { return }
        var best: (plan: PagePartition.Plan, heights: [Double], workbook: Workbook)?
        for points in Self.smaller {
            guard let smaller = SmallerType.set(workbook, sheet: index, by: points) else { break }
            let (plan, heights) = partition(smaller, index)
            // Letters are made smaller to save a page, and for nothing else.
            if best.map({ plan.pages < $0.plan.pages }) ?? true { best = (plan, heights, smaller) }
        }
        guard let (plan, heights, smaller) = best else { return }
        workbook = smaller
        let ends = ends(workbook, index)
        set(heights, &workbook.sheets[index])
        workbook.sheets[index].page.rowBreaks = plan.breaks
        CutMerges.cut(&workbook, sheet: index, isLabel: ends.isLabel)
    }

    private func ends(_ workbook: Workbook, _ index: Int) -> PageEnds {
        PageEnds(
            sheet: workbook.sheets[index], styles: workbook.styles, headings: headings, signed: signed, values: values)
    }

    /// The best way to set a sheet on pages, taking from its rows as little of their spare room as that needs.
    private func partition(_ workbook: Workbook, _ index: Int) -> (plan: PagePartition.Plan, heights: [Double]) {
        let sheet = workbook.sheets[index]
        let room = PageRoom(sheet: sheet, styles: workbook.styles)
        let capacity = (room.capacities.min() ?? 0) * Self.slack
        let ends = ends(workbook, index)
        let repeated = (height: room.repeated, last: sheet.page.titleRows?.upperBound ?? Int.max)
        let squeezed = squeezed(workbook, index)
        var best: (plan: PagePartition.Plan, heights: [Double])?
        for share in Self.squeezes {
            let heights = squeezed(share)
            let plan = PagePartition(
                heights: heights, capacity: capacity, repeated: repeated, forced: Set(sheet.page.rowBreaks),
                cost: ends.cost
            ).best()
            if best.map({ plan < $0.plan }) ?? true { best = (plan, heights) }
        }
        return best ?? (PagePartition.Plan(), [])
    }

    /// The heights of all rows when so much of their spare room is taken.
    private func squeezed(_ workbook: Workbook, _ index: Int) -> (Double) -> [Double] {
        let sheet = workbook.sheets[index]
        let room = PageRoom(sheet: sheet, styles: workbook.styles)
        let own = (0...(sheet.usedRange?.last.row ?? 0)).map { room.height(ofRow: $0) }
        let least = leastHeights(workbook, index, own)
        return { share in zip(own, least).map { $0 - ((($0 - $1) * share) * 4).rounded(.down) / 4 } }
    }

    /// Sets everything on one page, where it has room there or the letters stay legible.
    private func onOnePage(_ workbook: inout Workbook, _ index: Int) -> Bool {
        let room = PageRoom(sheet: workbook.sheets[index], styles: workbook.styles)
        let capacity = (room.capacities.min() ?? 0) * Self.slack
        let squeezed = squeezed(workbook, index)
        var heights = Self.squeezes.lazy.map(squeezed).first { $0.reduce(0, +) <= capacity }
        if heights == nil {
            let lowest = squeezed(1)
            let scale = room.scale() * capacity / max(lowest.reduce(0, +), 1)
            let boxes = SheetBoxes(sheet: workbook.sheets[index], styles: workbook.styles).all()
            let smallest = boxes.map(\.font.size).min() ?? 0
            guard SmallPrint.common(workbook, sheet: index) * scale >= Self.smallestType,
                smallest * scale >= PageRoom.smallestOnPaper
            else { return false }
            heights = lowest
        }
        guard let heights else { return false }
        set(heights, &workbook.sheets[index])
        workbook.sheets[index].page.fit = (1, 1)
        return true
    }

    private func set(_ heights: [Double], _ sheet: inout Sheet) {
        for (row, height) in heights.enumerated()
        where sheet.rows[row]?.hidden != true && height != sheet.rows[row]?.height ?? sheet.defaultRowHeight {
            sheet.rows[row, default: RowLayout()].height = height
        }
    }

    /// The least that each row can be: what its texts need. Rows in which somebody writes by hand, and empty ones, stay as they are.
    private func leastHeights(_ workbook: Workbook, _ index: Int, _ own: [Double]) -> [Double] {
        var low = workbook.sheets[index]
        let filled = Set(low.cells.lazy.filter { !$0.value.shown.isEmpty }.map(\.key.row))
        for (row, height) in own.enumerated() where low.rows[row]?.hidden != true {
            let isFixed = !filled.contains(row) || signed?.contains(row) ?? false || row == 0
            low.rows[row, default: RowLayout()].height = isFixed ? height : min(height, Self.leastRow)
        }
        RowHeights.fit(&low, styles: workbook.styles)
        // A row under a label that is merged over several may have to be higher, where others of them are lower.
        return own.enumerated().map { row, height in
            low.rows[row]?.hidden == true ? height : low.rows[row]?.height ?? height
        }
    }

    /// The lowest row of a table, in points.
    private static let leastRow = 18.0
}
