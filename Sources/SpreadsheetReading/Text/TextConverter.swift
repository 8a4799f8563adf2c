import Foundation

/// A converter between encodings by the system's iconv. Not to be used by two threads at once.
public final class TextConverter: @unchecked Sendable {
    private let handle: iconv_t

    /// A converter; nil when the system doesn't know one of the names.
    public init?(from: String, to: String = "UTF-8") {
        guard let handle = iconv_open(to, from), Int(bitPattern: handle) != -1 else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// Appends the converted bytes; gives how many input bytes were converted: fewer than all when the next one is wrong, can't be said in
    /// the other encoding, or is the beginning of a character that is not whole.
    public func convert(_ bytes: UnsafeRawBufferPointer, into result: inout [UInt8]) -> Int {
        let chunk = 1 << 16
        var done = 0
        while done < bytes.count {
            var step = 0
            var status: Int32 = 0
            let used = result.count
            result.append(contentsOf: repeatElement(0, count: chunk))
            let made = result.withUnsafeMutableBytes { buffer in
                let room = UnsafeMutableRawBufferPointer(rebasing: buffer[used...])
                return convert(UnsafeRawBufferPointer(rebasing: bytes[done...]), into: room, consumed: &step, &status)
            }
            result.removeLast(chunk - made)
            done += step
            if status != 0, status != E2BIG { break }
        }
        return done
    }

    /// Converts into a buffer; gives how many bytes were made. The status is 0, or the error number of iconv.
    public func convert(
        _ bytes: UnsafeRawBufferPointer, into buffer: UnsafeMutableRawBufferPointer, consumed: inout Int,
        _ status: inout Int32
    ) -> Int {
        // The interface of iconv is older than `const`: it does not write to its input.
        var from = UnsafeMutablePointer(mutating: bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
        var left = bytes.count
        var to = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = buffer.count
        let answer = iconv(handle, &from, &left, &to, &room)
        status = answer == -1 || answer == Int.max ? errno : 0
        consumed = bytes.count - left
        return buffer.count - room
    }

    /// Forgets what a character that was not whole left behind.
    public func reset() { iconv(handle, nil, nil, nil, nil) }
}
