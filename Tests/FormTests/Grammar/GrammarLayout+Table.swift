import Assessment
import Foundation
import Spreadsheet

/// The indicator table.
extension GrammarLayout {
    enum Line { case heading, goal(Int), group(Int), row(Int), subtotal(Int), total }

    /// The column of the sheet where a column of the table begins; nil where the table has none.
    func column(_ role: GrammarColumn.Role) -> Int? {
        var start = 0
        for column in columns {
            if column.role == role { return start }
            start += column.span
        }
        return nil
    }

    mutating func indicators() {
        let first = row
        var levelRuns: [Run] = []
        for line in lines {
            switch line {
            case .heading: headings()
            case .goal(let number):
                grid.put("年度绩效目标\(number + 1)", row, 0, columns: 2)
                grid.put(contents.goals[number].aim, row, 2, columns: width - 2)
                row += 1
            case .group(let group): groupRow(group)
            case .row(let index):
                note(index, &levelRuns)
                row(index)
            case .subtotal(let group): subtotal(group)
            case .total: break
            }
        }
        for run in levelRuns where choices.fill == .merged { grid.merge(run.row, run.column, rows: run.count) }
        if let side = column(.side), choices.repeats == .none {
            grid.merge(first, side, rows: row - first)
        }
        if case .total? = lines.last { totalRow() }
    }

    /// The rows of the table in order.
    private var lines: [Line] {
        var lines: [Line] = []
        let tops = contents.groups.indices.filter { contents.groups[$0].parent == nil }
        let half = choices.repeats == .goal ? tops[tops.count / 2] : -1
        var (top, own): (Int?, Int?) = (nil, nil)
        if choices.repeats == .goal { lines.append(.goal(0)) }
        lines.append(.heading)
        for (index, indicator) in contents.rows.enumerated() {
            let newTop = self.top(of: indicator.group)
            if newTop != top {
                if let top, choices.points == .subtotals, contents.groups[top].label != "预算执行率" {
                    lines.append(.subtotal(top))
                }
                let isRate = indicator.isRate
                if newTop == half, top != nil {
                    lines += [.goal(1), .heading]
                } else if top != nil, choices.repeats == .group {
                    lines.append(.heading)
                }
                if choices.points == .tree, !isRate { lines.append(.group(newTop)) }
                top = newTop
                own = newTop
            }
            if indicator.group != own {
                if choices.points == .tree { lines.append(.group(indicator.group)) }
                own = indicator.group
            }
            if choices.repeats == .page, index > 0, index % 5 == 0 { lines.append(.heading) }
            lines.append(.row(index))
        }
        if let top, choices.points == .subtotals, contents.groups[top].label != "预算执行率" { lines.append(.subtotal(top)) }
        if choices.total == .row || choices.total == .scoreOnly { lines.append(.total) }
        return lines
    }

    private func top(of group: Int) -> Int { contents.groups[group].parent ?? group }

    // MARK: Headings

    private mutating func headings() {
        let depth = columns.map(\.path.count).max() ?? 1
        var start = 0
        for (index, column) in columns.enumerated() {
            for (level, word) in column.path.enumerated() {
                let isOwn = level == column.path.count - 1
                if isOwn {
                    if column.role == .side, choices.repeats == .none {
                        grid.put(word, row + level, start)
                    } else {
                        grid.put(word, row + level, start, rows: depth - level, columns: column.span)
                    }
                } else if index == 0 || columns[index - 1].path.prefix(level + 1) != column.path.prefix(level + 1)
                    || columns[index - 1].path.count <= level + 1
                {
                    let following = columns[index...].prefix {
                        $0.path.count > level + 1 && $0.path.prefix(level + 1) == column.path.prefix(level + 1)
                    }
                    grid.put(word, row + level, start, columns: following.reduce(0) { $0 + $1.span })
                }
            }
            start += column.span
        }
        row += depth
    }

    // MARK: Levels

    /// Rows of one group that stand together.
    private struct Run {
        var column: Int
        var row: Int
        var group: Int
        var count: Int
    }

    /// Writes the level labels of a row as the form does, and notes what is to be merged.
    private mutating func note(_ index: Int, _ runs: inout [Run]) {
        let own = contents.rows[index].group
        guard !contents.rows[index].isRate else { return }
        var levels: [(role: GrammarColumn.Role, points: GrammarColumn.Role, group: Int)] = [
            (.level1, .points1, top(of: own))
        ]
        if choices.levels == 3 { levels.append((.level2, .points2, own)) }
        for level in levels {
            guard let place = column(level.role) else { continue }
            let last = runs.lastIndex { $0.column == place && $0.group == level.group && $0.row + $0.count == row }
            if let last {
                runs[last].count += 1
                if let points = column(level.points), let run = runs.lastIndex(where: { $0.column == points }) {
                    runs[run].count += 1
                }
            } else {
                runs.append(Run(column: place, row: row, group: level.group, count: 1))
                if let points = column(level.points) {
                    runs.append(Run(column: points, row: row, group: level.group, count: 1))
                    putPoints(of: level.group, at: points)
                }
            }
            if last == nil || choices.fill == .each { label(level.group, at: place) }
        }
    }

    private mutating func putPoints(of group: Int, at column: Int) {
        guard let stated = contents.groups[group].stated else { return }
        grid.put(.group(group), stated, "\(stated)", row, column, owner: contents.groups[group].label)
    }

    private mutating func label(_ group: Int, at column: Int) {
        let own = contents.groups[group]
        guard choices.points == .labels, let stated = own.stated else {
            grid.put(own.label, row, column)
            return
        }
        let text = contents.year % 2 == 0 ? "\(own.label)（\(stated)分）" : "\(own.label)(\(stated))"
        guard grid.cells[.group(group)] == nil else {
            grid.put(text, row, column)
            return
        }
        grid.put(.group(group), stated, text, row, column, owner: own.label)
    }

    private mutating func groupRow(_ group: Int) {
        guard let name = column(.name) else { return }
        let own = contents.groups[group]
        grid.put(own.label, row, name)
        if let weight = column(.weight) { putPoints(of: group, at: weight) }
        if let score = column(.score), choices.kind.hasScores {
            grid.put(.sum(group, .score), own.score, "\(own.score)", row, score)
        }
        row += 1
    }

    private mutating func subtotal(_ group: Int) {
        let own = contents.groups[group]
        grid.put("小计", row, column(.level1) ?? 0)
        if let weight = column(.weight) { grid.put(.sum(group, .weight), own.points, "\(own.points)", row, weight) }
        if let score = column(.score) { grid.put(.sum(group, .score), own.score, "\(own.score)", row, score) }
        row += 1
    }

    private mutating func totalRow() {
        let ends = [column(.weight), column(.score), column(.coefficient), column(.points1)].compactMap { $0 }
        let start = choices.repeats == .none ? 0 : column(.level1) ?? 0
        grid.put(choices.words.total, row, start, columns: max(1, (ends.min() ?? 1) - start))
        if choices.total == .row, let weight = column(.weight) {
            grid.put(.weightTotal, contents.weightTotal, "\(contents.weightTotal)", row, weight)
        }
        if let score = column(.score) { grid.put(.total, contents.total, "\(contents.total)", row, score) }
        row += 1
    }
}
