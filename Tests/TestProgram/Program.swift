import Foundation

/// The built program, run as a person runs it.
package struct Program {
    /// What a run gave.
    package struct Result {
        package var status: Int32
        /// What stood on standard output.
        package var bytes: [UInt8]
        package var errors: String
        package var output: String { String(decoding: bytes, as: UTF8.self) }
    }

    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    package static let example = root + "/Templates/guangzhou-department/example"

    /// The program stands beside the tests' own bundle.
    private static let path = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("zipingbiao").path

    /// A folder of the test's own, its working directory.
    package let folder: String
    package var templates = root + "/Templates"

    package init() throws {
        folder = NSTemporaryDirectory() + "zipingbiao-command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    package func remove() { try? FileManager.default.removeItem(atPath: folder) }

    package func write(_ bytes: some Sequence<UInt8>, as name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    package func read(_ name: String) -> [UInt8] {
        [UInt8](FileManager.default.contents(atPath: folder + "/" + name) ?? Data())
    }

    package func text(_ name: String) -> String { String(decoding: read(name), as: UTF8.self) }

    package func names(in name: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + name)) ?? []).sorted()
    }

    /// Runs to the end.
    package func run(_ arguments: String...) throws -> Result { try run(arguments) }

    /// Runs to the end.
    ///
    /// - Parameters:
    ///   - input: What standard input holds, through a pipe.
    ///   - openFiles: How many files it may have open at once.
    ///   - inputPath: What standard input is, instead of nothing.
    ///   - outputPath: Where its standard output goes instead of to a file of ours.
    package func run(
        _ arguments: [String], input: [UInt8]? = nil, openFiles: Int? = nil, inputPath: String? = nil,
        outputPath: String? = nil
    )
        throws -> Result
    {
        let process = process(arguments)
        if let openFiles {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "ulimit -n \(openFiles) && exec \"$0\" \"$@\"", Self.path] + arguments
        }
        // Files, not pipes: a full pipe would stop the program while we wait for it.
        let streams = try ["out", "err"].map { name in
            let path = NSTemporaryDirectory() + "zipingbiao-\(name)-\(UUID().uuidString)"
            try Data().write(to: URL(fileURLWithPath: path))
            return path
        }
        defer { for path in streams { try? FileManager.default.removeItem(atPath: path) } }
        process.standardOutput = FileHandle(forWritingAtPath: outputPath ?? streams[0])
        process.standardError = FileHandle(forWritingAtPath: streams[1])
        if let inputPath { process.standardInput = FileHandle(forReadingAtPath: inputPath) }
        let pipe = Pipe()
        if input != nil { process.standardInput = pipe }
        try process.run()
        if let input {
            try? pipe.fileHandleForWriting.write(contentsOf: Data(input))
            try? pipe.fileHandleForWriting.close()
        }
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            bytes: [UInt8](FileManager.default.contents(atPath: streams[0]) ?? Data()),
            errors: try String(contentsOfFile: streams[1], encoding: .utf8))
    }

    /// Starts it, and does not wait; what it prints is lost.
    package func start(_ arguments: String...) throws -> Process {
        let process = process(arguments)
        // The thread of a test holds signals back, and what it starts would do so too.
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
        return process
    }

    private func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(
            // The templates of whoever runs the tests are none of theirs.
            ["ZIPINGBIAO_TEMPLATES": templates, "XDG_CONFIG_HOME": folder + "/.config"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }
}
