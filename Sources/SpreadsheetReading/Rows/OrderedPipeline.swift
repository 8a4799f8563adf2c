import Foundation

/// Work on the pieces of one input by several threads, whose results are delivered in the order of the pieces.
///
/// Each thread takes the next piece for itself, so that no thread is there only to hand out work. Results that come too early
/// are kept, but only few of them, so that memory stays bounded.
package final class OrderedPipeline<Worker, Output>: @unchecked Sendable {
    private let threads: Int
    /// How many results that come too early are kept.
    private let room: Int
    private let makeWorker: () throws -> Worker
    private let take: (Worker) throws -> Bool
    private let work: (Worker) throws -> Output
    private let deliver: (Output) throws -> Void

    private let state = NSCondition()
    private var nextPiece = 0
    private var nextDelivery = 0
    private var early: [Int: Output] = [:]
    private var hasEnded = false
    private var failure: (piece: Int, error: any Error)?

    /// - Parameters:
    ///   - threads: how many may work at once.
    ///   - room: how many results that come too early are kept for each thread.
    ///   - makeWorker: what one thread works with.
    ///   - take: puts the next piece of the input into a worker; false at the end. Called by one thread at a time.
    ///   - work: makes the output of the piece that the worker holds.
    ///   - deliver: takes an output. Called by one thread at a time, in the order of the pieces.
    package init(
        threads: Int, room: Int = 2, makeWorker: @escaping () throws -> Worker, take: @escaping (Worker) throws -> Bool,
        work: @escaping (Worker) throws -> Output, deliver: @escaping (Output) throws -> Void
    ) {
        self.threads = max(1, threads)
        self.room = self.threads * room
        self.makeWorker = makeWorker
        self.take = take
        self.work = work
        self.deliver = deliver
    }

    /// Works until the input ends; throws the error of the earliest piece that has one.
    package func run() throws {
        if threads == 1 {
            let worker = try makeWorker()
            while try take(worker) { try deliver(work(worker)) }
            return
        }
        DispatchQueue.concurrentPerform(iterations: threads) { _ in self.runOne() }
        if let failure { throw failure.error }
    }

    private func runOne() {
        state.lock()
        defer {
            state.broadcast()
            state.unlock()
        }
        do {
            let worker = try makeWorker()
            while try takeNext(worker) {
                let piece = nextPiece - 1
                state.unlock()
                let result = Result { try work(worker) }
                state.lock()
                switch result {
                case .success(let output): try deliverInOrder(output, of: piece)
                case .failure(let error): fail(piece, error)
                }
                state.broadcast()
            }
        } catch {
            fail(nextPiece, error)
        }
    }

    private func takeNext(_ worker: Worker) throws -> Bool {
        while early.count >= room, failure == nil { state.wait() }
        guard !hasEnded, failure == nil else { return false }
        guard try take(worker) else {
            hasEnded = true
            return false
        }
        nextPiece += 1
        return true
    }

    private func deliverInOrder(_ output: Output, of piece: Int) throws {
        guard failure == nil else { return }
        early[piece] = output
        while let ready = early.removeValue(forKey: nextDelivery) {
            try deliver(ready)
            nextDelivery += 1
        }
    }

    private func fail(_ piece: Int, _ error: any Error) {
        if failure.map({ piece < $0.piece }) ?? true { failure = (piece, error) }
    }
}
