/// What a person may say about a file, and the limits that keep a hostile one from taking the machine.
public struct ReadingOptions: Sendable {
    /// Encoding of a text file by name (`UTF-8`, `GB18030`, `UTF-16` …), or nil to find it out.
    public var encoding: String?
    /// Delimiter of a text file, or nil to find it out.
    public var delimiter: Character?
    /// Most bytes that the parts of an archive may unpack to, together.
    public var maximumUnpackedBytes = 1 << 29
    /// Most bytes of a file.
    public var maximumFileBytes = 1 << 29

    /// Everything is found out.
    public init() {}
}
