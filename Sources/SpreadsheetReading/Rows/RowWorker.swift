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
    /// The bytes.
    public private(set) var bytes: UnsafeMutablePointer<UInt8>
    /// How many there are.
    public var count = 0
    /// The first row that has something, or -1.
    public var firstRow = -1
    /// The last row that has something.
    public var lastRow = -1
    /// Cells of these rows.
    public var cells = 0
    /// Formulas that no value is kept with.
    public var missingValues = 0
    /// The first of them.
    public var firstMissingValue: (row: Int, column: Int)?
    private(set) var capacity: Int

    /// Nothing yet.
    public init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    /// Forgets everything but the room.
    public func clear() {
        count = 0
        firstRow = -1
        lastRow = -1
        cells = 0
        missingValues = 0
        firstMissingValue = nil
    }

    /// Makes room for so many more bytes.
    @inline(__always)
    public func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    private func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        fresh.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = fresh
        capacity = larger
    }
}
