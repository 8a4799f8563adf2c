import FormRecognition
import FormTemplates
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting

/// What a person asks of a conversion.
public struct ConversionRequest {
    /// Which sheets of a workbook.
    public enum Sheets: Sendable, Hashable {
        /// The first that has cells.
        case first
        /// One, by its name or its number from 1.
        case one(String)
        /// Each into a file of its own.
        case all
    }

    /// What is written.
    public enum Target: Sendable {
        /// Delimited text.
        case text(CSVDialect)
        /// XLSX.
        case workbook
    }

    /// Sheets.
    public var sheets = Sheets.first
    /// What is written.
    public var target: Target
    /// Values are written as their formats show them.
    public var showsFormats = false
    /// A table is made of the export; nil to leave it as it is.
    public var tidy: TidyOptions?
    /// Words for headings, totals and notes; nil when they can't be had.
    public var labels: LabelTable?
    /// Bounds.
    public var limits = ReadingLimits()
    /// How many threads may work at once.
    public var threads = 1
    /// Told how far it is.
    public var progress: ConversionProgress?

    /// A request for that target.
    public init(target: Target) { self.target = target }
}

/// What became of one sheet.
public struct ConvertedSheet: Sendable {
    /// Name of the result.
    public var name: String
    /// Rows written.
    public var rows: Int
    /// What a person should know, in Chinese.
    public var notes: [String]
}
