import Foundation

/// Answers for names that were asked before: forms by the hundreds have the same labels.
final class LabelMemo: @unchecked Sendable {
    /// More than forms of one run have; beyond it answers are found anew.
    private static let most = 5000

    private let lock = NSLock()
    private var known: [String: Bool] = [:]

    /// The answer for a name, found once.
    func value(of name: String, _ find: () -> Bool) -> Bool {
        lock.lock()
        let found = known[name]
        lock.unlock()
        if let found { return found }
        let value = find()
        lock.lock()
        if known.count < Self.most { known[name] = value }
        lock.unlock()
        return value
    }
}
