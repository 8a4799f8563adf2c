import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

/// What openpyxl reads in a written file.
struct Judged: Decodable {
    struct Font: Decodable, Equatable {
        var name: String
        var size: Double
        var bold: Bool
        var italic: Bool
        var underline: Bool
        var strike: Bool
        var color: String?
        var charset: Int?
    }
    struct Edge: Decodable, Equatable {
        var style: String
        var color: String?
    }
    struct Alignment: Decodable, Equatable {
        var horizontal: String
        var vertical: String
        var wraps: Bool
        var shrinks: Bool
        var indent: Int
        var rotation: Int
    }
    struct Cell: Decodable {
        var value: String?
        var kind: String
        var cached: String?
        var cachedKind: String
        var font: Font
        var fill: String?
        var border: [String: Edge]
        var alignment: Alignment
        var numberFormat: String
    }
    struct Sheet: Decodable {
        var name: String
        var state: String
        var cells: [String: Cell]
        var merges: [String]
        var widths: [String: Double]
        var hiddenColumns: [String]
        var heights: [String: Double]
        var hiddenRows: [Int]
        var defaultHeight: Double
        var defaultWidth: Double?
        var paper: Int?
        var orientation: String
        var scale: Int?
        var fit: [Int]?
        var margins: [Double]
        var header: String?
        var footer: String?
        var centered: [Bool]
        var printArea: String?
        var titleRows: String?
        var breaks: [Int]
        var frozen: String?
        var gridlines: Bool
        var zoom: Int
        var selected: Bool
    }
    var sheets: [Sheet]
    var active: String
    var created: String
    var creator: String
}

/// Runs openpyxl. Without it (package python3-openpyxl) the tests that need it fail and say so.
enum Judge {
    static func read(_ path: String) throws -> Judged {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("judge.py").path
        let output = try Tool.run("/usr/bin/python3", ["-B", script, path])
        return try JSONDecoder().decode(Judged.self, from: output)
    }

    /// Writes a workbook of one sheet and gives back what openpyxl reads.
    static func written(_ sheet: Sheet, styles: [CellStyle] = [CellStyle()]) throws -> Judged.Sheet {
        let judged = try written(Workbook(fileName: "试.xlsx", sheets: [sheet], styles: styles))
        return try #require(judged.sheets.first)
    }

    /// Writes a workbook and gives back what openpyxl reads.
    static func written(_ workbook: Workbook) throws -> Judged {
        let folder = try TestFolder()
        try WorkbookWriter.write(workbook, to: folder.path("试.xlsx"))
        return try read(folder.path("试.xlsx"))
    }

    /// Writes a workbook and gives back the text of a part, as `unzip` sees it.
    static func part(_ name: String, of workbook: Workbook) throws -> String {
        let folder = try TestFolder()
        try WorkbookWriter.write(workbook, to: folder.path("试.xlsx"))
        let output = try Tool.run("/usr/bin/unzip", ["-p", folder.path("试.xlsx"), name])
        return String(decoding: output, as: UTF8.self)
    }
}

/// Another program.
enum Tool {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    static func run(_ program: String, _ arguments: [String]) throws -> Data {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Failure(description: "\(program) is missing: make test-packages")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let hint = said.contains("No module named 'openpyxl'") ? " (make test-packages)" : ""
            throw Failure(description: "\(program) \(arguments): \(said)\(hint)")
        }
        return data
    }
}
