/// What a rule says of itself. Texts are Chinese; Documentation/规则.md is made from them.
public struct RuleInfo: Hashable, Sendable {
    /// Id, such as `WGT-01`. It is a contract and never changes its meaning.
    public let id: String
    /// Short title.
    public let title: String
    /// Level where a template says nothing else.
    public let level: Finding.Level
    /// The document that it rests on, 依据待核, or 本工具约定.
    public let citation: String
    /// Where the code is looser or tighter than that sentence; nil where it is neither.
    public let departure: String?
    /// What the person should do.
    public let remedy: String
    /// Whether it runs where a template does not mention it.
    public let isOnByDefault: Bool

    /// What a rule says of itself.
    public init(
        id: String, title: String, level: Finding.Level, citation: String, departure: String? = nil, remedy: String,
        isOnByDefault: Bool = true
    ) {
        self.id = id
        self.title = title
        self.level = level
        self.citation = citation
        self.departure = departure
        self.remedy = remedy
        self.isOnByDefault = isOnByDefault
    }
}
