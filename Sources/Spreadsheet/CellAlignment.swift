/// Where text stands in its cell.
public struct CellAlignment: Hashable, Sendable {
    /// Left to right.
    public enum Horizontal: String, Hashable, Sendable, CaseIterable {
        case general, left, center, right, fill, justify, centerContinuous, distributed
    }
    /// Top to bottom.
    public enum Vertical: String, Hashable, Sendable, CaseIterable {
        case top, center, bottom, justify, distributed
    }
    /// Left to right.
    public var horizontal = Horizontal.general
    /// Top to bottom.
    public var vertical = Vertical.bottom
    /// Text breaks into lines.
    public var wraps = false
    /// Text shrinks to the cell.
    public var shrinks = false
    /// Indent in steps.
    public var indent = 0
    /// Degrees, -90...90; 255 for letters one under the other.
    public var rotation = 0
    /// 1 from left to right, 2 from right to left, 0 as the text has it.
    public var readingOrder = 0
    /// The last line is spread too.
    public var justifiesLastLine = false

    /// The default place.
    public init() {}
}
