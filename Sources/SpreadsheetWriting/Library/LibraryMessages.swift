import Foundation

/// libxlsxwriter prints warnings of its own, in English, by C's `stderr`. What goes wrong is told by its return codes, in words; its lines go
/// nowhere. Nothing of the program's is written by that stream: it writes to the descriptor, which stays as it is.
public enum LibraryMessages {
    /// Sends C's `stderr` nowhere, for the whole process: only a program that writes nothing by it may ask for that. Gives whether it could be done.
    @discardableResult
    public static func silence() -> Bool {
        // By its address: the variable itself can't be assigned to where concurrency is checked.
        guard let address = dlsym(nil, "stderr") else { return false }
        return silence(address.assumingMemoryBound(to: UnsafeMutablePointer<FILE>?.self))
    }

    /// Lets a stream lead nowhere.
    static func silence(_ stream: UnsafeMutablePointer<UnsafeMutablePointer<FILE>?>) -> Bool {
        guard let nowhere = fopen("/dev/null", "we") else { return false }
        stream.pointee = nowhere
        return true
    }
}
