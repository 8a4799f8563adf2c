import Foundation

/// Writing to a pipe whose reader may have gone away.
enum BrokenPipe {
    /// Runs `body` with SIGPIPE held back on this thread, so that a reader that went away is an error number and not the
    /// end of the process. What the process does with the signal elsewhere stays as it is.
    static func quietly(_ body: () throws -> Void) rethrows {
        var pipe = sigset_t()
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        var before = sigset_t()
        pthread_sigmask(SIG_BLOCK, &pipe, &before)
        defer {
            // Takes the signal that a broken pipe left waiting before it is let through again.
            var none = timespec()
            while sigtimedwait(&pipe, nil, &none) < 0, errno == EINTR {}
            pthread_sigmask(SIG_SETMASK, &before, nil)
        }
        try body()
    }
}
