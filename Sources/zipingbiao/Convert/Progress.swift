import Foundation

/// One line on a terminal, for what takes over a second: rows, speed, time left.
final class Progress: @unchecked Sendable {
    private let start = DispatchTime.now().uptimeNanoseconds
    private let isShown: Bool
    private var lastShown: UInt64 = 0
    private var isOnScreen = false

    init(isQuiet: Bool) { isShown = !isQuiet && isatty(STDERR_FILENO) == 1 }

    /// Called by one thread at a time.
    func update(_ bytes: Int, _ total: Int, _ rows: Int) {
        guard isShown else { return }
        let now = DispatchTime.now().uptimeNanoseconds
        let elapsed = now - start
        guard elapsed > 1_000_000_000, now - lastShown > 200_000_000, total > 0 else { return }
        lastShown = now
        let seconds = Double(elapsed) / 1e9
        let speed = Double(bytes) / seconds
        let left = speed > 0 ? Double(total - bytes) / speed : 0
        let megabytes = (speed / 1e5).rounded() / 10
        write(
            "\r已处理 \(rows) 行，\(megabytes) MB/秒，\(min(100, bytes * 100 / total))%，还需约 \(Int(left.rounded(.up))) 秒\u{1B}[K"
        )
        isOnScreen = true
    }

    /// Of so many files so many are done. Called by one thread at a time.
    func update(files done: Int, of all: Int) {
        guard isShown, done > 0 else { return }
        let now = DispatchTime.now().uptimeNanoseconds
        let elapsed = now - start
        guard elapsed > 1_000_000_000, now - lastShown > 200_000_000 else { return }
        lastShown = now
        let left = Double(elapsed) / 1e9 / Double(done) * Double(all - done)
        write("\r已核对 \(done)/\(all) 个文件，还需约 \(Int(left.rounded(.up))) 秒\u{1B}[K")
        isOnScreen = true
    }

    /// Wipes the line.
    func finish() {
        if isOnScreen { write("\r\u{1B}[K") }
        isOnScreen = false
    }

    deinit { finish() }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
