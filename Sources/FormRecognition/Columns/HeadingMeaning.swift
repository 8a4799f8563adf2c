import Assessment
import FormTemplates
import Spreadsheet

/// What the words over a column say that it holds.
struct HeadingMeaning: Equatable {
    /// How sure words are.
    enum Strength: Int, Comparable {
        /// Put together of parts that are known: 全年实际完成值.
        case composed
        /// One of the words that are listed, or of a template.
        case listed

        static func < (one: Strength, other: Strength) -> Bool { one.rawValue < other.rawValue }
    }

    var role: IndicatorColumn
    var strength: Strength
    /// The level that it names: 1 for 一级指标; nil where it names none.
    var level: Int?
    /// It is a word for an indicator of whatever level: 评价指标, 考核内容. Its place tells which.
    var isNoun = false
}

extension FormWords {
    /// Leaves that say nothing without what stands over them.
    private static let leaves: Set<String> = ["名称", "内容", "指标", "指标名称"]
    private static let levelWords = ["一级", "二级", "三级", "四级"]

    /// What heads a column: its own words, else together with what stands over it.
    func meaning(of heading: HeadingBand.Heading) -> HeadingMeaning? {
        let own = meaning(heading.text.label)
        let above = heading.above.compactMap { parent in meaning(parent.label).map { (parent, $0) } }
        // 名称 under 一级指标 is that level; 权重 under it its points.
        if let parent = above.first?.1, parent.level != nil || parent.isNoun {
            if Self.leaves.contains(heading.text.label?.name ?? "") { return parent }
            if var own, own.role == .weight || own.role == .score, own.level == nil {
                own.level = parent.level
                return own
            }
        }
        if let own, !own.isNoun { return own }
        // 年初 and 调整后 under 目标值, 自评 under 得分.
        for parent in heading.above {
            guard let text = heading.text.label?.name, let over = parent.label?.name, over.count + text.count <= 20
            else {
                continue
            }
            if let joined = meaning(Label(text + over)) ?? meaning(Label(over + text)), joined.level == nil {
                return HeadingMeaning(role: joined.role, strength: .composed)
            }
        }
        return own
    }

    /// What a heading says by itself.
    func meaning(_ label: Label?) -> HeadingMeaning? {
        guard let label else { return nil }
        if let own = ownMeaning(label) { return own }
        // 备注（未达标原因）: what the brackets say is what it holds.
        guard let inner = label.filler, inner.count <= 20, labels.isNote(label.words) else { return nil }
        return ownMeaning(Label(inner)).map { HeadingMeaning(role: $0.role, strength: .composed) }
    }

    private func ownMeaning(_ label: Label) -> HeadingMeaning? {
        let name = label.name
        let level = Self.levelWords.firstIndex { name.contains($0) }.map { $0 + 1 }
        if let role = indicatorColumn(label) {
            let isNoun = role == .name && level == nil
            return HeadingMeaning(role: role, strength: .listed, level: level, isNoun: isNoun)
        }
        if let role = labels.composedColumn(label) {
            let isNoun = role == .name && level == nil
            return HeadingMeaning(role: role, strength: .composed, level: level, isNoun: isNoun)
        }
        // 二级指标权重, 一级得分: the points of a level, by what is left without it.
        guard let level, let word = name.range(of: Self.levelWords[level - 1]) else { return nil }
        var rest = name
        rest.removeSubrange(word)
        // 所属一级.
        if rest.hasPrefix("所属") { rest = String(rest.dropFirst(2)) }
        if rest.hasPrefix("指标") { rest = String(rest.dropFirst(2)) }
        let role = rest.isEmpty ? .name : indicatorColumn(Label(rest)) ?? labels.composedColumn(Label(rest))
        // 二级目录, 一级要素: words for an indicator of that level.
        if role == .name {
            return Self.levelRole(level).map { HeadingMeaning(role: $0, strength: .composed, level: level) }
        }
        guard let role, role == .weight || role == .score else { return nil }
        return HeadingMeaning(role: role, strength: .composed, level: level)
    }

    private static func levelRole(_ level: Int) -> IndicatorColumn? {
        switch level {
        case 1: .level1
        case 2: .level2
        default: .name
        }
    }
}
