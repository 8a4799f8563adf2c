import Foundation

/// Answers for texts that were asked before: forms by the hundreds have the same labels and the same 评分标准.
public final class Memo<Value: Sendable>: @unchecked Sendable {
    private let most: Int
    private let lock = NSLock()
    private var known: [TextKey: Value] = [:]

    /// Nothing was asked yet.
    ///
    /// - Parameter most: How many answers are kept: more than the forms of one run have. Beyond it answers are found anew.
    public init(most: Int = 5000) { self.most = most }

    /// The answer for a text, found once.
    public func value(of text: String, _ find: () -> Value) -> Value {
        let key = TextKey(text)
        lock.lock()
        let found = known[key]
        lock.unlock()
        if let found { return found }
        let value = find()
        lock.lock()
        if known.count < most { known[key] = value }
        lock.unlock()
        return value
    }
}
