import Spreadsheet

/// Told how many bytes of how many are read, and how many rows are written.
public typealias ConversionProgress = (_ bytes: Int, _ total: Int, _ rows: Int) -> Void

/// What was noticed while converting, for a person to know.
public struct ConversionNotes: Sendable {
    /// Rows written, or lines of a text.
    public var rows = 0
    /// Cells read.
    public var cells = 0
    /// Formulas that no value was kept with; their fields are empty.
    public var missingValues = 0
    /// The first of them.
    public var firstMissingValue: CellReference?
    /// Line of a text where something follows a closing quotation mark.
    public var strayTextLine: Int?

    /// Nothing yet.
    public init() {}
}
