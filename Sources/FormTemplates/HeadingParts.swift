import Assessment

/// How a heading is put together: modifiers, a head noun, and what may follow it. 全年 + 实际 + 完成值 needs no entry of its own. Data, from `Templates/labels.yaml`.
struct HeadingParts<Column: Sendable>: Sendable {
    /// What such a heading names.
    let column: Column
    private let needed: [String]
    private let before: [String]
    private let heads: [String]
    private let after: [String]

    init(_ column: Column, _ node: YAMLNode) throws {
        try node.allow(["needs", "before", "heads", "after"])
        self.column = column
        needed = try node.texts("needs").map(Label.name)
        before = try node.texts("before").map(Label.name) + needed
        heads = try node.texts("heads").map(Label.name)
        after = try node.texts("after").map(Label.name)
    }

    /// Whether a name is made of these parts and nothing else.
    func matches(_ name: String) -> Bool {
        guard heads.contains(where: name.contains), needed.isEmpty || needed.contains(where: name.contains) else {
            return false
        }
        return isMade(name[...], hasHead: false)
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
