import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// A table whose column of names holds groups as well: 产出指标 with 50 points, 数量指标 with 30 of them under it, then the indicators.
///
/// A group has points, and neither target nor actual nor anything else of its own; what comes below it makes its points, its words are those of
/// groups, it is numbered 一、 or （一）, or set in less than the rows below it. One of these alone is not enough.
struct IndicatorTree {
    /// A row that is a group.
    struct Group {
        let row: Int
        /// 1 or 2.
        var level: Int
        /// Why it is one.
        var evidence: [Evidence]
    }

    /// Groups by their rows.
    let groups: [Int: Group]
    /// Indicators that stand beside the groups, under none of them: 三、满意度指标 with a target of its own after 一、 and 二、. The level of the groups
    /// that they stand beside, by their rows.
    let alone: [Int: Int]

    private struct Row {
        let row: Int
        let label: Label
        let text: String
        let weight: Decimal?
        /// It says nothing but its name and its points.
        var isBare: Bool
        let indent: Int
        let style: Int
    }

    init(view: SheetView, table: IndicatorTable, words: FormWords) {
        guard let name = table.column(.name), table.column(.level1) == nil, table.column(.level2) == nil,
            let weight = table.column(.weight) ?? table.column(.score) ?? table.column(.target)
        else {
            (groups, alone) = ([:], [:])
            return
        }
        let own = Self.own(table)
        var rows: [Row] = []
        for row in table.rows {
            let texts = view.texts(in: row)
            guard let first = texts.first else { continue }
            if words.isPointsTotal(first.label) || words.isTotal(first.label) || words.labels.isNote(first.text)
                || MoneyStart.isAt(row, view, words)
            {
                break
            }
            let text = view.text(row, name)
            guard !text.isEmpty else { continue }
            rows.append(
                Row(
                    row: row, label: Label(text, isLevel: true), text: text, weight: view.amount(row, weight).value,
                    isBare: own.allSatisfy { TextNormalizer.isBlank(view.text(row, $0)) },
                    indent: Self.indent(view, row, name), style: Self.style(text)))
        }
        let isScored = table.column(.score).map { column in
            rows.contains { view.amount($0.row, column).value != nil }
        }
        let groups = isScored == false ? Self.ofBlank(rows, words) ?? Self.find(rows, words) : Self.find(rows, words)
        self.groups = groups
        alone = Self.alone(rows, groups)
    }

    /// Rows with contents of their own that are numbered as groups are, and as no row below a group is.
    private static func alone(_ rows: [Row], _ groups: [Int: Group]) -> [Int: Int] {
        var levels: [Int: Set<Int>] = [:]
        for row in rows where row.style != 0 {
            if let group = groups[row.row] { levels[row.style, default: []].insert(group.level) }
        }
        // Where the first row of a group is numbered as the group is, numbers tell nothing.
        for (row, next) in zip(rows, rows.dropFirst()) where groups[row.row] != nil && groups[next.row] == nil {
            levels[next.style] = nil
        }
        var alone: [Int: Int] = [:]
        for row in rows where groups[row.row] == nil && levels[row.style]?.count == 1 {
            alone[row.row] = levels[row.style]?.first
        }
        return alone
    }

    /// Columns that only indicators fill.
    private static func own(_ table: IndicatorTable) -> [Int] {
        let said = [IndicatorColumn.target, .actual, .comparison, .unit].compactMap { table.column($0) }
        return said.isEmpty ? [IndicatorColumn.criterion, .explanation, .reason].compactMap { table.column($0) } : said
    }

    /// Spaces before a text, and the indent of its cell.
    private static func indent(_ view: SheetView, _ row: Int, _ column: Int) -> Int {
        guard let cell = view.sheet[row, column] else { return 0 }
        return cell.shown.prefix { $0.isWhitespace && !$0.isNewline }.reduce(0) { $0 + ($1 == "\u{3000}" ? 2 : 1) }
    }

    /// How a text is numbered: 1 for 一、, 2 for （一）, 3 for 1., 0 for not at all.
    private static func style(_ text: String) -> Int {
        let plain = TextNormalizer.narrowed(text)
        let numerals = "一二三四五六七八九十"
        guard let first = plain.first else { return 0 }
        if numerals.contains(first), let mark = plain.first(where: { !numerals.contains($0) }), "、.．".contains(mark) {
            return 1
        }
        if first == "(", let second = plain.dropFirst().first {
            return numerals.contains(second) ? 2 : second.isNumber ? 4 : 0
        }
        return first.isNumber && plain.drop(while: \.isNumber).first.map { "、.．".contains($0) } ?? false ? 3 : 0
    }

    /// The groups of a blank that prints them alone, with empty rows for the indicators of each: nothing is aimed at, reached or scored yet. Nil for
    /// any other table.
    private static func ofBlank(_ rows: [Row], _ words: FormWords) -> [Int: Group]? {
        guard rows.count >= 2, rows.allSatisfy(\.isBare) else { return nil }
        let levels = rows.map { words.labels.levelNumber($0.label) }
        guard levels.allSatisfy({ $0 == 1 || $0 == 2 }), levels.contains(1) else { return nil }
        let evidence = Evidence(kind: "分组的词", weight: words.labels.evidence("分组至少"), ground: "空表只印着分组")
        return Dictionary(
            uniqueKeysWithValues: zip(rows, levels).map {
                ($0.row, Group(row: $0.row, level: $1 ?? 1, evidence: [evidence]))
            })
    }

