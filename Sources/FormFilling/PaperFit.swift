import Spreadsheet

/// Makes a filled sheet such that nothing of it is cut off on paper: wraps, widens rows, sets long texts smaller, lets them go on in rows below.
struct PaperFit {
    /// How long texts go on; it says afterwards where rows came to stand.
    var continuation = ContinuationRows()
    /// What a person should know of it, in Chinese.
    private(set) var notes: [String] = []

    init(continuation: ContinuationRows = ContinuationRows()) {
        self.continuation = continuation
    }

    /// Fits a sheet of a workbook.
    mutating func fit(_ workbook: inout Workbook, sheet index: Int = 0) {
        loosenHeight(&workbook, index)
        LooseTexts.fit(&workbook, sheet: index)
        Self.shrinkTall(&workbook, index)
        let before = continuation.inserted.count
        continuation.split(&workbook, sheet: index)
        if continuation.inserted.count > before {
            notes.append("有文字一行放不下，已接着写在下面标“（续）”的行里。")
        }
        RowHeights.fit(&workbook.sheets[index], styles: workbook.styles)
        loosenHeight(&workbook, index)
    }

    /// A form that was fitted to a page's height and has grown is printed on as many pages as it takes, when its letters would be too small.
    private mutating func loosenHeight(_ workbook: inout Workbook, _ index: Int) {
        var sheet = workbook.sheets[index]
        guard let fit = sheet.page.fit, fit.high > 0 else { return }
        RowHeights.fit(&sheet, styles: workbook.styles)
        let room = PageRoom(sheet: sheet, styles: workbook.styles)
        var loose = sheet
        loose.page.fit = (fit.wide, 0)
        let free = PageRoom(sheet: loose, styles: workbook.styles)
        let smallest = SmallPrint.common(workbook, sheet: index)
        guard smallest * room.scale() < PageRoom.smallestOnPaper, room.scale() < free.scale() else { return }
        workbook.sheets[index].page.fit = loose.page.fit
        notes.append("表格变长了，缩到原定的 \(fit.high) 页字太小，改为只按页宽缩放，页数按内容。")
    }

    /// Makes the letters of texts that no row could hold smaller, as far as they stay legible on paper.
    private static func shrinkTall(_ workbook: inout Workbook, _ index: Int) {
        let boxes = SheetBoxes(sheet: workbook.sheets[index], styles: workbook.styles)
        for box in boxes.all() where box.wraps && !box.isRotated {
            let highest = box.range.rows.count == 1 ? boxes.room.highestRow : boxes.room.highest(box.range.rows.count)
            guard box.height > highest else { continue }
            var smaller = box
            while smaller.height > highest, smaller.style.font.size - 0.5 >= boxes.room.smallestFont {
                smaller.style.font.size -= 0.5
            }
            // A text that goes on below is not made smaller too, where it needs as many rows.
            guard smaller.height <= highest else { continue }
            let number = workbook.index(of: smaller.style)
            workbook.sheets[index][box.range.first]?.style = number
        }
    }
}

extension PageRoom {
    /// The highest that so many rows may be together so that they stand on one page.
    func highest(_ rows: Int) -> Double {
        guard let page = capacities.min() else { return Double(rows) * Self.highestRow }
        return min(Double(rows) * Self.highestRow, (page - repeated) * 0.97)
    }
}
