import Spreadsheet
import SpreadsheetReading

/// What the rows of a sheet need to become text: shared by all workers, never changed.
public struct SheetTextContext: Sendable {
    /// Name of the file, for messages.
    public var file: String
    /// Name of the sheet.
    public var sheet: String
    /// Texts that cells name by number.
    public var strings: StringTable
    /// The number formats of the styles.
    public var formats: [NumberFormat]
    /// Whether dates count from 1904.
    public var uses1904: Bool
    /// Values are written as their formats show them.
    public var showsFormats: Bool
    /// Fields that every row has at least.
    public var width: Int
    /// The cell for which every row has so many; nil where none is known.
    public var widest: CellReference?
    /// How many empty fields may be written.
    public let bound: BlankBound
    /// How the text is written.
    public var dialect: CSVDialect

    /// A context.
    ///
    /// - Parameter widest: The cell by which all rows are made equally wide.
    public init(
        file: XLSXFile, entry: XLSXFile.SheetEntry, strings: StringTable, showsFormats: Bool, widest: CellReference?,
        dialect: CSVDialect
    ) {
        self.file = file.name
        sheet = entry.name
        bound = BlankBound(file: file, entry: entry)
        self.strings = strings
        formats = file.formats
        uses1904 = file.uses1904
        self.showsFormats = showsFormats
        self.widest = widest
        width = widest.map { $0.column + 1 } ?? 0
        self.dialect = dialect
    }

    /// A context of a sheet of Excel 5–2003.
    ///
    /// - Parameter widest: The cell by which all rows are made equally wide.
    public init(
        file: XLSFile, entry: XLSFile.SheetEntry, strings: StringTable, showsFormats: Bool, widest: CellReference?,
        dialect: CSVDialect
    ) {
        self.file = file.name
        sheet = entry.name
        bound = BlankBound(file: file, entry: entry)
        self.strings = strings
        formats = file.formats
        uses1904 = file.uses1904
        self.showsFormats = showsFormats
        self.widest = widest
        width = widest.map { $0.column + 1 } ?? 0
        self.dialect = dialect
    }

    /// The error of so many empty fields before a cell, which names the cell that they are owed to.
    func tooFar(_ count: Int, gap: Int, cell: CellReference) -> ToolError {
        // Lines that are not there, or the width of each?
        let isWide = width > max(gap, cell.column)
        return bound.error(count, cell: isWide ? widest ?? cell : cell)
    }
}
