/// Many columns that are laid out alike, such as all that stand to the right of a form.
public struct WideColumns: Hashable, Sendable {
    /// Columns from 0.
    public var columns: ClosedRange<Int>
    /// Their layout.
    public var layout: ColumnLayout

    /// Columns that are alike.
    public init(columns: ClosedRange<Int>, layout: ColumnLayout) {
        self.columns = columns
        self.layout = layout
    }
}
