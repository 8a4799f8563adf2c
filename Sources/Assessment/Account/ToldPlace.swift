import Spreadsheet

/// A place that was taken for what the person said (按您的指定), whatever it looks like.
public struct ToldPlace: Hashable, Sendable {
    /// What was said: `得分 在 H 列`, `不用 K 列`.
    public var words: String
    /// The place.
    public var source: Source
    /// It changed nothing: there was nothing to be said of.
    public var isIdle: Bool

    /// A place and what was said of it.
    public init(words: String, source: Source, isIdle: Bool = false) {
        self.words = words
        self.source = source
        self.isIdle = isIdle
    }
}
