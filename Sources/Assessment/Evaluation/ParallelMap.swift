import Foundation
import Synchronization

extension Array where Element: Sendable {
    /// Maps on all cores where there are so many elements that it pays; the results stand in order.
    ///
    /// A folder of forms is checked with one form to a core: only a single long table is worth dividing.
    ///
    /// - Parameters:
    ///   - count: From how many elements of work on it is divided.
    ///   - work: How much work there is; the number of elements where nothing is said.
    func parallelMap<Result: Sendable>(
        from count: Int, work: Int? = nil, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        guard (work ?? self.count) >= count, cores > 1, self.count > 1 else { return map(transform) }
        // More parts than cores: some take longer than others.
        let size = Swift.max(1, self.count / (cores * 4))
        let starts = Swift.Array(stride(from: 0, to: self.count, by: size))
        let parts = Mutex([[Result]](repeating: [], count: starts.count))
        DispatchQueue.concurrentPerform(iterations: starts.count) { part in
            let own = self[starts[part]..<Swift.min(starts[part] + size, self.count)].map(transform)
            parts.withLock { $0[part] = own }
        }
        return parts.withLock { $0.flatMap { $0 } }
    }
}
