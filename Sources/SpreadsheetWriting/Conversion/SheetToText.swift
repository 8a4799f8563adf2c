import Foundation
import Spreadsheet
import SpreadsheetReading

/// Writes one sheet of a workbook as delimited text, its rows as they are read.
public struct SheetToText {
    /// The workbook.
    public var file: XLSXFile
    /// The sheet.
    public var entry: XLSXFile.SheetEntry
    /// How the text is written.
    public var dialect: CSVDialect
    /// Values are written as their formats show them.
    public var showsFormats = false
    /// How many parsers may work at once.
    public var threads = 1
    /// Bytes of the pieces that the parsers share. The result is the same for any size.
    public var pieceSize = SheetRows.usualPieceSize
    /// Told how far it is.
    public var progress: ConversionProgress?

    /// A conversion.
    public init(file: XLSXFile, entry: XLSXFile.SheetEntry, dialect: CSVDialect) {
        self.file = file
        self.entry = entry
        self.dialect = dialect
    }

    /// Writes the text.
    ///
    /// - Parameters:
    ///   - strings: The workbook's texts, when they are read already.
    ///   - output: Takes the bytes.
    ///   - name: Name of the result, for messages.
    /// - Throws: `ToolError`; what was written then is no result.
    public func run(
        strings: StringTable? = nil, to output: any ByteOutput, named name: String
    ) throws -> ConversionNotes {
        let strings = try strings ?? file.strings(threads: threads, pieceSize: pieceSize)
        let encoded = try EncodedOutput(output, dialect: dialect, name: name)
        var rows = file.rows(of: entry)
        rows.pieceSize = pieceSize
        let context = SheetTextContext(
            file: file, entry: entry, strings: strings, showsFormats: showsFormats, widest: try rows.widest(),
            dialect: dialect)
        let pool = OutputPool()
        let joint = PieceJoint(encoded, context, pool)
        if let progress { rows.progress = { progress($0, $1, joint.notes.rows) } }
        do {
            try rows.convert(
                threads: threads, makeWorker: { CSVRowWorker(context, pool: pool) }, restart: joint.restart,
                deliver: joint.append)
        } catch is CSVRowWorker.Disorder {
            try encoded.restart()
            return try SortedSheet(context: context, styles: file.styles).write(
                file.sheet(entry, strings: strings), to: encoded)
        }
        return joint.notes
    }
}
