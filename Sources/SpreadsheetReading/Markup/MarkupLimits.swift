import Spreadsheet

/// What keeps a hostile page or XML file from taking the machine: all bounds of this folder, in one place.
enum MarkupLimits {
    /// Rows of a sheet.
    static let rows = CellReference.maximumRows
    /// Columns of a sheet.
    static let columns = CellReference.maximumColumns
    /// Cells of a file that hold something, all sheets together.
    static let cells = 5_000_000
    /// Sheets of a file.
    static let sheets = 1024
    /// UTF-16 units of one cell's text: what a workbook can hold.
    static let textUnits = 32_767
    /// Depth of nesting.
    static let depth = 256
    /// The widest `colspan`, as browsers have it.
    static let columnSpan = 1000
    /// The highest `rowspan`, as browsers have it.
    static let rowSpan = 65_534
    /// Places looked at while cells that span others are laid out, all tables together.
    static let steps = 100_000_000
    /// Attributes of one tag of a page: libxml2 compares each with all before it.
    static let attributes = 1000
}