    private static func find(_ rows: [Row], _ words: FormWords) -> [Int: Group] {
        var rows = rows
        // In a blank every row is bare: what has no common word of a group is the place of an indicator.
        if rows.allSatisfy(\.isBare), rows.contains(where: { words.labels.levelNumber($0.label) != nil }) {
            for index in rows.indices where words.labels.levelNumber(rows[index].label) == nil {
                rows[index].isBare = false
            }
        }
        let leaves = rows.filter { !$0.isBare }
        guard !leaves.isEmpty, leaves.count < rows.count else { return [:] }
        let deepestLeaf = leaves.map(\.indent).min() ?? 0
        let leafStyles = Set(leaves.map(\.style))
        var found: [Group] = []
        for (index, row) in rows.enumerated() where row.isBare {
            // The last row has nothing under it.
            guard index + 1 < rows.count else { continue }
            var evidence: [Evidence] = []
            func speaks(_ kind: String, _ ground: String) {
                evidence.append(Evidence(kind: kind, weight: words.labels.evidence(kind), ground: ground))
            }
            if words.labels.levelNumber(row.label) != nil { speaks("分组的词", "“\(row.label.words)”是常见的分组") }
            if row.style != 0, !leafStyles.contains(row.style) { speaks("编号", "编号与下面的指标不同级") }
            if row.indent < deepestLeaf { speaks("缩进", "比下面的指标靠左") }
            if row.label.points != nil { speaks("标签写分", "标签里写着分值") }
            if makes(index, rows) { speaks("下面各行之和", "分值是下面各行之和") }
            if evidence.reduce(0, { $0 + $1.weight }) >= words.labels.evidence("分组至少") {
                found.append(Group(row: index, level: 0, evidence: evidence))
            }
        }
        guard !found.isEmpty else { return [:] }
        findLike(&found, rows, words)
        level(&found, rows, words)
        return Dictionary(
            uniqueKeysWithValues: found.map {
                (rows[$0.row].row, Group(row: rows[$0.row].row, level: $0.level, evidence: $0.evidence))
            })
    }

    /// Beside groups that are sure, a row that has nothing of an indicator either and stands over one is a group too, whatever its points.
    private static func findLike(_ found: inout [Group], _ rows: [Row], _ words: FormWords) {
        let sure = Set(found.map(\.row))
        // Where groups have points, a row without is none.
        let havePoints = sure.contains { rows[$0].weight != nil }
        for (index, row) in rows.enumerated() where row.isBare && !sure.contains(index) {
            guard index + 1 < rows.count, !rows[index + 1].isBare || sure.contains(index + 1),
                !havePoints || rows[index].weight != nil
            else { continue }
            let weight = words.labels.evidence("分组至少")
            found.append(
                Group(
                    row: index, level: 0,
                    evidence: [Evidence(kind: "同表的分组", weight: weight, ground: "表里别的分组也这样，没有目标、完成值等")]))
        }
        found.sort { $0.row < $1.row }
    }

    /// Whether rows right below make the points of a row: the next of them up to a row that is bare again, or all bare rows of the next level.
    private static func makes(_ index: Int, _ rows: [Row]) -> Bool {
        guard let wanted = rows[index].weight, wanted > 0 else { return false }
        var sum: Decimal = 0
        for row in rows[(index + 1)...] where !row.isBare {
            sum += row.weight ?? 0
            if sum >= wanted { break }
        }
        return sum == wanted
    }

    /// Which level each group is of. Where one stands right under another there are two.
    private static func level(_ groups: inout [Group], _ rows: [Row], _ words: FormWords) {
        let places = Set(groups.map(\.row))
        let hasTwo = groups.contains { places.contains($0.row + 1) }
        guard hasTwo else {
            for index in groups.indices { groups[index].level = 1 }
            return
        }
        let styles = Set(groups.map { rows[$0.row].style }).subtracting([0]).sorted()
        let indents = Set(groups.map { rows[$0.row].indent }).sorted()
        var left: Decimal?
        var used: Decimal = 0
        for index in groups.indices {
            let place = groups[index].row
            let row = rows[place]
            let isHead = places.contains(place + 1)
            let isUnderHead = place > 0 && places.contains(place - 1)
            var level: Int
            if isHead, !isUnderHead {
                level = 1
            } else if isUnderHead {
                level = 2
            } else if styles.count >= 2, row.style != 0 {
                level = row.style == styles[0] ? 1 : 2
            } else if indents.count >= 2 {
                level = row.indent == indents[0] ? 1 : 2
            } else if let left, used >= left, left > 0 {
                // The points of the group above are used up.
                level = 1
            } else {
                level = words.labels.levelNumber(row.label) == 1 && left == nil ? 1 : 2
            }
            if level == 1 {
                left = row.weight
                used = 0
            }
            groups[index].level = level
            let end = index + 1 < groups.count ? groups[index + 1].row : rows.count
            used += rows[(place + 1)..<max(end, place + 1)].reduce(0) { $0 + ($1.weight ?? 0) }
        }
    }
}
