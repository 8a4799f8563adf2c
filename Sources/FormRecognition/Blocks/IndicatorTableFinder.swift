import Assessment
import FormTemplates
import Spreadsheet

/// Finds indicator tables by their rows of headings.
struct IndicatorTableFinder {
    let view: SheetView
    let words: FormWords
    var overrules = Overrules()

    /// The tables of the sheet, from above, and from left to right.
    func tables() -> [IndicatorTable] {
        let told = ToldHeadings(view, overrules).row
        var tables: [IndicatorTable] = []
        var next = 0
        for row in view.filledRows where row >= next {
            var found = headed(by: row)
            if row == told, !found.contains(where: isAsTold), let told = toldTable(row) { found = [told] }
            guard let first = found.first else { continue }
            for index in tables.indices where tables[index].rows.upperBound > first.headingRows.lowerBound {
                tables[index].rows = tables[index].rows.lowerBound..<first.headingRows.lowerBound
            }
            tables += found
            next = first.headingRows.upperBound + 1
        }
        for index in tables.indices {
            guard let name = tables[index].column(.name) else { continue }
            tables[index].count = tables[index].rows.count { row in
                if !view.text(row, name).isEmpty { return true }
                return tables[index].column(.level1).map { Indicator.isExecutionRate(view.text(row, $0)) } ?? false
            }
        }
        return tables
    }

    // MARK: Headings

    /// The tables that a row begins to head: two of them where all headings stand there twice, side by side.
    private func headed(by row: Int) -> [IndicatorTable] {
        let texts = view.texts(in: row)
        // A block of money may have points, scores and reasons beside its amounts.
        guard !words.headsMoney(texts) else { return [] }
        // Most rows head nothing.
        guard texts.contains(where: { words.indicatorColumn($0.label) != nil || isNounOverOthers(row, $0) }) else {
            return []
        }
        // 得分： behind 全年预算数：100 ends the money, as does 得分 alone with an empty cell beside it.
        if MoneyStart.isAt(row, view, words) || isScoreAlone(texts, row) { return [] }
        var band = HeadingBand(view, from: row) { words.meaning(of: $0) != nil }
        var headings = band.headings
        if band.rows.count == 1, let plain = withPlainRow(headings, row) ?? withRowUnderOpen(headings, row) {
            headings = plain
            band = HeadingBand(rows: row...(row + 1), headings: plain)
        }
        let start = band.rows.upperBound + 1
        let rows = start..<max(start, view.lastRow + 1)
        headings.removeAll { isBesides($0, band.rows.upperBound) }
        return sections(headings.flatMap { spread($0, rows) }).compactMap { table($0, band.rows, rows) }
    }

    /// Whether the columns hold what the person said.
    private func isAsTold(_ table: IndicatorTable) -> Bool {
        let told = overrules.indicatorColumns
        return told.all.allSatisfy { column in
            table.columns.contains { $0.column == column && $0.role == told.role(of: column, headed: nil) }
        }
    }

    /// The table of which the person said what its columns hold, whatever the words over them are.
    private func toldTable(_ row: Int) -> IndicatorTable? {
        let headings = HeadingBand(view, from: row) { _ in false }.headings
        return table(headings, row...row, (row + 1)..<max(row + 1, view.lastRow + 1), isTold: true)
    }

    /// 得分：9 has its figure behind it, and heads nothing.
    private static func holdsNumber(_ text: String) -> Bool {
        FactFinder.parts(text).map { DecimalText.number($0.value) != nil } ?? false
    }

    /// 得分 or 分值 as the only text of a row, not merged.
    private func isScoreAlone(_ texts: [ViewText], _ row: Int) -> Bool {
        guard texts.count == 1, view.range(row, texts[0].column).columns.count == 1 else { return false }
        let column = words.budgetColumn(texts[0].label)
        return column == .score || column == .weight
    }

    /// 评价指标 over the columns of names has headings of its own under it.
    private func isNounOverOthers(_ row: Int, _ text: ViewText) -> Bool {
        view.range(row, text.column).columns.count > 1 && words.meaning(text.label)?.isNoun == true
    }

    /// A second row of headings that no merge tells of: 年度指标值 over 指标性质, 指标值, 度量单位, or 绩效指标 over 一级指标, 二级指标, 三级指标.
    private func withPlainRow(_ headings: [HeadingBand.Heading], _ row: Int) -> [HeadingBand.Heading]? {
        let below = HeadingBand(view, from: row + 1) { _ in false }.headings
        let known = below.filter { words.meaning(of: $0) != nil }
        func hasName(_ headings: [HeadingBand.Heading], orNoun: Bool) -> Bool {
            headings.contains { words.meaning(of: $0).map { $0.role == .name && (orNoun || !$0.isNoun) } ?? false }
        }
        let isNameBelow = hasName(below, orNoun: true)
        guard known.count >= 2, known.count == below.count, hasName(headings, orNoun: !isNameBelow) != isNameBelow,
            below.allSatisfy({ view.amount($0.row, $0.column).value == nil }),
            // 得分 with its figure over the headings is the end of the money.
            headings.allSatisfy({ view.amount($0.row, $0.column).value == nil && !Self.holdsNumber($0.text.text) })
        else { return nil }
        let covered = Set(below.map(\.column))
        return (headings.filter { !covered.contains($0.column) } + below).sorted { $0.column < $1.column }
    }

