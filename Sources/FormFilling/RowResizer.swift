import Spreadsheet

/// Makes a block of rows as long as it must be and moves everything below it: cells, merges, heights, breaks, print area.
struct RowResizer {
    /// A row of the block as it is to be.
    struct Pattern {
        /// The row of the blank whose styles, height and merges it takes.
        var row: Int
        /// What is printed there stays.
        var keepsText = false
    }

    /// Rows of the block before.
    let rows: ClosedRange<Int>
    /// Rows of the block after; at least one.
    let patterns: [Pattern]

    /// A block whose rows all look like its first.
    init(rows: ClosedRange<Int>, count: Int) {
        self.init(rows: rows, patterns: Array(repeating: Pattern(row: rows.lowerBound), count: count))
    }

    /// A block that keeps its rows; what it lacks is inserted below them, and looks like the last.
    init(rows: ClosedRange<Int>, atLeast count: Int) {
        let own = rows.map { Pattern(row: $0, keepsText: true) }
        let more = Array(repeating: Pattern(row: rows.upperBound), count: max(0, count - rows.count))
        self.init(rows: rows, patterns: own + more)
    }

    init(rows: ClosedRange<Int>, patterns: [Pattern]) {
        self.rows = rows
        self.patterns = patterns.isEmpty ? [Pattern(row: rows.lowerBound)] : patterns
    }

    private var delta: Int { patterns.count - rows.count }

    private var shift: RowShift { RowShift(last: rows.upperBound, delta: delta) }

    /// Where a row below the block comes to stand; rows above stay.
    func moved(_ row: Int) -> Int { shift.moved(row) }

    /// Where a row comes to stand that a formula names: a sum over the block reaches to its last row.
    private func inFormula(_ row: Int) -> Int {
        if row > rows.upperBound || row == rows.upperBound && rows.count > 1 { return row + delta }
        return rows.contains(row) ? min(row, rows.upperBound + delta) : row
    }

    /// Where a cell comes to stand.
    func moved(_ cell: CellReference) -> CellReference { shift.moved(cell) }

    /// The sheet with the block resized. What stood in the block goes, but for rows that keep it.
    func resize(_ sheet: Sheet) -> Sheet {
        var result = sheet
        result.cells = [:]
        var inBlock: [Int: [(column: Int, cell: Cell)]] = [:]
        for (place, cell) in sheet.cells {
            if rows.contains(place.row) {
                inBlock[place.row, default: []].append((place.column, cell))
            } else {
                var moved = cell
                moved.formula = cell.formula.map { FormulaRows.mapped($0, inFormula) }
                result.cells[self.moved(place)] = moved
            }
        }
        for (offset, pattern) in patterns.enumerated() {
            for (column, cell) in inBlock[pattern.row] ?? [] {
                let row = rows.lowerBound + offset
                var kept = pattern.keepsText ? cell : Cell(text: "", style: cell.style)
                // A formula of the bureau's over its own row goes with the row.
                kept.formula = cell.formula.map { formula in
                    FormulaRows.mapped(formula) { $0 == pattern.row ? row : inFormula($0) }
                }
                result.cells[CellReference(row: row, column: column)] = kept
            }
        }
        result.merges = sheet.merges.flatMap(merges)
        moveLayout(sheet, into: &result)
        return result
    }

    private func merges(after merge: CellRange) -> [CellRange] {
        if merge.last.row < rows.lowerBound { return [merge] }
        if merge.first.row > rows.upperBound { return [CellRange(moved(merge.first), moved(merge.last))] }
        if merge.first.row < rows.lowerBound || merge.last.row > rows.upperBound {
            // A label over the whole block grows or shrinks with it.
            let lastRow = merge.last.row >= rows.upperBound ? merge.last.row + delta : merge.last.row
            return [CellRange(merge.first, CellReference(row: lastRow, column: merge.last.column))]
        }
        // What was merged over rows reaches over the same rows, and over those that were inserted among them.
        let kept = patterns.indices.filter { merge.rows.contains(patterns[$0].row) }
        if merge.rows.count > 1, let first = kept.first, let last = kept.last {
            guard first < last || merge.columns.count > 1 else { return [] }
            return [
                CellRange(
                    CellReference(row: rows.lowerBound + first, column: merge.first.column),
                    CellReference(row: rows.lowerBound + last, column: merge.last.column))
            ]
        }
        // Each row keeps what it merges over columns.
        guard merge.columns.count > 1 else { return [] }
        return kept.map { offset in
            CellRange(
                CellReference(row: rows.lowerBound + offset, column: merge.first.column),
                CellReference(row: rows.lowerBound + offset, column: merge.last.column))
        }
    }

    private func moveLayout(_ sheet: Sheet, into result: inout Sheet) {
        result.rows = [:]
        for (row, layout) in sheet.rows where !rows.contains(row) { result.rows[moved(row)] = layout }
        for (offset, pattern) in patterns.enumerated() {
            if let layout = sheet.rows[pattern.row] { result.rows[rows.lowerBound + offset] = layout }
        }
        shift.moveBesides(sheet, into: &result, anew: rows)
    }
}
