import Assessment
import Spreadsheet

/// How a label is put together: modifiers, a head noun, and what may follow it. 全年 + 实际 + 完成值 needs no entry of its own. Data, from `Templates/labels.yaml`.
struct HeadingParts<Role: Sendable>: Sendable {
    let column: Role
    private let needed: [String]
    private let before: [String]
    private let heads: [String]
    private let after: [String]
    /// What the words before and the head nouns begin with.
    let firsts: Set<UInt32>

    init(_ column: Role, _ node: YAMLNode) throws {
        try node.allow(["needs", "before", "heads", "after"])
        self.column = column
        needed = try node.texts("needs").map(Label.name)
        before = try node.texts("before").map(Label.name) + needed
        heads = try node.texts("heads").map(Label.name)
        after = try node.texts("after").map(Label.name)
        firsts = Set((before + heads).compactMap { $0.unicodeScalars.first?.value })
    }

    /// Whether a name is made of these parts and nothing else.
    func matches(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, firsts.contains(first.value) else { return false }
        return isMade(name[...], hasHead: false) && (needed.isEmpty || needed.contains(where: name.contains))
    }

    private func isMade(_ rest: Substring, hasHead: Bool) -> Bool {
        if rest.isEmpty { return hasHead }
        let behind = hasHead ? after : before
        if behind.contains(where: { rest.hasPrefix($0) && isMade(rest.dropFirst($0.count), hasHead: hasHead) }) {
            return true
        }
        return !hasHead && heads.contains { rest.hasPrefix($0) && isMade(rest.dropFirst($0.count), hasHead: true) }
    }
}
