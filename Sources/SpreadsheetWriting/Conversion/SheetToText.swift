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
            return try inOrder(strings, encoded, context)
        }
        return joint.notes
    }

    /// A sheet whose rows or cells do not stand in their order is loaded whole.
    private func inOrder(
        _ strings: StringTable, _ encoded: EncodedOutput, _ context: SheetTextContext
    ) throws -> ConversionNotes {
        try encoded.restart()
        let sheet = try file.sheet(entry, strings: strings)
        let writer = CellTextWriter(
            encoded, dialect: dialect, styles: file.styles, uses1904: file.uses1904, width: context.width,
            showsFormats: showsFormats)
        writer.bound = context.bound
        writer.widest = context.widest
        for row in sheet.orderedRows { try writer.write(row) }
        try writer.finish()
        var notes = ConversionNotes()
        notes.rows = writer.rows
        notes.cells = sheet.cells.count
        let missing = sheet.cells.filter { $0.value.lacksCachedValue }.keys
        notes.missingValues = missing.count
        notes.firstMissingValue = missing.min()
        return notes
    }
}

/// Joins the text of the pieces of a sheet.
private final class PieceJoint {
    private(set) var notes = ConversionNotes()
    private let encoded: EncodedOutput
    private let bytes: CSVBytes
    private let context: SheetTextContext
    private let pool: OutputPool
    private var lastRow = -1
    private var blanks = 0

    init(_ encoded: EncodedOutput, _ context: SheetTextContext, _ pool: OutputPool) {
        self.pool = pool
        self.encoded = encoded
        bytes = CSVBytes(context.dialect)
        self.context = context
    }

    func restart() throws {
        notes = ConversionNotes()
        lastRow = -1
        blanks = 0
        try encoded.restart()
    }

    func append(_ piece: RowOutput) throws {
        defer { pool.give(piece) }
        notes.cells += piece.cells
        notes.missingValues += piece.missingValues
        if notes.firstMissingValue == nil, let place = piece.firstMissingValue {
            notes.firstMissingValue = CellReference(row: place.row, column: place.column)
        }
        guard piece.firstRow >= 0 else { return }
        guard piece.firstRow > lastRow else { throw CSVRowWorker.Disorder() }
        let gap = piece.firstRow - lastRow - 1
        blanks += piece.blanks + gap * max(1, context.width)
        guard blanks <= context.bound.most else {
            throw context.tooFar(
                blanks, gap: gap, cell: CellReference(row: piece.firstRow, column: max(0, piece.firstColumn)))
        }
        try encoded.writeBlankLines(gap, width: context.width, bytes)
        try encoded.write(piece)
        lastRow = piece.lastRow
        notes.rows = lastRow + 1
    }
}
