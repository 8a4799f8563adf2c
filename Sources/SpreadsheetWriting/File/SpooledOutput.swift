import Foundation
import Spreadsheet

/// Output for standard output, kept back until it is whole: a conversion that fails never prints half a table.
///
/// The bytes wait in a file without a name, in the temporary folder; it is gone with the process, however that ends.
public final class SpooledOutput: ByteOutput {
    private let target: Int32
    private var descriptor: Int32
    private let folder: String

    /// Output for standard output.
    ///
    /// - Throws: ``Spreadsheet/ToolError``, exit status 73, when the temporary folder can't be used.
    public convenience init() throws {
        try self.init(target: STDOUT_FILENO)
    }

    /// Output for a descriptor, which is not closed.
    init(target: Int32) throws {
        self.target = target
        folder = FileManager.default.temporaryDirectory.path
        descriptor = Descriptor.unnamedFile(in: folder)
        guard descriptor >= 0 else { throw FileTrouble.spool(errno) }
    }

    deinit { abandon() }

    /// A path that leads to the waiting file, for a library that writes by name.
    public var temporaryPath: String { "/dev/fd/\(descriptor)" }
    /// The temporary folder.
    public var scratchFolder: String { folder }

    /// Appends bytes.
    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        let code = Descriptor.write(bytes, to: descriptor)
        guard code == 0 else { throw FileTrouble.spool(code) }
    }

    /// Throws away what was written, to begin again.
    public func truncate() throws {
        let code = Descriptor.truncate(descriptor)
        guard code == 0 else { throw FileTrouble.spool(code) }
    }

    /// Copies everything to standard output. A reader that went away is an error, not the end of the process.
    public func publish() throws {
        guard descriptor >= 0 else { return }
        defer { abandon() }
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileTrouble.spool(errno) }
        try BrokenPipe.quietly { try copy() }
    }

    /// Throws everything away. Does nothing after ``publish()``.
    public func abandon() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    private func copy() throws {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            let count = read(descriptor, chunk.baseAddress, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileTrouble.spool(errno)
            }
            if count == 0 { return }
            let code = Descriptor.write(UnsafeRawBufferPointer(rebasing: chunk[..<count]), to: target)
            guard code == 0 else { throw FileTrouble.standardOutput(code) }
        }
    }
}
