import SpreadsheetReading
import Foundation
import Spreadsheet

@testable import SpreadsheetWriting

extension StreamingWorkbookWriter {
    /// Adds a row of texts.
    func addRow(_ texts: [String]) throws {
        var bytes: [UInt8] = [0]
        var fields: [FieldSlice] = []
        for text in texts {
            fields.append(FieldSlice(start: bytes.count, count: text.utf8.count))
            bytes += text.utf8
        }
        try fields.withUnsafeBufferPointer { fields in
            try bytes.withUnsafeBufferPointer { bytes in
                if let start = bytes.baseAddress { try addRow(fields, bytes: start) }
            }
        }
    }
}

/// Files that were written row by row.
enum Streamed {
    /// Writes a file of a folder.
    static func write(
        to path: String, fileName: String = "试.xlsx", largePart: Int = StreamingWorkbookWriter.largePart,
        _ body: (StreamingWorkbookWriter) throws -> Void
    ) throws {
        let output = try OutputFile(path: path, replacing: false)
        let writer = try StreamingWorkbookWriter(
            temporaryPath: output.temporaryPath, scratchFolder: output.scratchFolder, fileName: fileName,
            largePart: largePart)
        try body(writer)
        try writer.finish()
        try output.publish()
    }

    /// Writes rows of texts to one sheet, and gives back what openpyxl reads.
    static func judged(_ rows: [[String]], headingRow: Int? = 0) throws -> Judged.Sheet {
        try judged { writer in
            try writer.beginSheet(named: "表", headingRow: headingRow)
            for row in rows { try writer.addRow(row) }
        }.sheets[0]
    }

    /// Writes a file, and gives back what openpyxl reads.
    static func judged(_ body: (StreamingWorkbookWriter) throws -> Void) throws -> Judged {
        let folder = try TestFolder()
        try write(to: folder.path("试.xlsx"), body)
        return try Judge.read(folder.path("试.xlsx"))
    }
}
