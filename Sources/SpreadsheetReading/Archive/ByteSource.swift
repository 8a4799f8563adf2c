import Foundation
import Spreadsheet

/// The bytes of a file, read where they are wanted; or bytes that are in memory already.
///
/// It has no position of its own, so that several may read from it at once.
public final class ByteSource: Sendable {
    private enum Storage: Sendable {
        case memory([UInt8])
        case file(descriptor: Int32)
    }

    /// Name for messages: the last part of a path.
    public let name: String
    /// Number of bytes.
    public let count: Int
    private let storage: Storage

    /// Bytes in memory.
    public init(bytes: [UInt8], name: String) {
        self.name = name
        count = bytes.count
        storage = .memory(bytes)
    }

    /// Opens a file. A pipe that is open already, by its name under `/dev/fd`, is read to its end first; other pipes, devices and sockets are refused.
    ///
    /// - Throws: `ToolError`: 66 when there is no such file, else 65.
    public convenience init(path: String, limits: ReadingLimits = ReadingLimits()) throws {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        // A pipe without a writer would hold us here for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            if errno == ENXIO { throw ReadingError.special(path, kind: "套接字或设备") }
            throw errno == ENOENT || errno == ENOTDIR
                ? ReadingError.noFile(path) : ReadingError.permission(path, cause: String(cString: strerror(errno)))
        }
        var status = stat()
        fstat(descriptor, &status)
        if status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw ReadingError.folder(path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            guard let kind = SpecialFile.kind(status.st_mode, path: path) else {
                _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
                try self.init(draining: descriptor, name: name, limits: limits)
                return
            }
            close(descriptor)
            throw ReadingError.special(path, kind: kind)
        }
        guard Int(status.st_size) <= limits[.file] else {
            close(descriptor)
            throw ReadingError.limit(name, .file, limits)
        }
        self.init(descriptor: descriptor, count: Int(status.st_size), name: name)
    }

    /// Standard input, under a name for messages. A file that is redirected into it is read in place.
    public convenience init(standardInputNamed name: String, limits: ReadingLimits = ReadingLimits()) throws {
        var status = stat()
        let copy = dup(0)
        guard copy >= 0 else { throw ReadingError.permission(name, cause: String(cString: strerror(errno))) }
        if fstat(copy, &status) == 0, status.st_mode & S_IFMT == S_IFREG, lseek(copy, 0, SEEK_CUR) == 0 {
            guard Int(status.st_size) <= limits[.file] else {
                close(copy)
                throw ReadingError.limit(name, .file, limits)
            }
            self.init(descriptor: copy, count: Int(status.st_size), name: name)
            return
        }
        try self.init(draining: copy, name: name, limits: limits)
    }

    /// What comes out of a pipe, to its end or to the bound of a file. Little of it is kept in memory, much in a file without a name.
    private convenience init(draining descriptor: Int32, name: String, limits: ReadingLimits) throws {
        defer { close(descriptor) }
        var drained = Drain(descriptor, name: name, limits: limits)
        switch try drained.run() {
        case .memory(let bytes): self.init(bytes: bytes, name: name)
        case .file(let file, let count): self.init(descriptor: file, count: count, name: name)
        }
    }

    private init(descriptor: Int32, count: Int, name: String) {
        self.name = name
        self.count = count
        storage = .file(descriptor: descriptor)
    }

    deinit {
        if case .file(let descriptor) = storage { close(descriptor) }
    }

    /// Fills a buffer from an offset; gives how much there was, 0 at the end.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset >= 0, offset < count, let target = buffer.baseAddress else { return 0 }
        let wanted = min(buffer.count, count - offset)
        switch storage {
        case .memory(let bytes):
            bytes.withUnsafeBytes { source in
                UnsafeMutableRawBufferPointer(start: target, count: wanted)
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + wanted]))
            }
            return wanted
        case .file(let descriptor):
            var done = 0
            while done < wanted {
                let got = pread(descriptor, target + done, wanted - done, off_t(offset + done))
                if got < 0 {
                    if errno == EINTR { continue }
                    throw ReadingError.permission(name, cause: String(cString: strerror(errno)))
                }
                // Cut off while it is read: what was promised is not there.
                if got == 0 { throw ReadingError.damaged(name, "文件在读取时变短了") }
                done += got
            }
            return done
        }
    }

    /// So many bytes from an offset, fewer at the end.
    public func bytes(at offset: Int, count wanted: Int) throws -> [UInt8] {
        guard offset >= 0, offset < count, wanted > 0 else { return [] }
        var result = [UInt8](repeating: 0, count: min(wanted, count - offset))
        let got = try result.withUnsafeMutableBytes { try read(at: offset, into: $0) }
        result.removeLast(result.count - got)
        return result
    }

    /// Everything. Bytes in memory are not copied.
    public func all() throws -> [UInt8] {
        if case .memory(let bytes) = storage { return bytes }
        return try bytes(at: 0, count: count)
    }
}
