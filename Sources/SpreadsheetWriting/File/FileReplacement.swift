import Foundation
import Spreadsheet

/// Puts bytes under a name, all or nothing.
public enum FileReplacement {
    /// Writes to a temporary file beside the target, flushes it to the disk, then gives it its name.
    ///
    /// A file that was there is kept until the new one is whole. Without `replacing` two writers can't both succeed:
    /// the name is given only where there is none. After an error nothing is left behind.
    ///
    /// - Parameters:
    ///   - data: The whole content.
    ///   - path: The file. Missing folders above it are made.
    ///   - replacing: Whether a file that is already there may be replaced.
    public static func write(_ data: Data, to path: String, replacing: Bool = false) throws {
        let output = try OutputFile(path: path, replacing: replacing)
        try data.withUnsafeBytes { try output.write($0) }
        try output.publish()
    }

    /// Refuses what can be refused before any work is done. What is decided here can change until the end, so the end
    /// decides it again.
    static func refuseEarly(_ path: String, replacing: Bool) throws {
        guard !path.isEmpty else {
            throw FileTrouble.error(ENOENT, path: path)
        }
        if path.hasSuffix("/") { throw FileTrouble.isFolder(path) }
        var status = stat()
        // A link is itself, wherever it leads: nothing is ever written through one.
        guard lstat(path, &status) == 0 else {
            switch errno {
            case ENOENT: return
            case let code: throw FileTrouble.error(code, path: path)
            }
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw FileTrouble.isFolder(path)
        case S_IFREG: if !replacing { throw FileTrouble.exists(path) }
        case S_IFLNK: throw replacing ? FileTrouble.isLink(path) : FileTrouble.exists(path)
        default: throw replacing ? FileTrouble.notAFile(path) : FileTrouble.exists(path)
        }
    }

    /// The last component of a path, for messages.
    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
