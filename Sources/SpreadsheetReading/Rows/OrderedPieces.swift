/// Pieces that are known by their number alone, on an ``OrderedPipeline``.
package enum OrderedPieces {
    private final class Slot { var index = 0 }

    /// Does the pieces 0..<count.
    ///
    /// - Parameters:
    ///   - threads: How many may work at once.
    ///   - work: What a piece gives; called on several threads.
    ///   - consume: Takes what each gives, in order, by one thread at a time. When it throws, no more is begun.
    package static func run<Output: Sendable>(
        count: Int, threads: Int, work: @escaping @Sendable (Int) -> Output, consume: (Int, Output) throws -> Void
    ) throws {
        var next = 0
        // Pieces take very different times: one that is slow shall not stop the others.
        try withoutActuallyEscaping(consume) { consume in
            try OrderedPipeline<Slot, (Int, Output)>(
                threads: min(threads, count), room: 8, makeWorker: { Slot() },
                take: { slot in
                    guard next < count else { return false }
                    slot.index = next
                    next += 1
                    return true
                }, work: { ($0.index, work($0.index)) }, deliver: { try consume($0.0, $0.1) }
            ).run()
        }
    }
}
