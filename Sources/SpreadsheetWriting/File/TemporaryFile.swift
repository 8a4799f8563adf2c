import Foundation

/// A file beside the one that it shall become. It is removed unless it was published.
final class TemporaryFile {
    private let target: String
    private let path: String
    private var descriptor: Int32
    private var exists = true

    /// Makes the file, with the permissions of the target where there is one.
    init(beside target: String) throws {
        self.target = target
        let folder = FolderPath.folder(of: target)
        var made: Int32 = -1
        var candidate = ""
        repeat {
            let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
            candidate = (folder == "/" ? "" : folder) + "/.zipingbiao-\(number).tmp"
            made = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        } while made < 0 && (errno == EEXIST || errno == EINTR)
        guard made >= 0 else { throw FileTrouble.error(errno, path: target) }
        path = candidate
        descriptor = made
        var status = stat()
        if stat(target, &status) == 0 { fchmod(made, status.st_mode & 0o7777) }
    }

    deinit { remove() }

    /// Writes everything and flushes it to the disk.
    func write(_ data: Data) throws {
        try data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    throw FileTrouble.error(errno, path: target, size: data.count)
                }
                rest = rest.dropFirst(count)
            }
        }
        guard fsync(descriptor) == 0 else { throw FileTrouble.error(errno, path: target, size: data.count) }
        let closed = close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw FileTrouble.error(errno, path: target, size: data.count) }
    }

    /// Gives the file its name.
    func publish(replacing: Bool) throws {
        let code = replacing ? (rename(path, target) == 0 ? 0 : errno) : renameWhereNone()
        guard code == 0 else {
            throw code == EEXIST && !replacing ? FileTrouble.exists(target) : FileTrouble.error(code, path: target)
        }
        exists = false
        // The name reaches the disk with its folder; where that can't be asked for, the file is there all the same.
        let folder = open(FolderPath.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    /// Closes and removes what is left.
    func remove() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        if exists { unlink(path) }
        exists = false
    }

    /// Gives the name where there is none, in one step; the error number, or 0.
    private func renameWhereNone() -> Int32 {
        // A second name for the same file is refused where the name is taken.
        if link(path, target) == 0 {
            unlink(path)
            return 0
        }
        guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else { return errno }
        // One without second names (FAT): take the name with an empty file, then put the whole one in its place.
        let claim = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard claim >= 0 else { return errno }
        close(claim)
        if rename(path, target) == 0 { return 0 }
        let code = errno
        unlink(target)
        return code
    }
}