    /// A second row of headings under a first one that reaches over the empty cells behind its texts, as a merged one does in CSV: 一级指标 | | 二级指标 |
    /// over 名称 | 分值 | 名称 | 分值.
    private func withRowUnderOpen(_ headings: [HeadingBand.Heading], _ row: Int) -> [HeadingBand.Heading]? {
        let below = HeadingBand(view, from: row + 1) { _ in false }.headings
        guard below.count >= 2, below.allSatisfy({ $0.columns.count == 1 }) else { return nil }
        let places = Set(below.map(\.column))
        var children: [Int: [HeadingBand.Heading]] = [:]
        for child in below {
            guard let parent = headings.lastIndex(where: { $0.column <= child.column }),
                view.amount(child.row, child.column).value == nil
            else { return nil }
            var own = child
            own.above = [headings[parent].text] + headings[parent].above
            children[parent, default: []].append(own)
        }
        for (parent, own) in children {
            let first = headings[parent].column
            // Right under it and over each cell that it reaches to.
            guard own.count >= 2, own.map(\.column) == Array(first..<first + own.count), places.contains(first),
                own.allSatisfy({ words.meaning(of: $0) != nil })
            else { return nil }
        }
        return headings.indices.flatMap { children[$0] ?? [headings[$0]] }
    }

    /// A label that reaches down beside the rows (绩效指标) heads the block, not a column.
    private func isBesides(_ heading: HeadingBand.Heading, _ last: Int) -> Bool {
        guard heading.last > last else { return false }
        let meaning = words.meaning(of: heading)
        // No heading is merged over rows of its own column, whatever its words mean.
        if let meaning, !meaning.isNoun, heading.last <= last + 1 { return false }
        // A heading may as well be merged with the row under it.
        let hasColumn = (heading.last + 1...max(view.lastRow, heading.last + 1)).contains {
            !view.text($0, heading.column).isEmpty
        }
        return heading.last > last + 1 || !hasColumn
    }

    /// A heading over several columns of labels that have none of their own: 绩效指标 over the columns of three levels.
    private func spread(_ heading: HeadingBand.Heading, _ rows: Range<Int>) -> [HeadingBand.Heading] {
        guard heading.columns.count > 1, let meaning = words.meaning(of: heading), meaning.role == .name else {
            return [heading]
        }
        var starts: Set<Int> = []
        for row in rows {
            for text in view.texts(in: row) where heading.columns.contains(text.column) {
                guard !words.isTotal(text.label), !words.labels.isNote(text.text) else { continue }
                starts.insert(text.column)
            }
        }
        guard starts.count > 1 else { return [heading] }
        let places = starts.sorted()
        return places.enumerated().map { number, column in
            let last = number + 1 < places.count ? places[number + 1] - 1 : heading.columns.upperBound
            return HeadingBand.Heading(
                text: heading.text, row: heading.row, columns: column...last, last: heading.last, above: heading.above)
        }
    }

    /// Headings that stand there twice head two tables side by side.
    private func sections(_ headings: [HeadingBand.Heading]) -> [[HeadingBand.Heading]] {
        func key(_ heading: HeadingBand.Heading) -> String { heading.text.label?.name ?? heading.text.text }
        guard let first = headings.first(where: { words.meaning(of: $0) != nil }), headings.count >= 6 else {
            return [headings]
        }
        let again = headings.indices.dropFirst().filter {
            key(headings[$0]) == key(first) && headings[$0].columns != first.columns
                && words.meaning(of: headings[$0])?.role != .weight && headings[$0].row == first.row
                && headings[$0].text.column != first.text.column
        }
        guard let split = again.first else { return [headings] }
        let left = Array(headings[..<split])
        let right = Array(headings[split...])
        let telling: Set<IndicatorColumn> = [.target, .actual, .weight, .score]
        func isTable(_ part: [HeadingBand.Heading]) -> Bool {
            part.contains { words.meaning(of: $0).map { telling.contains($0.role) } ?? false } && part.count >= 3
        }
        return isTable(left) && isTable(right) ? [left, right] : [headings]
    }

    // MARK: Columns

    /// Names and targets alone, as goals are declared: most targets are numbers with operators or units.
    private func isOfTargets(_ columns: [IndicatorTable.Column], _ rows: Range<Int>) -> Bool {
        guard let target = columns.first(where: { $0.role == .target }) else { return false }
        let profile = ColumnProfile(view, rows, target.column)
        return profile.texts.count >= 2 && max(profile.operators, profile.quantities) > 0.3
    }

    private func table(
        _ headings: [HeadingBand.Heading], _ band: ClosedRange<Int>, _ rows: Range<Int>, isTold: Bool = false
    ) -> IndicatorTable? {
        let settlement = ColumnSettlement(
            view: view, words: words, overrules: overrules, rows: rows, isTold: isTold)
        let columns = settlement.columns(headings)
        let found = Set(columns.compactMap(\.role))
        let telling = found.intersection([.target, .actual, .weight, .score]).count
        let others = found.subtracting([.name, .unit, .comparison]).count
        // Levels and names tell a table too, when it has columns beside them: what those hold is asked.
        let isNamed = found.isSuperset(of: [.level1, .name]) && columns.count >= 5
        guard found.contains(.name),
            telling >= 2 || telling == 1 && (others >= 2 || isOfTargets(columns, rows)) || isNamed
        else { return nil }
        return IndicatorTable(sheetIndex: view.index, headingRows: band, rows: rows, columns: columns)
    }
}
