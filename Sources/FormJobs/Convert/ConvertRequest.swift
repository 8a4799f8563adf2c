import FormRecognition
import SpreadsheetReading
import SpreadsheetWriting
import TableConversion

/// What a person asks of `convert`, apart from where the result goes.
public struct ConvertRequest {
    /// How a text is written, where the person says something of it.
    public struct TextForm: Sendable {
        /// Encoding by name, or nil.
        public var encoding: String?
        /// What stands between the fields, or nil.
        public var delimiter: UInt8?
        /// Writes a byte order mark.
        public var hasMark = false
        /// Texts that would be taken for formulas are marked.
        public var guardsFormulas = false
        /// Ends lines with CR LF; nil goes by what reads it.
        public var usesCRLF: Bool?

        /// Nothing is said.
        public init() {}
    }

    /// The file.
    public var input: InputFile
    /// Encoding of a text that is read; of the result, where what is read has none of its own.
    public var encoding: String?
    /// Encoding by which a text is read, whatever its bytes say.
    public var fromEncoding: String?
    /// Delimiter of a text that is read, or nil to find it out.
    public var delimiter: Character?
    /// Bounds.
    public var limits = ReadingLimits()
    /// Which sheets of a workbook.
    public var sheets = ConversionRequest.Sheets.first
    /// A table is made of the export; nil to leave it as it is.
    public var tidy: TidyOptions?
    /// Values are written as their formats show them.
    public var showsFormats = false
    /// How a text is written.
    public var text = TextForm()
    /// How many threads may work at once.
    public var threads = 1
    /// Told how far it is.
    public var progress: ConversionProgress?

    /// A request for that file, with nothing else said.
    public init(input: InputFile) {
        self.input = input
    }
}
