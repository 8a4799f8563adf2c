/// Where a field stands in the bytes of its row: UTF-8, without the quotes of a CSV.
public struct FieldSlice: Sendable {
    /// Offset of its first byte.
    public var start: Int
    /// Number of bytes.
    public var count: Int

    /// A field by its place.
    @inlinable
    public init(start: Int, count: Int) {
        self.start = start
        self.count = count
    }
}
