/// What a person may say about a file, and the limits that keep a hostile one from taking the machine.
public struct ReadingOptions: Sendable {
    /// Encoding of a text file by name (`UTF-8`, `GB18030`, `UTF-16` …), or nil to find it out.
    public var encoding: String?
    /// Delimiter of a text file, or nil to find it out.
    public var delimiter: Character?
    /// Rows of a sheet from this one on are counted and not kept, for a look at what a file holds; nil to keep all.
    public var rowLimit: Int?
    /// Bounds.
    public var limits = ReadingLimits()

    /// Everything is found out.
    public init() {}
}
