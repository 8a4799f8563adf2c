import Spreadsheet

/// The widest text of each column, in half-widths.
struct ColumnWidths {
    /// Widths that a column gets: not so narrow that it is hard to see, not so wide that one column fills the screen.
    private static let bounds = 6...60

    private let widest: UnsafeMutablePointer<Int32>

    /// Nothing seen yet. Its owner must deallocate it.
    init() {
        widest = .allocate(capacity: CellReference.maximumColumns)
        clear()
    }

    /// Frees the memory.
    func deallocate() { widest.deallocate() }

    /// Forgets everything.
    func clear() { widest.initialize(repeating: 0, count: CellReference.maximumColumns) }

    /// Notes a text of a column.
    @inline(__always)
    func note(_ width: Int, column: Int) {
        let width = Int32(truncatingIfNeeded: width)
        if width > widest[column] { widest[column] = width }
    }

    /// The width for a column in characters: a little more than its widest text.
    func width(ofColumn column: Int) -> Double {
        Double(min(max(Int(widest[column]) + 1, Self.bounds.lowerBound), Self.bounds.upperBound))
    }
}
