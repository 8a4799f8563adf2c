/// How much of a sheet a page of its paper holds.
package struct PageRoom {
    /// The highest a row can be in the format, in points.
    package static let highestRow = 409.5

    /// A4 and A3, in points.
    private static let sizes: [Int: (wide: Double, high: Double)] = [9: (595.3, 841.9), 8: (841.9, 1190.6)]

    package let sheet: Sheet
    /// Points of a character of column width: on the narrowest reckoning, and with the wider digits of the faces that stand in for 宋体. Widths
    /// count digits of the workbook's font; in 宋体 a digit is half a square, in whole pixels.
    package let characterWidths: (narrow: Double, wide: Double)

    package init(sheet: Sheet, styles: [CellStyle]) {
        self.sheet = sheet
        let size = styles.first?.font.size ?? CellFont().size
        characterWidths = (max((size * 0.5 / 0.75).rounded(.down), 1) * 0.75, size * 0.58)
    }

    /// Points between the edges of columns.
    package func width(of columns: ClosedRange<Int>) -> Double { width(of: columns, characterWidths.narrow) }

    private func width(of columns: ClosedRange<Int>, _ characterWidth: Double) -> Double {
        columns.reduce(0.0) { sum, column in
            let layout = sheet.columns[column]
            return sum
                + (layout?.hidden == true ? 0 : (layout?.width ?? sheet.defaultColumnWidth) * characterWidth)
        }
    }

    /// Points of a row.
    package func height(ofRow row: Int) -> Double {
        let layout = sheet.rows[row]
        return layout?.hidden == true ? 0 : layout?.height ?? sheet.defaultRowHeight
    }

    /// Points of rows together.
    package func height(of rows: ClosedRange<Int>) -> Double { rows.reduce(0) { $0 + height(ofRow: $1) } }

    /// Points of paper between the margins; nil for paper of unknown size.
    package var paper: (wide: Double, high: Double)? {
        guard let number = sheet.page.paper, var size = Self.sizes[number] else { return nil }
        if sheet.page.landscape { size = (size.high, size.wide) }
        let wide = size.wide - (sheet.page.left + sheet.page.right) * 72
        let high = size.high - (sheet.page.top + sheet.page.bottom) * 72
        return wide > 0 && high > 0 ? (wide, high) : nil
    }

    /// What is printed.
    package var printed: CellRange? { sheet.page.printArea ?? sheet.usedRange }

    /// By how much the sheet is made smaller on paper (1: not at all).
    package func scale(characterWidth: Double? = nil) -> Double {
        guard let fit = sheet.page.fit else { return Double(sheet.page.scale) / 100 }
        guard let paper, let printed else { return 1 }
        var scale = 1.0
        if fit.wide > 0 {
            let width = width(of: printed.columns, characterWidth ?? characterWidths.narrow)
            scale = min(scale, paper.wide * Double(fit.wide) / max(width, 1))
        }
        if fit.high > 0 { scale = min(scale, paper.high * Double(fit.high) / max(height(of: printed.rows), 1)) }
        return max(scale, 0.1)
    }

    /// Points of rows that a page holds, on each reckoning; empty for paper of unknown size.
    package var capacities: [Double] {
        guard let paper else { return [] }
        return [characterWidths.narrow, characterWidths.wide].map { paper.high / scale(characterWidth: $0) }
    }

    /// Points of rows that are repeated on each page.
    package var repeated: Double { sheet.page.titleRows.map { height(of: $0) } ?? 0 }

    /// The highest a row may be so that it stands on one page.
    package var highestRow: Double {
        // A page may hold a little less in another program.
        let page = capacities.min().map { ($0 - repeated) * 0.97 } ?? Self.highestRow
        return max(min(Self.highestRow, page), 60)
    }

    /// The smallest letters that are still 8 points high on paper.
    package var smallestFont: Double { Self.smallestOnPaper / scale() }

    /// Letters smaller than this, in points on paper, are hard to read.
    package static let smallestOnPaper = 8.0
}
