import Spreadsheet

/// Draws what is merged over the end of a page on both pages, each with closed lines.
enum CutMerges {
    /// Cuts the merged cells over page ends, and those that reach out of the rows that are repeated on each page.
    ///
    /// - Parameter isLabel: Whether the text of merged cells is drawn on both pages; else it stays on the first.
    static func cut(_ workbook: inout Workbook, sheet index: Int, isLabel: (CellRange) -> Bool) {
        let sheet = workbook.sheets[index]
        guard !sheet.page.rowBreaks.isEmpty else { return }
        let ends = sheet.page.rowBreaks.sorted()
        var shown: [CellRange] = []
        for merge in sheet.merges where merge.rows.count > 1 {
            let own = ends.filter { merge.first.row < $0 && $0 <= merge.last.row }
            let head = sheet.page.titleRows.flatMap { titles -> Int? in
                let below = titles.upperBound + 1
                return titles.contains(merge.first.row) && below <= merge.last.row ? below : nil
            }
            guard !own.isEmpty || head != nil else { continue }
            shown += cut(&workbook, index, merge, before: own, head: head, repeats: isLabel(merge))
        }
        shrink(shown, &workbook, index)
    }

    /// Cuts one, and gives the parts that show its text.
    private static func cut(
        _ workbook: inout Workbook, _ index: Int, _ merge: CellRange, before ends: [Int], head: Int?, repeats: Bool
    ) -> [CellRange] {
        guard let cell = workbook.sheets[index][merge.first] else { return [] }
        var texts: [CellRange] = []
        let starts = ([merge.first.row] + [head].compactMap { $0 } + ends).sorted()
        var seen: Set<Int> = []
        let parts = starts.filter { seen.insert($0).inserted }
        workbook.sheets[index].merges.removeAll { $0 == merge }
        for (number, start) in parts.enumerated() {
            let last = number + 1 < parts.count ? parts[number + 1] - 1 : merge.last.row
            let first = CellReference(row: start, column: merge.first.column)
            let part = CellRange(first, CellReference(row: last, column: merge.last.column))
            if part.first != part.last { workbook.sheets[index].merges.append(part) }
            // The text stands under the repeated headings, not in them.
            let isHead = head != nil && start == merge.first.row
            let isShown = !isHead && (repeats || start == (head ?? merge.first.row))
            var shown = cell
            if !isShown { shown = Cell(text: "", style: cell.style) }
            shown.style = workbook.sheets[index][first]?.style ?? cell.style
            if isShown { shown.style = style(of: cell, at: first, &workbook, index) }
            workbook.sheets[index][first] = shown
            close(part, isOpenBelow: isHead, isOpenAbove: start == head, &workbook, index)
            if isShown { texts.append(part) }
        }
        return texts
    }

    /// The letters of the label with the lines of the cell where it comes to stand.
    private static func style(of cell: Cell, at place: CellReference, _ workbook: inout Workbook, _ index: Int) -> Int {
        guard workbook.styles.indices.contains(cell.style) else { return cell.style }
        var style = workbook.styles[cell.style]
        if let own = workbook.sheets[index][place]?.style, workbook.styles.indices.contains(own) {
            style.border = workbook.styles[own].border
        }
        return workbook.index(of: style)
    }

    /// Draws the line at the foot and at the head of a part. Between the repeated heading and the label below it there is none.
    private static func close(
        _ part: CellRange, isOpenBelow: Bool, isOpenAbove: Bool, _ workbook: inout Workbook, _ index: Int
    ) {
        let edge = edge(of: part, workbook, index)
        for column in part.columns {
            change(CellReference(row: part.first.row, column: column), &workbook, index) { border in
                border.top = isOpenAbove ? BorderEdge() : border.top.style == .none ? edge : border.top
                if part.rows.count == 1 || isOpenBelow { border.bottom = isOpenBelow ? BorderEdge() : edge }
            }
            guard part.rows.count > 1, !isOpenBelow else { continue }
            change(CellReference(row: part.last.row, column: column), &workbook, index) { border in
                if border.bottom.style == .none { border.bottom = edge }
            }
        }
    }

    /// The line that the merged cell has at a side.
    private static func edge(of part: CellRange, _ workbook: Workbook, _ index: Int) -> BorderEdge {
        var thin = BorderEdge()
        thin.style = .thin
        for place in [part.first, CellReference(row: part.first.row, column: part.last.column)] {
            guard let number = workbook.sheets[index][place]?.style, workbook.styles.indices.contains(number) else {
                continue
            }
            let border = workbook.styles[number].border
            for edge in [border.left, border.right, border.top] where edge.style != .none { return edge }
            return BorderEdge()
        }
        return thin
    }

    private static func change(
        _ place: CellReference, _ workbook: inout Workbook, _ index: Int, _ change: (inout CellBorder) -> Void
    ) {
        let cell = workbook.sheets[index][place] ?? Cell(text: "", style: 0)
        guard workbook.styles.indices.contains(cell.style) else { return }
        var style = workbook.styles[cell.style]
        change(&style.border)
        guard style != workbook.styles[cell.style] else { return }
        var changed = cell
        changed.style = workbook.index(of: style)
        workbook.sheets[index][place] = changed
    }

    /// Sets labels smaller where their parts of the page are low, as far as they stay legible.
    private static func shrink(_ parts: [CellRange], _ workbook: inout Workbook, _ index: Int) {
        let boxes = SheetBoxes(sheet: workbook.sheets[index], styles: workbook.styles)
        for part in parts {
            guard var box = boxes.box(part.first) else { continue }
            let room = boxes.room.height(of: part.rows)
            while box.leastHeight > room, box.style.font.size - 0.5 >= boxes.room.smallestFont {
                box.style.font.size -= 0.5
            }
            if box.leastHeight > room {
                // What has no room at all stands on the other page alone.
                workbook.sheets[index][part.first] = Cell(text: "", style: box.cell.style)
            } else if box.style != workbook.styles[box.cell.style] {
                let number = workbook.index(of: box.style)
                workbook.sheets[index][part.first]?.style = number
            }
        }
    }
}
