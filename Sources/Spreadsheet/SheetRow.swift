/// One row of a sheet on its way through a filter that never holds the whole sheet.
public struct SheetRow: Sendable {
    /// Row, from 0.
    public var number: Int
    /// Cells by column from 0; nil where nothing stands. Cells after the last may be missing.
    public var cells: [Cell?]

    /// A row.
    public init(number: Int, cells: [Cell?]) {
        self.number = number
        self.cells = cells
    }

    /// The cell of a column; nil where nothing stands.
    public subscript(column: Int) -> Cell? { cells.indices.contains(column) ? cells[column] : nil }
}
