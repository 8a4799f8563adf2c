import Spreadsheet
import SpreadsheetReading

/// Writes delimited text as an XLSX file with one sheet.
public struct TextToWorkbook {
    /// What is read.
    public var file: TextFile
    /// Name of the sheet.
    public var sheet: String
    /// The row of the headings, from 0, or nil.
    public var headingRow: Int?
    /// Told how far it is.
    public var progress: ConversionProgress?

    /// A conversion.
    public init(file: TextFile, sheet: String, headingRow: Int?) {
        self.file = file
        self.sheet = sheet
        self.headingRow = headingRow
    }

    /// Writes the file.
    ///
    /// - Parameters:
    ///   - output: Takes the file.
    ///   - name: Name of the result, for messages.
    /// - Throws: `ToolError`; what was written then is no result.
    public func run(to output: any ByteOutput, named name: String) throws -> ConversionNotes {
        let writer = try StreamingWorkbookWriter(
            temporaryPath: output.temporaryPath, scratchFolder: output.scratchFolder, fileName: name)
        try writer.beginSheet(named: sheet, headingRow: headingRow)
        var notes = ConversionNotes()
        let found = try file.records(progress: { progress?($0, $1, notes.rows) }) { scanner in
            try scanner.fields.withUnsafeBufferPointer { try writer.addRow($0, bytes: scanner.bytes) }
            notes.rows += 1
            return true
        }
        try writer.finish()
        notes.strayTextLine = found.strayTextLine
        return notes
    }
}
