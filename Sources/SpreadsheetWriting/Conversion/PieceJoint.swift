import Spreadsheet
import SpreadsheetReading

/// Joins the text of the pieces of a sheet.
final class PieceJoint {
    private(set) var notes = ConversionNotes()
    private let encoded: EncodedOutput
    private let bytes: CSVBytes
    private let width: Int
    private let pool: OutputPool
    private var lastRow = -1

    init(_ encoded: EncodedOutput, _ context: SheetTextContext, _ pool: OutputPool) {
        self.pool = pool
        self.encoded = encoded
        bytes = CSVBytes(context.dialect)
        width = context.width
    }

    func restart() throws {
        notes = ConversionNotes()
        lastRow = -1
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
        try encoded.writeBlankLines(piece.firstRow - lastRow - 1, width: width, bytes)
        try encoded.write(piece)
        lastRow = piece.lastRow
        notes.rows = lastRow + 1
    }
}
