/// A link of a range of cells.
public struct Hyperlink: Hashable, Sendable {
    /// The cells.
    public var range: CellRange
    /// Address outside the workbook (`https://…`, `mailto:…`, another file), or nil.
    public var target: String?
    /// Place in the workbook, or in the target, such as `'表 1'!A1`; nil for none.
    public var location: String?
    /// What is shown when the pointer rests on it.
    public var tooltip: String?
    /// The text that the file keeps beside it.
    public var display: String?

    /// A link.
    public init(
        range: CellRange, target: String? = nil, location: String? = nil, tooltip: String? = nil, display: String? = nil
    ) {
        self.range = range
        self.target = target
        self.location = location
        self.tooltip = tooltip
        self.display = display
    }
}
