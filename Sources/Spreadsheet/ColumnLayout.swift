/// Width and state of a column.
public struct ColumnLayout: Hashable, Sendable {
    /// The most characters of a column.
    public static let widest = 255.0

    /// Characters of the default font, as in the file, or nil for the default.
    public var width: Double?
    /// Not shown.
    public var hidden: Bool
    /// Index into ``Workbook/styles`` for cells that have none of their own, or nil.
    public var style: Int?
    /// The width is not what a person set.
    public var isAutomatic = false
    /// Level of the outline, from 0.
    public var outlineLevel = 0
    /// The columns of the outline beside it are folded away.
    public var isCollapsed = false

    /// A column's layout.
    public init(width: Double? = nil, hidden: Bool = false, style: Int? = nil) {
        self.width = width
        self.hidden = hidden
        self.style = style
    }
}
