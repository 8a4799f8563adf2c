import Foundation
import Spreadsheet

/// A file that appears under its name only when it is whole.
///
/// It is written beside the target. A file that was there is kept until the new one takes its place; after an error, or
/// when this object goes unpublished, nothing is left behind.
public final class OutputFile: ByteOutput {
    private let target: String
    private let replacing: Bool
    private var folders: FolderPath
    private let file: TemporaryFile
    private var written = 0
    private var isOpen = true
    private var isFlushed = false

    /// Refuses what can be refused before any work is done, and makes the temporary file.
    ///
    /// - Parameters:
    ///   - path: The file. Missing folders above it are made.
    ///   - replacing: Whether a file that is already there may be replaced.
    /// - Throws: ``Spreadsheet/ToolError``, exit status 73.
    public init(path: String, replacing: Bool) throws {
        try FileReplacement.refuseEarly(path, replacing: replacing)
        target = path
        self.replacing = replacing
        folders = try FolderPath.make(FolderPath.folder(of: target), for: target)
        do {
            file = try TemporaryFile(beside: target)
        } catch {
            folders.removeMade()
            throw error
        }
    }

    deinit { abandon() }

    /// The path of the temporary file, for a library that writes by name.
    public var temporaryPath: String { file.path }
    /// The folder of the file.
    public var scratchFolder: String { FolderPath.folder(of: target) }

    /// Appends bytes.
    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        // Only of a single piece is the whole size known while it is written.
        try file.append(bytes, size: written == 0 ? bytes.count : nil)
        written += bytes.count
    }

    /// Throws away what was written, to begin again.
    public func truncate() throws {
        try file.truncate()
        written = 0
    }

    /// Flushes the file to the disk and closes it.
    public func finish() throws {
        guard isOpen, !isFlushed else { return }
        isFlushed = true
        try file.flush(size: written == 0 ? nil : written)
    }

    /// Flushes the file to the disk and gives it its name, all or nothing.
    public func publish() throws {
        guard isOpen else { return }
        do {
            try finish()
            try file.publish(replacing: replacing)
        } catch {
            abandon()
            throw error
        }
        isOpen = false
        folders.keepMade()
    }

    /// Removes the file and the folders made for it. Does nothing after ``publish()``.
    public func abandon() {
        guard isOpen else { return }
        isOpen = false
        file.remove()
        folders.removeMade()
    }
}
