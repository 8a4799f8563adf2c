import Foundation
import Spreadsheet

/// Reads a pipe to its end. What goes beyond some megabytes waits in a file without a name, in the temporary folder: an input that never ends is
/// refused at the bound of a file, and memory stays flat until then.
struct Drain {
    /// Where the bytes are.
    enum Content {
        case memory([UInt8])
        /// An open descriptor, and how many bytes stand there.
        case file(Int32, count: Int)
    }

    /// So many bytes are kept in memory.
    static let mostInMemory = 16 << 20

    private let descriptor: Int32
    private let name: String
    private let limits: ReadingLimits
    private var kept: [UInt8] = []
    private var file: Int32 = -1
    private var count = 0

    /// - Parameter descriptor: Not closed here.
    init(_ descriptor: Int32, name: String, limits: ReadingLimits) {
        self.descriptor = descriptor
        self.name = name
        self.limits = limits
    }

    /// - Throws: `ToolError` (65): more than a file may have, or it can't be read or kept.
    mutating func run() throws -> Content {
        do {
            try readAll()
        } catch {
            if file >= 0 { close(file) }
            throw error
        }
        return file < 0 ? .memory(kept) : .file(file, count: count)
    }

    private mutating func readAll() throws {
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let got = Foundation.read(descriptor, &chunk, chunk.count)
            if got < 0 {
                if errno == EINTR { continue }
                throw ReadingError.permission(name, cause: String(cString: strerror(errno)))
            }
            if got == 0 { return }
            count += got
            if count > limits[.file] { throw ReadingError.limit(name, .file, limits) }
            if file < 0, count <= Self.mostInMemory {
                kept.append(contentsOf: chunk[..<got])
                continue
            }
            if file < 0 {
                try openFile()
                try kept.withUnsafeBytes { try put($0) }
                kept = []
            }
            try chunk.withUnsafeBytes { try put(UnsafeRawBufferPointer(rebasing: $0[..<got])) }
        }
    }

    private mutating func openFile() throws {
        var template = Array((FileManager.default.temporaryDirectory.path + "/.zipingbiao-XXXXXX").utf8CString)
        file = mkstemp(&template)
        guard file >= 0 else { throw unusable(errno) }
        unlink(template)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    }

    private func put(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Foundation.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                throw unusable(errno)
            }
            rest = rest.dropFirst(written)
        }
    }

    private func unusable(_ code: Int32) -> ToolError {
        ToolError(
            code: .notReadable, message: "\(name) 太长，系统的临时文件夹放不下", advice: "请先存成文件再读，或用环境变量 TMPDIR 指定另一个可写的临时文件夹。",
            place: Source(file: name), cause: String(cString: strerror(code)))
    }
}
