import Foundation

/// The built program, run as a person runs it.
struct Program {
    /// What a run gave.
    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let example = root + "/Templates/guangzhou-department/example"

    /// The program stands beside the tests' own bundle.
    private static let path = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("zipingbiao").path

    /// A folder of the test's own, its working directory.
    let folder: String
    var templates = root + "/Templates"

    init() throws {
        folder = NSTemporaryDirectory() + "zipingbiao-command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ bytes: some Sequence<UInt8>, as name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    func names(in name: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + name)) ?? []).sorted()
    }

    func run(_ arguments: String...) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["ZIPINGBIAO_TEMPLATES": templates]) { $1 }
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a full pipe would stop the program while we wait for it.
        let streams = try ["out", "err"].map { name in
            let path = NSTemporaryDirectory() + "zipingbiao-\(name)-\(UUID().uuidString)"
            try Data().write(to: URL(fileURLWithPath: path))
            return path
        }
        defer { for path in streams { try? FileManager.default.removeItem(atPath: path) } }
        process.standardOutput = FileHandle(forWritingAtPath: streams[0])
        process.standardError = FileHandle(forWritingAtPath: streams[1])
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try String(contentsOfFile: streams[0], encoding: .utf8),
            errors: try String(contentsOfFile: streams[1], encoding: .utf8))
    }
}
