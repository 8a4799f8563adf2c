import Foundation

/// A file beside the one that it shall become. It is removed unless it was published.
final class TemporaryFile {
    /// Where it is.
    let path: String
    private let target: String
    private var descriptor: Int32
    private var exists = true
    private var entry: CleanupRegistry.Entry?
    /// Bytes appended, and of how many of them the disk was told.
    private var appended = 0
    private var begun = 0
    private static let stretch = 8 << 20

    /// Makes the file, with the permissions of the target where there is one.
    init(beside target: String) throws {
        self.target = target
        let folder = FolderPath.folder(of: target)
        Leftovers.remove(beside: target)
        var made: Int32 = -1
        var candidate = ""
        var entry: CleanupRegistry.Entry?
        repeat {
            CleanupRegistry.shared.remove(entry)
            candidate = (folder == "/" ? "" : folder) + "/" + Leftovers.name(for: target)
            // Noted before it is there: an interruption in between must not leave it.
            entry = CleanupRegistry.shared.add(candidate, .file)
            made = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        } while made < 0 && (errno == EEXIST || errno == EINTR)
        guard made >= 0 else {
            let code = errno
            CleanupRegistry.shared.remove(entry)
            throw FileTrouble.error(code, path: target)
        }
        path = candidate
        self.entry = entry
        descriptor = made
        var status = stat()
        if lstat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG { fchmod(made, status.st_mode & 0o7777) }
    }

    deinit { remove() }

    /// Appends bytes; `size` is what the whole file needs, where that is known.
    func append(_ bytes: UnsafeRawBufferPointer, size: Int? = nil) throws {
        try check(Descriptor.write(bytes, to: descriptor), size: size)
        appended += bytes.count
        guard appended - begun >= Self.stretch else { return }
        // The disk begins with it now: flushing 130 MB at the end takes up to 90 ms, in which nothing else is done.
        Descriptor.beginFlush(descriptor, from: begun, count: appended - begun)
        begun = appended
    }

    /// Empties the file.
    func truncate() throws {
        try check(Descriptor.truncate(descriptor), size: nil)
        appended = 0
        begun = 0
    }

    /// Flushes everything to the disk, also what others wrote by the file's name, and closes it.
    func flush(size: Int? = nil) throws {
        try check(fsync(descriptor) == 0 ? 0 : errno, size: size)
        let closed = close(descriptor)
        descriptor = -1
        try check(closed == 0 ? 0 : errno, size: size)
    }

    /// Gives the file its name.
    func publish(replacing: Bool) throws {
        // Whoever has it open would write it back over what is written now.
        if replacing, access(target, F_OK) == 0, let lock = OpenElsewhere.lock(of: target) {
            throw FileTrouble.isOpen(target, lock: lock)
        }
        let code = replacing ? (rename(path, target) == 0 ? 0 : errno) : renameWhereNone()
        guard code == 0 else {
            throw code == EEXIST && !replacing ? FileTrouble.exists(target) : FileTrouble.error(code, path: target)
        }
        exists = false
        forget()
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
        forget()
    }

    private func forget() {
        CleanupRegistry.shared.remove(entry)
        entry = nil
    }

    private func check(_ code: Int32, size: Int?) throws {
        guard code == 0 else { throw FileTrouble.error(code, path: target, size: size) }
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
