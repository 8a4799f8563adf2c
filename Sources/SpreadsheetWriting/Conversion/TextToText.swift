import Foundation
import Spreadsheet
import SpreadsheetReading

/// Writes delimited text as delimited text: in another encoding, with another delimiter, quotation marks only where they are needed.
public struct TextToText {
    /// What is read.
    public var file: TextFile
    /// How the text is written.
    public var dialect: CSVDialect
    /// How many threads may work at once.
    public var threads = 1
    /// Bytes of the pieces that the threads share; nil for the usual. The result is the same for any size.
    public var pieceSize: Int?
    /// Told how far it is.
    public var progress: ConversionProgress?

    /// A conversion.
    public init(file: TextFile, dialect: CSVDialect) {
        self.file = file
        self.dialect = dialect
    }

    /// Writes the text.
    ///
    /// - Parameters:
    ///   - output: Takes the bytes.
    ///   - name: Name of the result, for messages.
    /// - Throws: `ToolError`; what was written then is no result.
    public func run(to output: any ByteOutput, named name: String) throws -> ConversionNotes {
        let encoded = try EncodedOutput(output, dialect: dialect, name: name)
        do {
            return try inPieces(encoded)
        } catch is TextPieces.Uncuttable {
            try encoded.restart()
            return try inOrder(encoded)
        }
    }

    private func inPieces(_ encoded: EncodedOutput) throws -> ConversionNotes {
        let pieces = try TextPieces(file, pieceSize: pieceSize ?? TextPieces.usualPieceSize)
        let writer = RecordText(from: file.delimiter, dialect, limits: file.limits)
        var notes = ConversionNotes()
        let pipeline = OrderedPipeline<(TextPieces.Piece, CSVScanner), RowOutput>(
            threads: threads,
            makeWorker: { (try pieces.makePiece(), CSVScanner(delimiter: file.delimiter)) },
            take: { worker in
                progress?(pieces.consumed, file.size, notes.rows)
                return try pieces.take(worker.0)
            },
            work: { worker in
                try pieces.decode(worker.0)
                let output = RowOutput(capacity: worker.0.text.count + 1024)
                let isWhole = worker.0.text.withUnsafeBufferPointer { writer.write($0, worker.1, output.buffer) }
                guard isWhole else { throw TextPieces.Uncuttable() }
                return output
            },
            deliver: { piece in
                notes.rows += piece.cells
                try encoded.write(piece)
            })
        try pipeline.run()
        return notes
    }

    private func inOrder(_ encoded: EncodedOutput) throws -> ConversionNotes {
        let writer = RecordText(from: file.delimiter, dialect, limits: file.limits)
        let output = RowOutput()
        var notes = ConversionNotes()
        let found = try file.records(progress: { done, total in progress?(done, total, notes.rows) }) { scanner in
            writer.write(scanner, output.buffer)
            notes.rows += 1
            if output.count > 1 << 16 {
                try encoded.write(output)
                output.clear()
            }
            return true
        }
        try encoded.write(output)
        notes.strayTextLine = found.strayTextLine
        return notes
    }
}
