/// A comment (批注) on a cell.
public struct CellComment: Hashable, Sendable {
    /// Who wrote it.
    public var author: String
    /// What it says.
    public var content: RichText
    /// It is shown without being asked for.
    public var isVisible: Bool
    /// Its box, from the format's drawing part: left column, offset, top row, offset, right column, offset, bottom row, offset, the offsets in pixels;
    /// nil for the usual place.
    public var anchor: [Int]?
    /// Width and height in pixels of a box that has no ``anchor``; nil for the usual ones.
    public var size: Size?

    /// Pixels.
    public struct Size: Hashable, Sendable {
        /// Left to right.
        public var width: Int
        /// Top to bottom.
        public var height: Int

        /// A size.
        public init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }
    }

    /// The text without its look.
    public var text: String { content.text }

    /// A comment.
    public init(author: String, content: RichText, isVisible: Bool = false, anchor: [Int]? = nil, size: Size? = nil) {
        self.author = author
        self.content = content
        self.isVisible = isVisible
        self.anchor = anchor
        self.size = size
    }
}
