/// A rectangle of cells, both corners included.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
    /// The upper left corner.
    public var first: CellReference
    /// The lower right corner.
    public var last: CellReference

    /// A range by two opposite corners, in any order.
    public init(_ one: CellReference, _ other: CellReference) {
        first = CellReference(row: min(one.row, other.row), column: min(one.column, other.column))
        last = CellReference(row: max(one.row, other.row), column: max(one.column, other.column))
    }

    /// Reads `B2:D4`, `$B$2:$D$4` or a single `B2`; nil when it is neither.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let one = CellReference(parts[0]),
            let other = CellReference(parts[parts.count - 1])
        else { return nil }
        self.init(one, other)
    }

    /// `B2:D4`, or `B2` for a single cell.
    public var description: String { first == last ? first.description : "\(first):\(last)" }

    /// Whether the cell lies in the range.
    public func contains(_ cell: CellReference) -> Bool {
        (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
    }

    /// Whether two ranges share a cell.
    public func overlaps(_ other: CellRange) -> Bool {
        first.row <= other.last.row && other.first.row <= last.row && first.column <= other.last.column
            && other.first.column <= last.column
    }

    /// The rows, from 0.
    public var rows: ClosedRange<Int> { first.row...last.row }
    /// The columns, from 0.
    public var columns: ClosedRange<Int> { first.column...last.column }

    /// Its cells in reading order.
    public var cells: [CellReference] {
        rows.flatMap { row in columns.map { CellReference(row: row, column: $0) } }
    }
}

extension CellRange {
    /// Reads whole columns or rows, `$A:$F` or `1:3`; nil for anything else.
    public init?(whole text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0.filter { $0 != "$" }) }
        guard parts.count == 2, let first = parts.first, let last = parts.last else { return nil }
        if let from = Int(first), let to = Int(last) {
            guard (1...CellReference.maximumRows).contains(from), (1...CellReference.maximumRows).contains(to) else {
                return nil
            }
            self.init(
                CellReference(row: from - 1, column: 0),
                CellReference(row: to - 1, column: CellReference.maximumColumns - 1))
            return
        }
        guard let from = CellReference(first + "1"), let to = CellReference(last + "1"), from.row == 0, to.row == 0
        else { return nil }
        self.init(from, CellReference(row: CellReference.maximumRows - 1, column: to.column))
    }
}
