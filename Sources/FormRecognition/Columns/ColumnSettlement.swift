import Assessment
import FormTemplates
import Spreadsheet

/// Settles what each headed column of an indicator table holds: the person's word first, then plain words, then the columns together, then what
/// stands in those that no word explains.
struct ColumnSettlement {
    let view: SheetView
    let words: FormWords
    let overrules: Overrules
    let rows: Range<Int>
    /// The person said what stands there: no heading need be known.
    var isTold = false

    /// The columns, from left to right.
    func columns(_ headings: [HeadingBand.Heading]) -> [IndicatorTable.Column] {
        let meanings = headings.map { words.meaning(of: $0) }
        guard isTold || meanings.contains(where: { $0 != nil }) else { return [] }
        var columns = headings.map { IndicatorTable.Column(column: $0.column, headingRow: $0.row) }
        takeWords(meanings, &columns)
        nameLevels(headings, meanings, &columns)
        takeTold(&columns)
        takePoints(meanings, &columns)
        settleTogether(&columns)
        named(&columns)
        ColumnCompetition(view: view, words: words, rows: rows, closed: closed(columns)).settle(&columns)
        return columns
    }

    // MARK: Words

    /// Words that are listed go before words that are put together; a row of which none is listed heads nothing.
    private func takeWords(_ meanings: [HeadingMeaning?], _ columns: inout [IndicatorTable.Column]) {
        var found = Set(meanings.compactMap { $0?.strength == .listed ? $0?.role : nil })
        for (index, meaning) in meanings.enumerated() {
            guard let meaning else { continue }
            switch meaning.strength {
            case .listed: columns[index].role = meaning.role
            case .composed:
                let isOfLevel = meaning.role == .score && meaning.level != nil
                let isFree =
                    meaning.role == .name || meaning.role == .weight || isOfLevel
                    || found.insert(meaning.role).inserted
                columns[index].role = isFree ? meaning.role : nil
            }
        }
    }

    private func nameLevels(
        _ headings: [HeadingBand.Heading], _ meanings: [HeadingMeaning?], _ columns: inout [IndicatorTable.Column]
    ) {
        let naming: Set<IndicatorColumn> = [.level1, .level2, .name]
        var candidates: [NamingColumns.Candidate] = []
        for (index, meaning) in meanings.enumerated() {
            guard let meaning, naming.contains(meaning.role) else { continue }
            let isProse = meaning.isNoun && ColumnProfile(view, rows, columns[index].column).isProse
            candidates.append(.init(index: index, level: meaning.level, isProse: isProse))
        }
        guard !candidates.isEmpty else { return }
        // 一级指标 and 二级指标 before a column that nobody knows: that one may hold the indicators.
        let deepest = candidates.filter { $0.level != nil }.max { ($0.level ?? 0) < ($1.level ?? 0) }
        if let deepest, (deepest.level ?? 0) <= 2,
            !candidates.contains(where: { $0.level == nil && $0.index > deepest.index }),
            isUnknownBehind(deepest.index, columns)
        {
            return
        }
        let parts = NamingColumns.parts(candidates)
        for candidate in candidates {
            columns[candidate.index].role = parts[candidate.index]?.role
            columns[candidate.index].isExtraLevel = parts[candidate.index] == .extra
        }
    }

    private func isUnknownBehind(_ index: Int, _ columns: [IndicatorTable.Column]) -> Bool {
        guard let next = columns[(index + 1)...].first(where: { $0.role != .weight }), next.role == nil else {
            return false
        }
        let profile = ColumnProfile(view, rows, next.column)
        return profile.texts.count >= 1 && profile.numbers.count * 2 < max(profile.texts.count, 1)
    }

    /// What the person said of columns goes before their headings. A row with fewer than two known headings is none.
    private func takeTold(_ columns: inout [IndicatorTable.Column]) {
        let told = overrules.indicatorColumns.among(columns.map(\.column))
        guard !told.isEmpty, isTold || columns.count(where: { $0.role != nil }) >= 2 else { return }
        for index in columns.indices {
            columns[index].role = told.role(of: columns[index].column, headed: columns[index].role)
        }
    }

