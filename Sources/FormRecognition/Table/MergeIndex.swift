import Spreadsheet

/// The merged ranges of a sheet: those of its first rows by cell, and those below as rows go by.
struct MergeIndex {
    private var topCells: [CellReference: CellRange] = [:]
    private let sorted: [CellRange]

    /// - Parameter rows: how many rows of the sheet a heading is looked for in.
    init(_ merges: [CellRange], rows: Int) {
        // Those that share cells would be followed again and again.
        for merge in merges.withoutOverlaps().kept where merge.first.row < rows {
            // A merge of whole rows or columns is not followed beyond what a table can be.
            for row in merge.first.row...min(merge.last.row, rows) {
                for column in merge.first.column...min(merge.last.column, merge.first.column + 500) {
                    topCells[CellReference(row: row, column: column)] = merge
                }
            }
        }
        sorted = merges.sorted { $0.first < $1.first }
    }

    /// The merge that covers a cell near the top.
    func top(_ row: Int, _ column: Int) -> CellRange? { topCells[CellReference(row: row, column: column)] }

    /// The merges that begin below a row, in reading order.
    func below(_ row: Int) -> [CellRange] { sorted.filter { $0.first.row > row } }
}
