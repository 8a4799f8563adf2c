import Foundation
import SpreadsheetWriting

/// Keeps a result in memory.
final class MemoryOutput: ByteOutput {
    private(set) var bytes: [UInt8] = []
    /// How often it was begun again.
    private(set) var truncations = 0
    private(set) var isPublished = false

    var temporaryPath: String { "/dev/null" }
    var scratchFolder: String { NSTemporaryDirectory() }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    func write(_ bytes: UnsafeRawBufferPointer) throws { self.bytes.append(contentsOf: bytes) }

    func truncate() throws {
        bytes = []
        truncations += 1
    }

    func publish() throws { isPublished = true }
    func abandon() {}
}
