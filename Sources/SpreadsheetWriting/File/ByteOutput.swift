/// Where the bytes of a result go. Nothing shows under its name, or on standard output, before ``publish()``.
public protocol ByteOutput: AnyObject {
    /// A path by which a library that writes by name reaches the same bytes, until ``publish()`` or ``abandon()``.
    var temporaryPath: String { get }
    /// A folder for further temporary files, on the disk where the bytes go.
    var scratchFolder: String { get }

    /// Appends bytes.
    func write(_ bytes: UnsafeRawBufferPointer) throws
    /// Throws away what was written, to begin again.
    func truncate() throws
    /// Nothing more is written: what was, is brought to the disk, and no file stays open for it.
    func finish() throws
    /// Puts everything in its place, in one step. Nothing can be written after it.
    func publish() throws
    /// Throws everything away. Does nothing after ``publish()``.
    func abandon()
}

extension ByteOutput {
    /// As a rule nothing is left to do before ``publish()``.
    public func finish() throws {}
}
