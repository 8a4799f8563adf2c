import Spreadsheet
import SpreadsheetReading

/// Joins the text of the pieces of a sheet.
final class PieceJoint {
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
