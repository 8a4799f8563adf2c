import Foundation
import SpreadsheetWriting

/// Keeps a result in memory.
final class MemoryOutput: ByteOutput {
    private(set) var bytes: [UInt8] = []

    var temporaryPath: String { "/dev/null" }
    var scratchFolder: String { NSTemporaryDirectory() }

    func write(_ bytes: UnsafeRawBufferPointer) throws { self.bytes.append(contentsOf: bytes) }
    func truncate() throws { bytes = [] }
    func publish() throws {}
    func abandon() {}
}
