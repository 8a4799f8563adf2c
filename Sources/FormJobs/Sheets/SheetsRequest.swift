import SpreadsheetReading

/// What a person asks of `sheets`.
public struct SheetsRequest: Sendable {
    /// The file.
    public var input: InputFile
    /// Encoding by which a text is read, whatever its bytes say; nil to find it out.
    public var encoding: String?
    /// Delimiter of a text, or nil to find it out.
    public var delimiter: Character?
    /// Bounds.
    public var limits = ReadingLimits()

    /// A request for that file, with nothing else said.
    public init(input: InputFile) {
        self.input = input
    }
}
