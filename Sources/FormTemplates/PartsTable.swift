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
    func role(of name: String) -> Role? {
        guard let first = name.unicodeScalars.first, firsts.contains(first.value) else { return nil }
        return memo.value(of: name) { parts.first { $0.matches(name) }?.column }
    }
}
