import Foundation
import Testing

/// What openpyxl says of a workbook and its copy.
struct Answer: Decodable {
    struct Difference: Decodable {
        var place: String
        var property: String
        var original: String
        var copy: String
    }
    var file: String
    /// What is wrong with the copy.
    var error: String?
    /// Why openpyxl does not read the original.
    var unreadable: String?
    var compared: Int?
    var differences: [Difference]?
}

/// The scripts beside the tests, run by the Python whose openpyxl `make test` installs, or by that of `ZIPINGBIAO_PYTHON`.
enum Judging {
    static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("RoundTrip").path

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    static func run(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        let errors = FileManager.default.temporaryDirectory.appendingPathComponent("judge-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let said = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
            throw Failure(description: "\(program) \(arguments.first ?? ""): \(said.suffix(2000))")
        }
        return data
    }

    static func python(_ script: String, _ arguments: [String]) throws -> Data {
        let python = ProcessInfo.processInfo.environment["ZIPINGBIAO_PYTHON"] ?? "/usr/bin/python3"
        return try run(python, ["-B", folder + "/" + script] + arguments)
    }

    /// Judges originals and their copies.
    static func compare(_ pairs: [(name: String, original: String, copy: String)], in folder: String) throws -> [Answer]
    {
        let list = folder + "/pairs.json"
        let data = try JSONEncoder().encode(pairs.map { [$0.name, $0.original, $0.copy] })
        try data.write(to: URL(fileURLWithPath: list))
        return try JSONDecoder().decode([Answer].self, from: try python("judge.py", [list]))
    }

    /// What LibreOffice prints of originals and of their copies.
    static func print(_ pairs: [(name: String, original: String, copy: String)], in folder: String) throws -> [Printed]
    {
        let list = folder + "/printed.json"
        let data = try JSONEncoder().encode(pairs.map { [$0.name, $0.original, $0.copy] })
        try data.write(to: URL(fileURLWithPath: list))
        return try JSONDecoder().decode([Printed].self, from: try python("pages.py", [list, folder + "/pages"]))
    }
}

/// Pages of a workbook and of its copy, and the largest share of pixels of a page that differ.
struct Printed: Decodable {
    var file: String
    var original: Int
    var copy: Int
    var differs: Double
}
