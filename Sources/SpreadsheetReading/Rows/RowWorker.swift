/// What one thread makes of the rows that it is given.
public protocol RowWorker: AnyObject {
    /// Takes the rows.
    var sink: RowSink { get }
    /// Rows of a new piece follow.
    func begin()
    /// What was made of the rows since ``begin()``.
    func finish() -> RowOutput
    /// The error behind an answer of the sink.
    func error(_ answer: Int32) -> any Error
}

/// Bytes made of the rows of one piece.
public final class RowOutput: @unchecked Sendable {
    /// Where they are put.
    public let buffer: RowBuffer
    /// Formulas that no value is kept with.
    public var missingValues = 0
    /// The first of them.
    public var firstMissingValue: (row: Int, column: Int)?

    /// Nothing yet.
    public init(capacity: Int = 1 << 16) { buffer = RowBuffer(capacity: capacity) }

    deinit { buffer.deallocate() }

    /// The bytes.
    public var bytes: UnsafeMutablePointer<UInt8> { buffer.bytes }
    /// How many there are.
    public var count: Int { buffer.count }
    /// The first row that has something, or -1.
    public var firstRow: Int { buffer.firstRow }
    /// The last row that has something.
    public var lastRow: Int { buffer.lastRow }
    /// Cells of these rows.
    public var cells: Int { buffer.cells }
    /// The first column that has something in the first row, or -1.
    public var firstColumn: Int { buffer.firstColumn }
    /// Empty fields among these rows and within them.
    public var blanks: Int { buffer.blanks }

    /// Forgets everything but the room.
    public func clear() {
        buffer.count = 0
        buffer.firstRow = -1
        buffer.lastRow = -1
        buffer.cells = 0
        buffer.firstColumn = -1
        buffer.blanks = 0
        missingValues = 0
        firstMissingValue = nil
    }
}
