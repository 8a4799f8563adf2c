import Foundation

/// Writing to a descriptor until everything is written.
enum Descriptor {
    /// Writes all the bytes; the error number, or 0.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            rest = rest.dropFirst(count)
        }
        return 0
    }

    /// Lets the disk begin with bytes that were just written, without waiting for it. A hint: what comes of it, flushing tells.
    static func beginFlush(_ descriptor: Int32, from offset: Int, count: Int) {
        #if os(Linux)
            // Of what is not on the disk yet, this writes all and drops nothing.
            posix_fadvise(descriptor, off_t(offset), off_t(count), POSIX_FADV_DONTNEED)
        #endif
    }

    /// Empties a file; the error number, or 0.
    static func truncate(_ descriptor: Int32) -> Int32 {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { return errno }
        return 0
    }

    /// A file without a name in a folder, gone when it is closed; negative, with `errno`, when there can be none.
    static func unnamedFile(in folder: String) -> Int32 {
        var template = Array((folder + "/.zipingbiao-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return descriptor }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }
}
