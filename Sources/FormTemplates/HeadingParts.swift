import Assessment
import Spreadsheet

/// How a label is put together: modifiers, a head noun, and what may follow it. 全年 + 实际 + 完成值 needs no entry of its own. Data, from `Templates/labels.yaml`.
struct HeadingParts<Role: Sendable>: Sendable {
    let column: Role
    private let needed: [String]
    // Bytes: whether a name goes on with a word is asked for each of them at each place.
    private let before: [[UInt8]]
    private let heads: [[UInt8]]
    private let after: [[UInt8]]
    /// What the words before and the head nouns begin with.
    let firsts: Set<UInt32>

    init(_ column: Role, _ node: YAMLNode) throws {
        try node.allow(["needs", "before", "heads", "after"])
        self.column = column
        needed = try node.texts("needs").map(Label.name)
        let words = try node.texts("before").map(Label.name) + needed
        let nouns = try node.texts("heads").map(Label.name)
        before = words.map { Array($0.utf8) }
        heads = nouns.map { Array($0.utf8) }
        after = try node.texts("after").map { Array(Label.name(of: $0).utf8) }
        firsts = Set((words + nouns).compactMap { $0.unicodeScalars.first?.value })
    }

    /// Whether a name is made of these parts and nothing else.
    func matches(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, firsts.contains(first.value) else { return false }
        return isMade(Array(name.utf8)[...], hasHead: false)
            && (needed.isEmpty || needed.contains(where: name.contains))
    }

    private func isMade(_ rest: ArraySlice<UInt8>, hasHead: Bool) -> Bool {
        if rest.isEmpty { return hasHead }
        let behind = hasHead ? after : before
        if behind.contains(where: { rest.starts(with: $0) && isMade(rest.dropFirst($0.count), hasHead: hasHead) }) {
            return true
        }
        return !hasHead && heads.contains { rest.starts(with: $0) && isMade(rest.dropFirst($0.count), hasHead: true) }
    }
}
