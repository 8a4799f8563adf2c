import Assessment
import Spreadsheet

/// What labels of one kind mean by the words that they are put together of. Each label is taken apart once a run.
struct PartsTable<Role: Sendable>: Sendable {
    private var parts: [HeadingParts<Role>] = []
    /// What their words begin with: most labels begin with none of them, and nothing else is asked of those.
    private var firsts: Set<UInt32> = []
    private let memo = Memo<Role?>()

    /// Adds a way to put words together; of two that match the first counts.
    mutating func append(_ one: HeadingParts<Role>) {
        parts.append(one)
        firsts.formUnion(one.firsts)
    }

    /// What a name means; nil where no parts make it.
    ///
    /// - Parameter words: The words of the name that parts must make; nil for a name that is none of this table's. Asked once a run.
    func role(of name: String, words: (String) -> String?) -> Role? {
        // A bracket in front is no word.
        let first = name.unicodeScalars.first { $0 != "(" && $0 != ")" }
        guard let first, firsts.contains(first.value) else { return nil }
        return memo.value(of: name) {
            words(name).flatMap { words in parts.first { $0.matches(words) }?.column }
        }
    }
}
