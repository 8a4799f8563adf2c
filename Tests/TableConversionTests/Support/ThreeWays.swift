import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import TestArchive
import Testing

/// The text of a sheet by each of the ways that lead to it.
enum ThreeWays {
    /// By parsers that share pieces of the sheet.
    static func cut(_ bytes: [UInt8], pieceSize: Int, threads: Int, showsFormats: Bool = false) throws -> String {
        let file = try open(bytes)
        var conversion = SheetToText(file: file, entry: file.entries[0], dialect: CSVDialect())
        conversion.pieceSize = pieceSize
        conversion.threads = threads
        conversion.showsFormats = showsFormats
        let output = MemoryOutput()
        let notes = try conversion.run(to: output, named: "表.csv")
        #expect(notes.rows == output.text.utf8.count { $0 == 10 } || output.text.contains("\""))
        return output.text
    }

    /// By the rows as values.
    static func streamed(_ bytes: [UInt8], showsFormats: Bool = false) throws -> String? {
        let file = try open(bytes)
        let entry = file.entries[0]
        let output = MemoryOutput()
        let writer = try writer(file, to: output, showsFormats)
        do {
            try SheetStream(file: file, entry: entry, strings: file.strings()).rows { try writer.write($0) }
        } catch is SheetStream.Disorder {
            return nil
        }
        try writer.finish()
        return output.text
    }

    /// By the workbook that is loaded whole.
    static func loaded(_ bytes: [UInt8], showsFormats: Bool = false) throws -> String {
        let file = try open(bytes)
        let workbook = try WorkbookReader.read(bytes: bytes, fileName: "表.xlsx")
        let output = MemoryOutput()
        let writer = try writer(file, to: output, showsFormats)
        for row in workbook.sheets[0].orderedRows { try writer.write(row) }
        try writer.finish()
        return output.text
    }

    /// The workbook that bytes hold.
    static func open(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws -> XLSXFile {
        var options = ReadingOptions()
        options.limits = limits
        let file = try TableFile.open(ByteSource(bytes: bytes, name: "表.xlsx"), options: options)
        guard case .workbook(let workbook) = file else {
            throw ToolError(code: .fault, message: "不是工作簿", advice: "检查测试。")
        }
        return workbook
    }

    private static func writer(
        _ file: XLSXFile, to output: MemoryOutput, _ showsFormats: Bool
    ) throws -> CellTextWriter {
        try CellTextWriter(
            to: output, named: "表.csv", dialect: CSVDialect(), styles: file.styles,
            uses1904: file.uses1904, width: file.rows(of: file.entries[0]).width(), showsFormats: showsFormats)
    }
}
