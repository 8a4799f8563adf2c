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
    /// How the text is written.
    public var dialect: CSVDialect

    /// A context.
    public init(
        file: XLSXFile, sheet: String, strings: StringTable, showsFormats: Bool, width: Int, dialect: CSVDialect
    ) {
        self.file = file.name
        self.sheet = sheet
        self.strings = strings
        formats = file.formats
        uses1904 = file.uses1904
        self.showsFormats = showsFormats
        self.width = width
        self.dialect = dialect
    }

    /// A context of a sheet of Excel 5–2003.
    public init(
        file: XLSFile, sheet: String, strings: StringTable, showsFormats: Bool, width: Int, dialect: CSVDialect
    ) {
        self.file = file.name
        self.sheet = sheet
        self.strings = strings
        formats = file.formats
        uses1904 = file.uses1904
        self.showsFormats = showsFormats
        self.width = width
        self.dialect = dialect
    }
}
