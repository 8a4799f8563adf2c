/// How a cell looks: everything that the written form must keep.
public struct CellStyle: Hashable, Sendable {
    /// Letters.
    public var font = CellFont()
    /// Solid background as `RRGGBB`, or nil.
    public var fill: String?
    /// Lines around the cell.
    public var border = CellBorder()
    /// Where the text stands.
    public var alignment = CellAlignment()
    /// Format code as in the file; `General` when there is none.
    public var numberFormat = "General"

    /// A plain style.
    public init() {}
}

/// A font: name, size in points, and its marks.
public struct CellFont: Hashable, Sendable {
    /// Face, such as 宋体.
    public var name = "宋体"
    /// Points.
    public var size = 11.0
    /// Bold.
    public var bold = false
    /// Italic.
    public var italic = false
    /// Underlined once.
    public var underline = false
    /// Struck through.
    public var strike = false
    /// Colour as `RRGGBB`, or nil for automatic.
    public var color: String?

    /// 宋体 11.
    public init() {}
}

/// The four edges of a cell.
public struct CellBorder: Hashable, Sendable {
    /// Left edge.
    public var left = BorderEdge()
    /// Right edge.
    public var right = BorderEdge()
    /// Top edge.
    public var top = BorderEdge()
    /// Bottom edge.
    public var bottom = BorderEdge()

    /// No lines.
    public init() {}
}

/// One edge: the line's style and colour.
public struct BorderEdge: Hashable, Sendable {
    /// The line styles of the format, named as in its files.
    public enum Style: String, Hashable, Sendable, CaseIterable {
        case none, thin, medium, dashed, dotted, thick, double, hair, mediumDashed, dashDot, mediumDashDot, dashDotDot,
            mediumDashDotDot, slantDashDot
    }
    /// Line.
    public var style = Style.none
    /// Colour as `RRGGBB`, or nil for automatic.
    public var color: String?

    /// No line.
    public init() {}
}

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

    /// The default place.
    public init() {}
}
