import Spreadsheet

/// Sees to lines that are wider than their cells: texts are wrapped, numbers are set in smaller letters.
enum LooseTexts {
    /// The narrowest cell, in letters of its text, in which wrapping helps.
    private static let leastLetters = 2.0

    /// Changes the styles of cells whose line would be cut; those that can't be helped stay as they are.
    static func fit(_ workbook: inout Workbook, sheet index: Int) {
        let boxes = SheetBoxes(sheet: workbook.sheets[index], styles: workbook.styles)
        for box in boxes.all() {
            var style = box.style
            if box.isText, !box.isRotated, box.cell.shown.contains(where: \.isNewline), !style.alignment.wraps {
                // Without wrapping, Excel shows a line break as nothing and sets everything on one line.
                style.alignment.wraps = true
            } else if box.isTooWide, !box.isRotated {
                let wrapped = box.isText && box.lineRoom >= style.font.size * leastLetters
                if wrapped {
                    style.alignment.wraps = true
                    style.alignment.shrinks = false
                } else {
                    shrink(&style, box: box, smallest: boxes.room.smallestFont)
                }
            }
            guard style != box.style else { continue }
            let number = workbook.index(of: style)
            workbook.sheets[index][box.range.first]?.style = number
        }
    }

    private static func shrink(_ style: inout CellStyle, box: CellBox, smallest: Double) {
        var box = box
        box.style.alignment.shrinks = true
        while box.isCertainlyTooWide, box.style.font.size - 0.5 >= min(smallest, style.font.size) {
            box.style.font.size -= 0.5
        }
        // Letters that are still too wide are not made smaller for nothing. Where another font stands in, the program shrinks them.
        if !box.isCertainlyTooWide { style = box.style }
    }
}
