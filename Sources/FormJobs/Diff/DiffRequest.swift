/// What a person asks of `diff`.
public struct DiffRequest: Sendable {
    /// Last year's blank.
    public var old: InputFile
    /// This year's.
    public var new: InputFile
    /// Encoding of a text whose bytes don't say it, or nil to find it out.
    public var encoding: String?

    /// A request for those blanks.
    public init(old: InputFile, new: InputFile) {
        self.old = old
        self.new = new
    }
}
