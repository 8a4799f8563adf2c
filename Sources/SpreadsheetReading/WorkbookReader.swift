import Foundation
import Spreadsheet

/// Reads a whole workbook. What a file is, is told by its content, never by its name.
public enum WorkbookReader {
    /// Reads a file. Messages name it by the last part of its path.
    ///
    /// - Throws: `ToolError`, exit status 66 when there is no such file, else 65.
    public static func read(path: String, options: ReadingOptions = ReadingOptions()) throws -> Workbook {
        try read(ByteSource(path: path, limits: options.limits), options: options)
    }

    /// Reads bytes under a name for the messages.
    ///
    /// - Throws: `ToolError`, exit status 65.
    public static func read(
        bytes: [UInt8], fileName: String, options: ReadingOptions = ReadingOptions()
    ) throws -> Workbook {
        try read(ByteSource(bytes: bytes, name: fileName), options: options)
    }

    /// Reads what a source holds.
    ///
    /// - Throws: `ToolError`, exit status 65.
    public static func read(_ source: ByteSource, options: ReadingOptions = ReadingOptions()) throws -> Workbook {
        try read(TableFile.open(source, options: options), options: options)
    }

    /// Reads a file that is open.
    ///
    /// - Throws: `ToolError`, exit status 65.
    public static func read(_ file: TableFile, options: ReadingOptions = ReadingOptions()) throws -> Workbook {
        switch file {
        case .workbook(let file): return try XLSXReader(file: file, options: options).read()
        case .oldWorkbook(let file): return try XLSReader(file: file, options: options).read()
        case .text(let file): return try CSVReader(file: file, options: options).read()
        case .whole(let workbook): return workbook
        }
    }
}
