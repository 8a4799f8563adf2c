import Spreadsheet

/// Keeps the letters of a label that is merged over rows on one page: where a page ends in them they would be cut in two.
enum KeptLabels {
    /// The most of a page that may stay empty for a label that is moved to the next one.
    private static let mostOfPage = 0.4

    /// Adds page breaks before short groups, and sets the labels of long ones at their top.
    static func fit(_ workbook: inout Workbook, sheet index: Int) {
        if let fit = workbook.sheets[index].page.fit, fit.high > 0 { return }
        // A break for one label may come to stand in another that was looked at before.
        for _ in 0..<3 {
            let breaks = workbook.sheets[index].page.rowBreaks
            pass(&workbook, index)
            if workbook.sheets[index].page.rowBreaks == breaks { return }
        }
    }

    private static func pass(_ workbook: inout Workbook, _ index: Int) {
        let sheet = workbook.sheets[index]
        let boxes = SheetBoxes(sheet: sheet, styles: workbook.styles)
        guard let page = boxes.room.capacities.min() else { return }
        for box in boxes.all() where box.range.rows.count > 1 && !box.cell.shown.isEmpty {
            var label = box
            guard isCut(label, workbook, index) else { continue }
            if boxes.room.height(of: box.range.rows) > page * mostOfPage {
                label.style.alignment.vertical = .top
                let number = workbook.index(of: label.style)
                workbook.sheets[index][box.range.first]?.style = number
                guard isCut(label, workbook, index) else { continue }
            }
            let row = box.range.first.row
            if row > 0, !workbook.sheets[index].page.rowBreaks.contains(row) {
                workbook.sheets[index].page.rowBreaks.append(row)
            }
        }
        workbook.sheets[index].page.rowBreaks.sort()
    }

    /// Whether a page ends within the letters of a label, on any reckoning.
    private static func isCut(_ box: CellBox, _ workbook: Workbook, _ index: Int) -> Bool {
        let breaks = PageBreaks(sheet: workbook.sheets[index], styles: workbook.styles)
        let height = breaks.room.height(of: box.range.rows)
        let letters = min(box.height, height)
        let start: Double
        switch box.style.alignment.vertical {
        case .top, .justify: start = 0
        case .bottom: start = height - letters
        case .center, .distributed: start = (height - letters) / 2
        }
        return breaks.ends(within: box.range.rows).contains { start < $0 && $0 < start + letters }
    }
}
