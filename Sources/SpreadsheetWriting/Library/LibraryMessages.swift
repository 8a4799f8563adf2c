import Foundation

/// libxlsxwriter prints warnings of its own, in English, by C's `stderr`. What goes wrong is told by its return codes, in words; its lines go
/// nowhere. Nothing of ours is written by that stream: we write to the descriptor, which stays as it is.
enum LibraryMessages {
    /// Sends C's `stderr` nowhere, once a process.
    static let silenced: Bool = {
        // By its address: the variable itself can't be assigned to where concurrency is checked.
        guard let address = dlsym(nil, "stderr"), let nowhere = fopen("/dev/null", "we") else { return false }
        address.assumingMemoryBound(to: UnsafeMutablePointer<FILE>?.self).pointee = nowhere
        return true
    }()
}
