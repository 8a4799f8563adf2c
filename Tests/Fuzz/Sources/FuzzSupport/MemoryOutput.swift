import SpreadsheetWriting

/// Takes a result in memory, up to a bound: a sheet whose only cell is in its last row is a million lines.
public final class MemoryOutput: ByteOutput {
    /// More was written than is kept.
    public struct Overflow: Error {}

    /// What was written.
    public private(set) var bytes: [UInt8] = []
    private static let bound = 1 << 20

    /// Nothing yet.
    public init() {}

    /// Nobody writes here by name.
    public var temporaryPath: String { "" }
    /// Nobody needs a folder here.
    public var scratchFolder: String { "" }

    /// Appends bytes.
    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard self.bytes.count + bytes.count <= Self.bound else { throw Overflow() }
        self.bytes.append(contentsOf: bytes)
    }
    /// Throws away what was written.
    public func truncate() { bytes.removeAll() }
    /// Nothing is to be done.
    public func publish() {}
    /// Nothing is to be done.
    public func abandon() {}
}
