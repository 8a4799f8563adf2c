import Assessment
import Spreadsheet

/// The words by which papers of the year's round are told apart. Data, section `papers` of `Templates/labels.yaml`.
public struct PaperWords: Sendable {
    /// What tells one kind of paper.
    public struct Words: Sendable {
        /// The paper.
        public let kind: PaperKind
        /// One of these stands in its title.
        let titles: [String]
        /// None of these does.
        let not: [String]
        /// Headings of columns that no other paper has.
        let headings: [String]

        /// Whether a title says that it is this paper.
        public func isTitle(_ title: String) -> Bool {
            titles.contains { title.contains($0) } && !not.contains { title.contains($0) }
        }

        /// Whether a heading is one of its own.
        public func isHeading(_ heading: String) -> Bool { headings.contains { heading.contains($0) } }
    }

    /// The kinds of paper, in the order of the data.
    public private(set) var kinds: [Words] = []

    init() {}

    init(_ node: YAMLNode) throws {
        for (name, words) in try node.pairs() {
            guard let kind = PaperKind(rawValue: name) else { throw words.broken("没有“\(name)”这种表。") }
            try words.allow(["titles", "not", "headings"])
            kinds.append(
                Words(
                    kind: kind, titles: try words.texts("titles"), not: try words.texts("not"),
                    headings: try words.texts("headings")))
        }
    }
}
