import Spreadsheet
import SpreadsheetReading

/// Writes one sheet of a workbook of Excel 5–2003 as delimited text, its rows as they are read.
public struct OldSheetToText {
    /// The workbook.
    public var file: XLSFile
    /// The sheet.
    public var entry: XLSFile.SheetEntry
    /// How the text is written.
    public var dialect: CSVDialect
    /// Values are written as their formats show them.
    public var showsFormats = false
    /// Told how far it is.
    public var progress: ConversionProgress?

    /// A conversion.
    public init(file: XLSFile, entry: XLSFile.SheetEntry, dialect: CSVDialect) {
        self.file = file
        self.entry = entry
        self.dialect = dialect
    }

    /// Writes the text.
    ///
    /// - Parameters:
    ///   - output: Takes the bytes.
    ///   - name: Name of the result, for messages.
    /// - Throws: `ToolError`; what was written then is no result.
    public func run(to output: any ByteOutput, named name: String) throws -> ConversionNotes {
        let strings = try file.strings()
        let encoded = try EncodedOutput(output, dialect: dialect, name: name)
        var rows = file.rows(of: entry)
        let context = SheetTextContext(
            file: file, entry: entry, strings: strings, showsFormats: showsFormats, widest: try rows.widest(),
            dialect: dialect)
        let pool = OutputPool()
        let joint = PieceJoint(encoded, context, pool)
        if let progress { rows.progress = { progress($0, $1, joint.notes.rows) } }
        do {
            try rows.convert(worker: CSVRowWorker(context, pool: pool), deliver: joint.append)
        } catch is CSVRowWorker.Disorder {
            try encoded.restart()
            return try SortedSheet(context: context, styles: file.styles).write(
                file.sheet(entry, strings: strings), to: encoded)
        }
        return joint.notes
    }
}
