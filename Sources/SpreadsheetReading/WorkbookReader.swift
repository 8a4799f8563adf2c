import Foundation
import Spreadsheet

/// Reads a whole workbook. What a file is, is told by its content, never by its name.
public enum WorkbookReader {
    /// Reads a file. Messages name it by the last part of its path.
    ///
    /// - Throws: `ToolError`, exit status 66 when there is no such file, else 65.
    public static func read(path: String, options: ReadingOptions = ReadingOptions()) throws -> Workbook {
        try read(bytes: bytes(path: path, options: options), fileName: name(of: path), options: options)
    }

    /// Reads bytes under a name for the messages.
    ///
    /// - Throws: `ToolError`, exit status 65.
    public static func read(
        bytes: [UInt8], fileName: String, options: ReadingOptions = ReadingOptions()
    ) throws -> Workbook {
        guard !bytes.isEmpty else { throw ReadingError.empty(fileName) }
        switch FormatDetection.kind(of: bytes) {
        case .archive:
            let archive = try ZipArchive(bytes: bytes, file: fileName, limit: options.maximumUnpackedBytes)
            if let other = FormatDetection.foreignKind(of: archive) {
                throw ReadingError.format(fileName, other.what, advice: other.advice)
            }
            return try XLSXReader(archive: archive, file: fileName).read()
        case .encrypted:
            throw ReadingError.encrypted(fileName)
        case .foreign(let what, let advice):
            throw ReadingError.format(fileName, what, advice: advice)
        case .text:
            return try CSVReader(fileName: fileName, options: options).read(bytes)
        }
    }

    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private static func bytes(path: String, options: ReadingOptions) throws -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ReadingError.noFile(path)
        }
        if isFolder.boolValue { throw ReadingError.folder(path) }
        guard let file = fopen(path, "rb") else {
            throw ReadingError.permission(path, cause: String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            result.append(contentsOf: chunk[..<count])
            if result.count > options.maximumFileBytes {
                throw ReadingError.tooLarge(name(of: path), limit: options.maximumFileBytes)
            }
            if count < chunk.count { break }
        }
        guard ferror(file) == 0 else {
            throw ReadingError.permission(path, cause: String(cString: strerror(errno)))
        }
        return result
    }
}
