/// Formats that depend on values (条件格式). Rules name the styles of ``Workbook/differentialStyles`` by number.
public struct ConditionalFormat: Hashable, Sendable {
    /// The cells.
    public var ranges: [CellRange]
    /// Its rules as the file has them.
    public var rules: [MarkupElement]

    /// Conditional formats of some cells.
    public init(ranges: [CellRange], rules: [MarkupElement]) {
        self.ranges = ranges
        self.rules = rules
    }
}
