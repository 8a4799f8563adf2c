import Spreadsheet

/// Fills labels that stand once for a group of rows into each of its rows.
struct LabelFiller {
    /// Merges below the heading, in reading order.
    private let merges: [CellRange]
    private var next = 0
    private var active: [(range: CellRange, value: Cell?)] = []
    /// Columns of the result whose blanks are filled from the row above; empty where merges tell it.
    private let groupColumns: [Int]
    private let isAmount: Set<Int>
    /// Columns of the result that hold no amounts and stand to the right of one that does.
    private let pastAmounts: Set<Int>
    /// Columns of the result that only number the rows: a row with a number may still begin with blanks.
    private let ordinals: Set<Int>
    private var above: [Cell?] = []

    init(columns: [TableColumn], merges: [CellRange]) {
        self.merges = merges
        isAmount = Set(columns.filter { $0.kind == .amount }.map(\.index))
        let reach = columns.firstIndex { $0.kind == .amount || $0.isRunningText } ?? columns.count
        let firstAmount = columns.firstIndex { $0.kind == .amount } ?? columns.count
        pastAmounts = Set(columns.indices.filter { $0 > firstAmount && columns[$0].kind != .amount })
        ordinals = Set(columns.indices.filter { columns[$0].kind == .ordinal })
        let labelColumns = Set(columns.filter { $0.kind != .amount }.map(\.index))
        let isMerged = merges.contains { $0.first.row < $0.last.row && labelColumns.contains($0.first.column) }
        groupColumns = isMerged ? [] : Array(0..<reach)
    }

    /// Gives each row of a merge its value, and takes from it what a merge to the left covers. Amounts stay where they are: filled down they would count twice.
    ///
    /// - Returns: the columns of the sheet that were filled.
    mutating func followMerges(_ row: inout SheetRow) -> [Int] {
        guard next < merges.count || !active.isEmpty else { return [] }
        active.removeAll { $0.range.last.row < row.number }
        var columns: [Int] = []
        for (range, value) in active {
            let column = range.first.column
            hideRest(of: range, in: &row)
            guard let value, value.value != .empty, !isAmount.contains(column) else { continue }
            if row.cells.count <= column {
                row.cells += [Cell?](repeating: nil, count: column - row.cells.count + 1)
            }
            if let own = row.cells[column], own.value != .empty { continue }
            row.cells[column] = value
            columns.append(column)
        }
        while next < merges.count, merges[next].first.row <= row.number {
            let range = merges[next]
            next += 1
            guard range.last.row >= row.number else { continue }
            let begins = range.first.row == row.number
            if begins { hideRest(of: range, in: &row) }
            if range.last.row > row.number { active.append((range, begins ? row[range.first.column] : nil)) }
        }
        return columns
    }

    /// What stands under the right part of a merged cell is not seen by anyone.
    private func hideRest(of range: CellRange, in row: inout SheetRow) {
        for column in row.cells.indices where column > range.first.column && column <= range.last.column {
            row.cells[column] = nil
        }
    }

    /// Fills the blanks that a row of the result begins with from the row above, within the columns that group.
    ///
    /// - Returns: the columns of the result that were filled.
    mutating func fillBlanks(_ cells: inout [Cell?]) -> [Int] {
        guard !groupColumns.isEmpty else { return [] }
        defer { above = cells }
        let first = cells.indices.first { cells[$0] != nil && !ordinals.contains($0) } ?? 0
        // What begins to the right of an amount is the other half of a table of two halves.
        guard first > 0, !above.isEmpty, !pastAmounts.contains(first) else { return [] }
        var columns: [Int] = []
        for column in groupColumns where column < first {
            guard cells[column] == nil, let value = above[column] else { continue }
            cells[column] = value
            columns.append(column)
        }
        return columns
    }
}
