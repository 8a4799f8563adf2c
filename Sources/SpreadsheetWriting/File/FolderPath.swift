import Foundation

/// The folders above a file; those that were missing are known, so that they can go again.
struct FolderPath {
    private var made: [(path: String, entry: CleanupRegistry.Entry?)] = []

    /// The folder that a file is in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes the folders that are missing.
    static func make(_ folder: String, for target: String) throws -> FolderPath {
        var result = FolderPath()
        do {
            try result.make(folder, for: target)
        } catch {
            result.removeMade()
            throw error
        }
        return result
    }

    /// Removes the folders that were made here, unless something else has come into them.
    mutating func removeMade() {
        for folder in made.reversed() { rmdir(folder.path) }
        keepMade()
    }

    /// Lets the folders stay, whatever comes.
    mutating func keepMade() {
        for folder in made { CleanupRegistry.shared.remove(folder.entry) }
        made = []
    }

    private mutating func make(_ folder: String, for target: String) throws {
        var status = stat()
        if stat(folder, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw FileTrouble.noFolder(target, folder, ENOTDIR) }
            return
        }
        guard errno == ENOENT else { throw FileTrouble.noFolder(target, folder, errno) }
        let above = Self.folder(of: folder)
        if above != folder { try make(above, for: target) }
        if mkdir(folder, 0o777) == 0 {
            made.append((folder, CleanupRegistry.shared.add(folder, .folder)))
        } else if errno != EEXIST {
            throw FileTrouble.noFolder(target, folder, errno)
        }
    }
}
