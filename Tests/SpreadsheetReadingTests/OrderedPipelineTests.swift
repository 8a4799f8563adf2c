import Foundation
import Testing

@testable import SpreadsheetReading

struct OrderedPipelineTests {
    private final class Counter: @unchecked Sendable {
        private let lock = NSLock()
        private var begun = 0
        private var most = 0
        private var taken = 0

        func begin() {
            lock.lock()
            begun += 1
            most = max(most, begun - taken)
            lock.unlock()
        }

        func take() {
            lock.lock()
            taken += 1
            lock.unlock()
        }

        var total: Int { lock.withLock { begun } }
        var mostAhead: Int { lock.withLock { most } }
    }

    struct Enough: Error {}

    @Test(arguments: [(0, 1), (1, 4), (50, 1), (200, 4)])
    func everythingComesInItsOrder(count: Int, threads: Int) throws {
        var got: [Int] = []
        try OrderedPieces.run(count: count, threads: threads) { index -> Int in
            if index % 10 == 0 { usleep(2000) }
            return index * 2
        } consume: { index, value in
            #expect(value == index * 2)
            got.append(index)
        }
        #expect(got == Array(0..<count))
    }

    /// A slow first piece, or a slow reader, lets no more than a window of results pile up.
    @Test func workDoesNotRunFarAhead() throws {
        let counter = Counter()
        try OrderedPieces.run(count: 300, threads: 2) { index -> Int in
            counter.begin()
            if index == 0 { usleep(50000) }
            return index
        } consume: { _, _ in
            counter.take()
        }
        #expect(counter.total == 300)
        #expect(counter.mostAhead <= 2 * 8 + 1, "\(counter.mostAhead)")
    }

    @Test func nothingIsBegunAfterAnError() {
        let counter = Counter()
        #expect(throws: Enough.self) {
            try OrderedPieces.run(count: 10000, threads: 2) { index -> Int in
                counter.begin()
                return index
            } consume: { index, _ in
                if index == 5 { throw Enough() }
            }
        }
        #expect(counter.total <= 6 + 2 * 8 + 2)
    }
}
