import Foundation

/// Does many pieces of work on all cores and hands on what they give in their order.
enum OrderedWork {
    private final class State<Output: Sendable>: @unchecked Sendable {
        let condition = NSCondition()
        let count: Int
        /// How far work may run ahead of what is handed on, so that a slow piece lets no others pile up.
        let window: Int
        private var next = 0
        private var handedOn = 0
        private var isStopped = false
        private var running: Int
        private var results: [Int: Output] = [:]

        init(count: Int, threads: Int) {
            self.count = count
            window = threads * 8
            running = threads
        }

        private func locked<Value>(_ body: () -> Value) -> Value {
            condition.lock()
            defer { condition.unlock() }
            return body()
        }

        /// The number of the next piece, or nil when there is none.
        func take() -> Int? {
            locked {
                while !isStopped, next < count, next >= handedOn + window { condition.wait() }
                guard !isStopped, next < count else { return nil }
                next += 1
                return next - 1
            }
        }

        func put(_ output: Output, at index: Int) {
            locked {
                results[index] = output
                condition.broadcast()
            }
        }

        func wait(for index: Int) -> Output? {
            locked {
                while results[index] == nil, running > 0 { condition.wait() }
                handedOn = index + 1
                condition.broadcast()
                return results.removeValue(forKey: index)
            }
        }

        func end() {
            locked {
                running -= 1
                condition.broadcast()
            }
        }

        func stop() {
            locked {
                isStopped = true
                condition.broadcast()
                while running > 0 { condition.wait() }
            }
        }
    }

    /// Runs the pieces 0..<count.
    ///
    /// - Parameters:
    ///   - work: What a piece gives; called on several threads.
    ///   - consume: Takes what each gives, on this thread, in order. When it throws, no more is begun.
    static func run<Output: Sendable>(
        count: Int, threads: Int = max(1, ProcessInfo.processInfo.activeProcessorCount),
        work: @escaping @Sendable (Int) -> Output, consume: (Int, Output) throws -> Void
    ) throws {
        let threads = min(threads, max(1, count))
        let state = State<Output>(count: count, threads: threads)
        for _ in 0..<threads {
            let thread = Thread {
                while let index = state.take() { state.put(work(index), at: index) }
                state.end()
            }
            // As much as the main thread has: forms are read by recursion.
            thread.stackSize = 8 << 20
            thread.start()
        }
        defer { state.stop() }
        for index in 0..<count {
            guard let output = state.wait(for: index) else { return }
            try consume(index, output)
        }
    }
}
