import Spreadsheet

/// Words of sentences that say a total or a grade (自评结论): 本项目自评得95分，评定为优. Data, from `Templates/labels.yaml`.
public struct SaidOutcomeWords: Sendable {
    /// Verbs and nouns for getting points or a grade, the longest first.
    public private(set) var verbs: [String] = []
    /// Nouns for what came out.
    public private(set) var nouns: [String] = []
    /// Ends of words for the whole that is assessed, and of names of bodies.
    private var wholes: [String] = []
    private var others: [String] = []
    private var elsewhere: [String] = []

    init() {}

    init(_ node: YAMLNode) throws {
        try node.allow(["verbs", "nouns", "wholes", "bodies", "others", "elsewhere"])
        verbs = try node.texts("verbs").sorted { ($0.count, $0) > ($1.count, $1) }
        nouns = try node.texts("nouns").sorted { ($0.count, $0) > ($1.count, $1) }
        wholes = try node.texts("wholes") + node.texts("bodies")
        others = try node.texts("others")
        elsewhere = try node.texts("elsewhere")
    }

    /// Whether words speak of a part of what is assessed: 产出指标.
    public func isOfPart(_ text: String) -> Bool { others.contains(where: text.contains) }

    /// Whether words speak of another year, or of what others gave: 去年, 复核.
    public func isElsewhere(_ text: String) -> Bool { elsewhere.contains(where: text.contains) }

    /// Whether words end with the whole that is assessed: 本项目, 我局.
    public func isWhole(_ text: String) -> Bool { wholes.contains(where: text.hasSuffix) }
}
