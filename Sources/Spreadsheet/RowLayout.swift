/// Height and state of a row.
public struct RowLayout: Hashable, Sendable {
    /// The most points of a row.
    public static let highest = 409.5

    /// Points, or nil for the default.
    public var height: Double? {
        didSet { isAutomatic = false }
    }
    /// Not shown.
    public var hidden: Bool
    /// The height is what a program reckoned from the text, not what a person set. Setting ``height`` ends that.
    public var isAutomatic: Bool
    /// Index into ``Workbook/styles`` for cells that have none of their own, or nil.
    public var style: Int?
    /// Level of the outline, from 0.
    public var outlineLevel = 0
    /// The rows of the outline under it are folded away.
    public var isCollapsed = false
    /// The rest of its attributes as the file has them: thick lines above or below.
    public var options: [MarkupElement.Attribute] = []

    /// A row's layout.
    public init(height: Double? = nil, hidden: Bool = false, isAutomatic: Bool = false, style: Int? = nil) {
        self.height = height
        self.hidden = hidden
        self.isAutomatic = isAutomatic
        self.style = style
    }
}
