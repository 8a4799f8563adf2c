/// A text whose parts look different.
public struct RichText: Hashable, Sendable {
    /// A part.
    public struct Run: Hashable, Sendable {
        /// Its text, line breaks as `\n`.
        public var text: String
        /// Its look as the file has it (`rPr`), or nil for that of the cell.
        public var properties: MarkupElement?

        /// A part.
        public init(_ text: String, properties: MarkupElement? = nil) {
            self.text = text
            self.properties = properties
        }
    }

    /// Its parts in their order.
    public var runs: [Run]

    /// A text of parts.
    public init(_ runs: [Run]) { self.runs = runs }

    /// The text without its look.
    public var text: String { runs.map(\.text).joined() }
}
