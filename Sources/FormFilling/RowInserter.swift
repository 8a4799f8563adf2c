import Spreadsheet

/// Inserts rows that continue a row: below it, with its styles and merges. What stands further down moves; formulas follow.
struct RowInserter {
    /// The row that is continued, from 0.
    let row: Int
    /// How many rows are inserted.
    let count: Int

    /// Where a row comes to stand.
    func moved(_ other: Int) -> Int { shift.moved(other) }

    private var shift: RowShift { RowShift(last: row, delta: count) }

    /// The sheet with the rows. Labels merged over the row and others grow over the new ones too.
    func insert(_ sheet: Sheet) -> Sheet {
        var result = sheet
        result.cells = [:]
        for (place, cell) in sheet.cells {
            var cell = cell
            if let formula = cell.formula { cell.formula = FormulaRows.shifted(formula, below: row, by: count) }
            result.cells[shift.moved(place)] = cell
            guard place.row == row else { continue }
            for offset in 1...count { result.cells[place.offset(rows: offset)] = Cell(text: "", style: cell.style) }
        }
        result.merges = sheet.merges.flatMap(merges)
        result.rows = [:]
        for (number, layout) in sheet.rows { result.rows[moved(number)] = layout }
        if let layout = sheet.rows[row] {
            for offset in 1...count { result.rows[row + offset] = layout }
        }
        shift.moveBesides(sheet, into: &result)
        return result
    }

    private func merges(after merge: CellRange) -> [CellRange] {
        if merge.last.row < row { return [merge] }
        if merge.first.row > row { return [CellRange(shift.moved(merge.first), shift.moved(merge.last))] }
        if merge.rows.count == 1 { return (0...count).map { merge.offset(rows: $0) } }
        return [CellRange(merge.first, CellReference(row: merge.last.row + count, column: merge.last.column))]
    }
}

extension CellRange {
    /// The range this many rows down.
    fileprivate func offset(rows: Int) -> CellRange { CellRange(first.offset(rows: rows), last.offset(rows: rows)) }
}
