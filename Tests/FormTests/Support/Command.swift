import Foundation

/// Runs a program and waits for it.
enum Command {
    struct Failed: Error {
        var program: String
        var status: Int32
        var errors: String
    }

    @discardableResult
    static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> (output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        // Files, not pipes: a full pipe would stop the program while we wait for it.
        let folder = try Repository.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["out", "err"] { _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: folder + "/out")
        process.standardError = FileHandle(forWritingAtPath: folder + "/err")
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let output = try String(contentsOfFile: folder + "/out", encoding: .utf8)
        let errors = try String(contentsOfFile: folder + "/err", encoding: .utf8)
        guard process.terminationStatus == 0 else {
            throw Failed(program: program, status: process.terminationStatus, errors: errors)
        }
        return (output, errors)
    }
}
