import Foundation
import FormRecognition
import FormTemplates
import Spreadsheet

/// Keeps the signatures together: a page ends before them where they would stand on two.
struct PageBreaks {
    /// Points of a character of column width: with 宋体 itself, and with the wider digits of the faces that stand in for it.
    /// The sheet is fitted to the page's width, so they decide how many rows a page holds.
    private static let characterWidths = [5.25, 6.0]
    /// Printers and programs reckon a row's height a little differently.
    private static let slack = [0.985, 1.0, 1.015]

    let sheet: Sheet

    /// The row before which the page must end, or nil when the rows stand on one page as they are, or fit on none.
    func breakRow(keeping rows: ClosedRange<Int>) -> Int? {
        let capacities = Self.characterWidths.compactMap(capacity)
        let height = rows.reduce(0) { $0 + self.height($1) }
        guard rows.lowerBound > 0, let least = capacities.min(), height < least * 0.9 else { return nil }
        let isSplit = capacities.flatMap { capacity in Self.slack.map { capacity * $0 } }.contains { capacity in
            page(of: rows.lowerBound, capacity: capacity) != page(of: rows.upperBound, capacity: capacity)
        }
        return isSplit ? rows.lowerBound : nil
    }

    /// The page that a row stands on, from 0, when rows are set one after the other.
    private func page(of wanted: Int, capacity: Double) -> Int {
        let repeated = sheet.page.titleRows.map { rows in rows.reduce(0) { $0 + height($1) } } ?? 0
        var page = 0
        var used = 0.0
        for row in 0...wanted {
            let height = height(row)
            if used + height > capacity || sheet.page.rowBreaks.contains(row) {
                page += 1
                used = (sheet.page.titleRows?.upperBound ?? row) < row ? repeated : 0
            }
            used += height
        }
        return page
    }

    private func height(_ row: Int) -> Double {
        let layout = sheet.rows[row]
        return layout?.hidden == true ? 0 : layout?.height ?? sheet.defaultRowHeight
    }

    /// Points of rows that a page holds, the scale that fits the sheet to the page's width reckoned in; nil for paper of unknown size.
    private func capacity(characterWidth: Double) -> Double? {
        // A4 and A3, in points.
        let sizes: [Int: (wide: Double, high: Double)] = [9: (595.3, 841.9), 8: (841.9, 1190.6)]
        guard let paper = sheet.page.paper, var size = sizes[paper] else { return nil }
        if sheet.page.landscape { size = (size.high, size.wide) }
        let wide = size.wide - (sheet.page.left + sheet.page.right) * 72
        let high = size.high - (sheet.page.top + sheet.page.bottom) * 72
        guard wide > 0, high > 0 else { return nil }
        var scale = Double(sheet.page.scale) / 100
        if sheet.page.fit?.wide == 1, let last = sheet.usedRange?.last.column {
            let width = (0...last).reduce(0.0) { sum, column in
                let layout = sheet.columns[column]
                return sum + (layout?.hidden == true ? 0 : (layout?.width ?? sheet.defaultColumnWidth) * characterWidth)
            }
            scale = min(1, wide / max(width, 1))
        }
        return high / max(scale, 0.1)
    }
}
