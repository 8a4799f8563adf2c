/// Growing memory for bytes, owned by a ``RowOutput``.
///
/// It is touched for every cell, so it is a mere pointer: neither counted nor checked.
public struct RowBuffer: @unchecked Sendable {
    @usableFromInline
    struct State {
        @usableFromInline var bytes: UnsafeMutablePointer<UInt8>
        @usableFromInline var capacity: Int
        @usableFromInline var count = 0
        @usableFromInline var firstRow = -1
        @usableFromInline var lastRow = -1
        @usableFromInline var cells = 0
        @usableFromInline var firstColumn = -1
        @usableFromInline var blanks = 0
    }

    @usableFromInline
    let state: UnsafeMutablePointer<State>

    init(capacity: Int) {
        state = .allocate(capacity: 1)
        state.initialize(to: State(bytes: .allocate(capacity: capacity), capacity: capacity))
    }

    func deallocate() {
        state.pointee.bytes.deallocate()
        state.deallocate()
    }

    /// The bytes.
    @inlinable
    public var bytes: UnsafeMutablePointer<UInt8> { state.pointee.bytes }

    /// How many there are.
    @inlinable
    public var count: Int {
        get { state.pointee.count }
        nonmutating set { state.pointee.count = newValue }
    }

    /// The first row that has something, or -1.
    @inlinable
    public var firstRow: Int {
        get { state.pointee.firstRow }
        nonmutating set { state.pointee.firstRow = newValue }
    }

    /// The last row that has something.
    @inlinable
    public var lastRow: Int {
        get { state.pointee.lastRow }
        nonmutating set { state.pointee.lastRow = newValue }
    }

    /// Cells of these rows.
    @inlinable
    public var cells: Int {
        get { state.pointee.cells }
        nonmutating set { state.pointee.cells = newValue }
    }

    /// The first column that has something in the first row, or -1.
    @inlinable
    public var firstColumn: Int {
        get { state.pointee.firstColumn }
        nonmutating set { state.pointee.firstColumn = newValue }
    }

    /// Empty fields among these rows and within them.
    @inlinable
    public var blanks: Int {
        get { state.pointee.blanks }
        nonmutating set { state.pointee.blanks = newValue }
    }

    /// Makes room for so many more bytes.
    @inlinable
    @inline(__always)
    public func reserve(_ more: Int) {
        if state.pointee.count + more > state.pointee.capacity { grow(more) }
    }

    @usableFromInline
    func grow(_ more: Int) {
        let larger = max(state.pointee.capacity * 2, count + more)
        let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        fresh.update(from: bytes, count: count)
        state.pointee.bytes.deallocate()
        state.pointee.bytes = fresh
        state.pointee.capacity = larger
    }
}
