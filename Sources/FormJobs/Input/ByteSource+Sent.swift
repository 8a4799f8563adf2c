import SpreadsheetReading

extension ByteSource {
    /// Bytes that were sent, within the same bound as a file.
    ///
    /// - Throws: `ToolError` (65) when there are too many.
    convenience init(sent bytes: [UInt8], name: String, limits: ReadingLimits) throws {
        guard bytes.count <= limits[.file] else { throw ReadingError.limit(name, .file, limits) }
        self.init(bytes: bytes, name: name)
    }
}
