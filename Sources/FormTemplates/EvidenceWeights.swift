import Assessment
import Spreadsheet

/// How much each kind of evidence speaks for a reading of a place. Data, section `evidence` of `Templates/labels.yaml`.
public struct EvidenceWeights: Sendable {
    private var weights: [String: Int] = [:]
    /// A reading with less than this is none.
    public private(set) var least = 5
    /// What a reading must have more than the next one to be taken.
    public private(set) var margin = 2

    init() {}

    init(_ node: YAMLNode) throws {
        try node.allow(["least", "margin", "weights", "words"])
        least = try node["least"]?.integer() ?? least
        margin = try node["margin"]?.integer() ?? margin
        for (name, value) in try node["weights"]?.pairs() ?? [] { weights[name] = try value.integer() }
        for (name, words) in try node["words"]?.pairs() ?? [] {
            guard let column = IndicatorColumn(rawValue: name) else { throw words.broken("没有“\(name)”这种列。") }
            hints.append((column, try words.list().map { Label.name(of: try $0.text()) }))
        }
    }

    private var hints: [(column: IndicatorColumn, words: [String])] = []

    /// The weight of a kind of evidence by its name; 0 for one that the data does not have.
    public func callAsFunction(_ name: String) -> Int { weights[name] ?? 0 }

    /// A word in a heading that hints at a column, though the heading as a whole is not known; nil for none.
    public func hint(of column: IndicatorColumn, in heading: Label) -> String? {
        hints.first { $0.column == column }?.words.first { heading.name.contains($0) }
    }
}
