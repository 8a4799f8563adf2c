/// A report that is text and nothing else.
public struct PlainText: Renderable {
    /// The text, each line ended.
    public var text: String

    /// A text, each line ended.
    public init(_ text: String) {
        self.text = text
    }

    /// Lines.
    public init(lines: [String]) {
        text = lines.map { $0 + "\n" }.joined()
    }
}
