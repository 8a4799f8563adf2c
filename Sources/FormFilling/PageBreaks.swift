import Foundation
import FormRecognition
import FormTemplates
import Spreadsheet

/// Keeps the signatures together: a page ends before them where they would stand on two.
struct PageBreaks {
    /// Printers and programs reckon a row's height a little differently.
    private static let slack = [0.985, 1.0, 1.015]

    let room: PageRoom

    init(sheet: Sheet, styles: [CellStyle]) {
        room = PageRoom(sheet: sheet, styles: styles)
    }

    /// The row before which the page must end, or nil when the rows stand on one page as they are, or fit on none.
    func breakRow(keeping rows: ClosedRange<Int>) -> Int? {
        let capacities = room.capacities
        guard rows.lowerBound > 0, let least = capacities.min(), room.height(of: rows) < least * 0.9 else { return nil }
        let isSplit = capacities.flatMap { capacity in Self.slack.map { capacity * $0 } }.contains { capacity in
            page(of: rows.lowerBound, capacity: capacity) != page(of: rows.upperBound, capacity: capacity)
        }
        return isSplit ? rows.lowerBound : nil
    }

    /// Where pages end within rows, in points from their top, on every reckoning.
    func ends(within rows: ClosedRange<Int>) -> [Double] {
        room.capacities.flatMap { capacity in Self.slack.map { capacity * $0 } }.flatMap { capacity in
            var height = 0.0
            var ends: [Double] = []
            for row in rows {
                if row > rows.lowerBound, page(of: row, capacity: capacity) != page(of: row - 1, capacity: capacity) {
                    ends.append(height)
                }
                height += room.height(ofRow: row)
            }
            return ends
        }
    }

    /// The page that a row stands on, from 0, when rows are set one after the other.
    private func page(of wanted: Int, capacity: Double) -> Int {
        let sheet = room.sheet
        var page = 0
        var used = 0.0
        for row in 0...wanted {
            let height = room.height(ofRow: row)
            if used + height > capacity || sheet.page.rowBreaks.contains(row) {
                page += 1
                used = (sheet.page.titleRows?.upperBound ?? row) < row ? room.repeated : 0
            }
            used += height
        }
        return page
    }
}
