/// The lines of a cell.
public struct CellBorder: Hashable, Sendable {
    /// Left edge.
    public var left = BorderEdge()
    /// Right edge.
    public var right = BorderEdge()
    /// Top edge.
    public var top = BorderEdge()
    /// Bottom edge.
    public var bottom = BorderEdge()
    /// The line across, where ``risesDiagonally`` or ``fallsDiagonally`` say that there is one.
    public var diagonal = BorderEdge()
    /// A line from the lower left corner up.
    public var risesDiagonally = false
    /// A line from the upper left corner down.
    public var fallsDiagonally = false

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
