import Spreadsheet

/// Makes a block of rows as long as it must be and moves everything below it: cells, merges, heights, breaks, print area.
struct RowResizer {
    /// Rows of the block before.
    let rows: ClosedRange<Int>
    /// How many rows it is to have; at least one.
    let count: Int

    private var delta: Int { count - rows.count }

    /// Where a row below the block comes to stand; rows above stay.
    func moved(_ row: Int) -> Int { row > rows.upperBound ? row + delta : row }

    /// Where a cell comes to stand.
    func moved(_ cell: CellReference) -> CellReference { CellReference(row: moved(cell.row), column: cell.column) }

    /// The sheet with the block resized. Each row of the block takes the styles of the block's first row, and its merges
    /// within that row; what stood in the block goes.
    func resize(_ sheet: Sheet) -> Sheet {
        var result = sheet
        result.cells = [:]
        let pattern = rows.lowerBound
        for (place, cell) in sheet.cells where !rows.contains(place.row) { result.cells[moved(place)] = cell }
        for row in 0..<count {
            for (place, cell) in sheet.cells where place.row == pattern {
                result.cells[CellReference(row: pattern + row, column: place.column)] = Cell(
                    text: "", style: cell.style)
            }
        }
        result.merges = sheet.merges.flatMap { merge in moved(merge, pattern: pattern) }
        moveLayout(sheet, into: &result)
        return result
    }

    private func moved(_ merge: CellRange, pattern: Int) -> [CellRange] {
        if merge.last.row < rows.lowerBound { return [merge] }
        if merge.first.row > rows.upperBound { return [CellRange(moved(merge.first), moved(merge.last))] }
        if merge.first.row < rows.lowerBound || merge.last.row > rows.upperBound {
            // A label over the whole block grows or shrinks with it.
            let lastRow = merge.last.row >= rows.upperBound ? merge.last.row + delta : merge.last.row
            return [CellRange(merge.first, CellReference(row: lastRow, column: merge.last.column))]
        }
        if merge.rows == rows, rows.count > 1, merge.columns.lowerBound == 0 {
            return [CellRange(merge.first, CellReference(row: rows.lowerBound + count - 1, column: merge.last.column))]
        }
        guard merge.first.row == pattern, merge.last.row == pattern else { return [] }
        return (0..<count).map { row in
            CellRange(merge.first.offset(rows: row), merge.last.offset(rows: row))
        }
    }

    private func moveLayout(_ sheet: Sheet, into result: inout Sheet) {
        result.rows = [:]
        for (row, layout) in sheet.rows where !rows.contains(row) { result.rows[moved(row)] = layout }
        if let layout = sheet.rows[rows.lowerBound] {
            for row in 0..<count { result.rows[rows.lowerBound + row] = layout }
        }
        result.page.rowBreaks = sheet.page.rowBreaks.map(moved)
        if let area = sheet.page.printArea {
            result.page.printArea = CellRange(area.first, moved(area.last))
        }
        if let titles = sheet.page.titleRows {
            result.page.titleRows = moved(titles.lowerBound)...moved(titles.upperBound)
        }
        if let frozen = sheet.frozenAt { result.frozenAt = moved(frozen) }
    }
}
