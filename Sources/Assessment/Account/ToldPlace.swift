import Spreadsheet

/// A place that was taken for what the person said (按您的指定), whatever it looks like.
public struct ToldPlace: Hashable, Sendable {
    /// What was said: `得分 在 H 列`, `不用 K 列`.
    public var words: String
    /// The place.
    public var source: Source

    /// A place and what was said of it.
    public init(words: String, source: Source) {
        self.words = words
        self.source = source
    }
}
