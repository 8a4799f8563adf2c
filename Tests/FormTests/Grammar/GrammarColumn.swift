import Assessment

/// A column of the indicator table.
struct GrammarColumn {
    enum Role: Hashable {
        case side, ordinal, level1, points1, level2, points2, name, comparison, initialTarget, target, unit, actual
        case weight, score, coefficient, criterion, reason
        /// A column of a form that is not judged, by its number.
        case other(Int)
    }

    var role: Role
    /// Its heading with those above it, the uppermost first.
    var path: [String]
    var span = 1

    /// The columns of a form in their order.
    static func all(_ choices: GrammarChoices) -> [GrammarColumn] {
        let words = choices.words
        var columns: [GrammarColumn] = []
        func add(_ role: Role, _ word: String, span: Int = 1) {
            columns.append(GrammarColumn(role: role, path: [decorated(word, role, choices)], span: span))
        }
        if choices.hasSideLabel { add(.side, choices.heading == .one ? "绩效指标" : "年度绩效指标") }
        if choices.hasOrdinal { add(.ordinal, "序号") }
        let hasPoints = choices.points == .columns && choices.kind.hasScores
        if choices.points != .tree {
            add(.level1, words.level1)
            if hasPoints { add(.points1, words.weight) }
            if choices.levels == 3 {
                add(.level2, words.level2)
                if hasPoints { add(.points2, words.weight) }
            }
        }
        let name = choices.points == .tree ? "指标名称" : choices.levels == 2 && words.name == "三级指标" ? "二级指标" : words.name
        add(.name, name, span: choices.isNameWide ? 2 : 1)
        for role in middle(choices, weightsFirst: hasPoints) { add(role, words.word(role)) }
        if choices.kind == .declaration { return grouped(columns, choices) }
        if choices.kind == .monitoring {
            let others = ["1-7月执行情况", "全年预计完成情况", "确定能", "有可能", "完全不可能"]
            for (number, word) in others.enumerated() { add(.other(number), word) }
        }
        if choices.hasReason { add(.reason, words.reason) }
        return grouped(columns, choices)
    }

    /// What stands between the name and the reason.
    private static func middle(_ choices: GrammarChoices, weightsFirst: Bool) -> [Role] {
        var target: [Role] = choices.hasInitialTarget ? [.initialTarget] : []
        if choices.operators == .column { target.append(.comparison) }
        if choices.kind.hasTargets { target.append(.target) }
        if choices.units == .column, choices.kind.hasTargets { target.append(.unit) }
        let actual: [Role] = choices.kind.isAssessment && choices.kind.hasTargets ? [.actual] : []
        let weight: [Role] = choices.kind.hasScores ? [.weight] : []
        let score: [Role] = choices.kind.hasScores ? (choices.hasCoefficient ? [.coefficient, .score] : [.score]) : []
        let criterion: [Role] = choices.hasCriterion ? [.criterion] : []
        if weightsFirst { return weight + target + criterion + actual + score }
        switch choices.order {
        case .usual: return target + criterion + actual + weight + score
        case .weightFirst: return weight + target + criterion + actual + score
        case .actualLast: return target + criterion + weight + actual + score
        case .scoreThenWeight: return target + criterion + actual + score + weight
        }
    }

    // MARK: Headings above headings

    private static func grouped(_ columns: [GrammarColumn], _ choices: GrammarChoices) -> [GrammarColumn] {
        guard choices.heading != .one else { return columns }
        var columns = columns
        let targets: Set<Role> = [.comparison, .target, .unit]
        if let target = columns.firstIndex(where: { $0.role == .target }),
            columns.contains(where: { $0.role == .unit || $0.role == .comparison })
        {
            let word = columns[target].path[0]
            columns[target].path = ["指标值"]
            put(word, over: targets, &columns)
        }
        if choices.heading == .three || choices.hasOrdinal {
            put("绩效指标", over: [.level1, .points1, .level2, .points2, .name], &columns)
        }
        if choices.heading == .three {
            put("完成情况", over: targets.union([.initialTarget, .actual]), &columns)
            put("评分情况", over: [.weight, .coefficient, .score], &columns)
        } else if !choices.hasOrdinal {
            put("自评情况", over: [.weight, .coefficient, .score], &columns)
        }
        return columns
    }

    /// Puts a word over columns that stand side by side, two or more of them.
    private static func put(_ word: String, over roles: Set<Role>, _ columns: inout [GrammarColumn]) {
        let places = columns.indices.filter { roles.contains(columns[$0].role) }
        guard let first = places.first, let last = places.last, places.count > 1, last - first == places.count - 1
        else {
            return
        }
        for place in places { columns[place].path.insert(word, at: 0) }
    }

    // MARK: Words

    private static func decorated(_ word: String, _ role: Role, _ choices: GrammarChoices) -> String {
        switch choices.decoration {
        case .star: return [.name, .target, .actual].contains(role) ? "*" + word : word
        case .brackets: return [.weight, .score].contains(role) && !word.contains("（") ? word + "（分）" : word
        case .breaks:
            guard word.count >= 4 else { return word }
            return word.prefix(word.count / 2) + "\n" + word.dropFirst(word.count / 2)
        case .spaces: return word.count == 2 ? "\(word.prefix(1)) \(word.suffix(1))" : word
        case .none: return word
        }
    }
}

extension GrammarHeadings {
    fileprivate func word(_ role: GrammarColumn.Role) -> String {
        switch role {
        case .comparison: comparison
        case .initialTarget: initialTarget
        case .target: target
        case .unit: unit
        case .actual: actual
        case .weight: weight
        case .coefficient: coefficient
        case .score: score
        case .criterion: criterion
        default: ""
        }
    }
}
