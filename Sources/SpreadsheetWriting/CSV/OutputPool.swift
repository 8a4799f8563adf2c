import Foundation
import SpreadsheetReading

/// Outputs that can be used again, so that fresh memory is not asked for with each piece.
final class OutputPool: @unchecked Sendable {
    private let lock = NSLock()
    private var free: [RowOutput] = []

    /// An empty output.
    func take() -> RowOutput {
        lock.lock()
        defer { lock.unlock() }
        return free.popLast() ?? RowOutput(capacity: 1 << 17)
    }

    /// Gives an output back.
    func give(_ output: RowOutput) {
        output.clear()
        lock.lock()
        defer { lock.unlock() }
        free.append(output)
    }
}
