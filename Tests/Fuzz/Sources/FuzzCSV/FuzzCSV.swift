import FuzzSupport
import Spreadsheet

@testable import SpreadsheetReading
@testable import SpreadsheetWriting

/// Delimited text. The first byte says how it is read, the second how it is written; the rest is the file.
///
/// Three ways to the same text are compared: in pieces by one thread, in pieces by two, record by record.
@main
enum FuzzCSV {
    private static let encodings = [nil, nil, "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5", "Windows-1252"]
    private static let delimiters: [Character?] = [nil, ",", "\t", ";"]
    private static let sizes = [16, 64, 256, TextPieces.usualPieceSize]

    static func main() {
        Driver.run { data, size in
            guard size > 2 else { return -1 }
            let bytes = Driver.bytes(data, size)
            FuzzCSV.convert(Array(bytes.dropFirst(2)), reading: Int(bytes[0]), writing: Int(bytes[1]))
            return 0
        }
    }

    private static func convert(_ bytes: [UInt8], reading: Int, writing: Int) {
        var options = ReadingOptions()
        options.limits = Driver.limits
        options.encoding = encodings[reading & 7]
        options.delimiter = delimiters[reading >> 3 & 3]
        options.limits[.columns] = reading & 0x20 == 0 ? 16_384 : 8
        options.limits[.text] = reading & 0x40 == 0 ? 32_767 : 12
        var dialect = CSVDialect()
        dialect.delimiter = [UInt8(ascii: ","), 9, UInt8(ascii: ";"), UInt8(ascii: "|")][writing & 3]
        dialect.usesCRLF = writing & 4 != 0
        dialect.encoding = ["UTF-8", "UTF-8", "GB18030", "UTF-16LE"][writing >> 3 & 3]
        dialect.hasMark = writing & 0x20 != 0
        let source = ByteSource(bytes: bytes, name: "a.csv")
        let file: TextFile
        do {
            guard case .text(let opened) = try TableFile.open(source, options: options) else { return }
            file = opened
        } catch is ToolError {
            return
        } catch {
            fatalError("not a ToolError: \(error)")
        }
        let recordByRecord = Outcome { try write(file, dialect, $0) }
        var conversion = TextToText(file: file, dialect: dialect)
        conversion.pieceSize = sizes[writing >> 6]
        for threads in 1...2 {
            conversion.threads = threads
            let inPieces = Outcome { _ = try conversion.run(to: $0, named: "out") }
            Outcome.require(inPieces, equals: recordByRecord, "\(threads) threads, record by record")
        }
        _ = Outcome { _ in
            Invariants.check(try WorkbookReader.read(.text(file), options: options))
        }
    }

    private static func write(_ file: TextFile, _ dialect: CSVDialect, _ output: MemoryOutput) throws {
        let encoded = try EncodedOutput(output, dialect: dialect, name: "out")
        let writer = RecordText(from: file.delimiter, dialect, limits: file.limits)
        let piece = RowOutput()
        try file.records { scanner in
            writer.write(scanner, piece.buffer)
            return true
        }
        try encoded.write(piece)
    }
}