    /// Columns of which the person said that they are not needed.
    private func closed(_ columns: [IndicatorTable.Column]) -> Set<Int> {
        let ignored = overrules.ignored.filter { $0.rows == nil && ($0.sheet ?? view.sheet.name) == view.sheet.name }
        return Set(columns.map(\.column).filter { column in ignored.contains { $0.covers(0, column) } })
    }

    // MARK: Together

    /// Of several columns of points, those of a level stand under its heading or right behind it; the indicators' own behind their names.
    private func takePoints(_ meanings: [HeadingMeaning?], _ columns: inout [IndicatorTable.Column]) {
        func take(_ role: IndicatorColumn, _ kind: WritableKeyPath<IndicatorTable.Column, IndicatorColumn?>) {
            let places = columns.indices.filter { columns[$0].role == role }
            guard places.count > 1 else { return }
            let ofLevels = places.compactMap { index in level(of: index).map { (index, $0) } }
            guard ofLevels.count < places.count else { return }
            for (index, level) in ofLevels {
                columns[index][keyPath: kind] = level
                columns[index].role = nil
            }
        }
        func level(of index: Int) -> IndicatorColumn? {
            switch meanings[index]?.level {
            case 1?: return .level1
            case 2?: return .level2
            case .some: return nil
            case nil: break
            }
            guard index > 0 else { return nil }
            // 得分 stands behind the label of its level, or behind the points of that.
            if let level = columns[index - 1].pointsOf { return level }
            let before = columns[index - 1].role
            return before == .level1 || before == .level2 ? before : nil
        }
        take(.weight, \.pointsOf)
        take(.score, \.scoreOf)
    }

    /// What a heading means beside the others: 年初指标值 alone is the target; 指标值 beside 评价标准 is what was reached.
    private func settleTogether(_ columns: inout [IndicatorTable.Column]) {
        let found = Set(columns.compactMap(\.role))
        if !found.contains(.target), let initial = columns.firstIndex(where: { $0.role == .initialTarget }) {
            columns[initial].role = .target
            return
        }
        guard !found.contains(.actual) else { return }
        let targets = columns.indices.filter { columns[$0].role == .target }
        if targets.count > 1, let last = targets.last {
            // 目标值 and 指标值: what was aimed at and what it came to.
            columns[last].role = .actual
            columns[last].isGuessed = true
            columns[last].ground =
                "前面已有“\(view.text(columns[targets[0]].headingRow, columns[targets[0]].column))”列，表里没有别的完成值"
        } else if let target = targets.first, found.contains(.criterion), !hasOpenQuantities(columns) {
            columns[target].role = .actual
        }
    }

    /// Whether a column that nobody knows holds numbers with units, or words as targets have: it may be what was reached.
    private func hasOpenQuantities(_ columns: [IndicatorTable.Column]) -> Bool {
        columns.contains { column in
            guard column.isUnknown else { return false }
            let profile = ColumnProfile(view, rows, column.column)
            return !profile.texts.isEmpty && !profile.isProse
        }
    }

    /// Where everything but the name of the indicators is known, it stands in the column that nobody knows: behind the levels, before the rest.
    private func named(_ columns: inout [IndicatorTable.Column]) {
        let found = Set(columns.compactMap(\.role))
        guard !found.contains(.name), !found.isDisjoint(with: [.target, .actual, .weight]),
            !found.isDisjoint(with: [.level1, .level2]) || found.count >= 4,
            found.count >= 3 || found.count == 2 && columns.count >= 5
        else { return }
        let levels = columns.lastIndex { $0.role == .level2 } ?? columns.lastIndex { $0.role == .level1 }
        let first = levels.map { $0 + 1 } ?? 0
        guard let place = columns[first...].firstIndex(where: { $0.role == nil && !$0.holdsGroupPoints }),
            columns[first..<place].allSatisfy({ $0.role == .weight || $0.holdsGroupPoints })
        else { return }
        columns[place].role = .name
        columns[place].isGuessed = true
        columns[place].ground = "它在各级指标之后、其他列之前"
    }
}
