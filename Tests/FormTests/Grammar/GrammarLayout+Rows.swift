import Assessment
import Foundation
import Spreadsheet

/// One row of the indicator table.
extension GrammarLayout {
    mutating func row(_ index: Int) {
        let indicator = contents.rows[index]
        if indicator.isRate { rateLabels(indicator) }
        for column in columns {
            guard let place = self.column(column.role) else { continue }
            put(column.role, of: index, at: place)
            if column.role == .name, !(indicator.isRate && choices.fill == .merged) {
                grid.merge(row, place, columns: column.span)
            }
        }
        row += 1
    }

    /// 预算执行率 in each column of the levels, or in one cell over all of them.
    private mutating func rateLabels(_ indicator: GrammarContents.Row) {
        guard let name = column(.name) else { return }
        guard let first = column(.level1) else {
            grid.put(indicator.name, row, name)
            return
        }
        let group = indicator.group
        let stated = contents.groups[group].stated
        let isLabelled = choices.points == .labels && stated != nil
        let label = isLabelled ? "预算执行率（\(stated ?? 0)分）" : "预算执行率"
        if isLabelled {
            grid.put(.group(group), stated, label, row, first, owner: "预算执行率")
        } else {
            grid.put(label, row, first)
        }
        if choices.fill == .merged, column(.points1) == nil {
            let wide = columns.first { $0.role == .name }?.span ?? 1
            grid.merge(row, first, columns: name + wide - first)
            return
        }
        if let points = column(.points1), let stated {
            grid.put(.group(group), stated, "\(stated)", row, points, owner: "预算执行率")
        }
        if let second = column(.level2) { grid.put("预算执行率", row, second) }
        grid.put("预算执行率", row, name)
    }

    private mutating func put(_ role: GrammarColumn.Role, of index: Int, at column: Int) {
        let indicator = contents.rows[index]
        func number(_ column: IndicatorColumn, _ value: Decimal?, isBlank: Bool = false) {
            let text = isBlank ? "" : value.map { "\($0)" } ?? ""
            grid.put(.indicator(index, column), value, text, row, self.column(role) ?? 0, owner: indicator.name)
        }
        switch role {
        case .ordinal: grid.put("\(index + 1)", row, column)
        case .name: if !indicator.isRate { grid.put(indicator.name, row, column) }
        case .comparison: grid.put(sign(indicator, inColumn: true), row, column)
        case .initialTarget: target(index, .initialTarget, at: column)
        case .target: target(index, .target, at: column)
        case .unit: grid.put(unit(indicator) ?? "", row, column)
        case .actual: actual(index, at: column)
        case .weight: number(.weight, indicator.weight, isBlank: contents.unweighed.contains(index))
        case .score: number(.score, indicator.score)
        case .coefficient:
            let isBare = choices.words.coefficient.contains("%")
            guard let value = indicator.coefficient else { return }
            let text = "\(value)" + (isBare ? "" : "%")
            grid.put(.indicator(index, .coefficient), value, text, row, column, owner: indicator.name)
        case .criterion:
            grid.put(indicator.isRate ? "得分＝预算执行率×分值。" : indicator.criterion, row, column)
        case .reason:
            let nothing = indicator.isMissed || indicator.isRate ? "" : ["", "无", "", "—"][contents.year % 4]
            let text = indicator.reason.isEmpty ? nothing : indicator.reason
            grid.put(.indicator(index, .reason), nil, text, row, column, owner: indicator.name)
        case .other(let number):
            let texts = ["按计划推进", "预计全年完成", "√", "", ""]
            grid.put(texts[number], row, column)
        case .side, .level1, .points1, .level2, .points2: return
        }
    }

    private func unit(_ indicator: GrammarContents.Row) -> String? {
        if case .number(_, _, let unit) = indicator.aim { return unit }
        return nil
    }

    /// The sign of a target; an equal one is left out as often as it is written.
    private func sign(_ indicator: GrammarContents.Row, inColumn: Bool = false) -> String {
        switch indicator.aim {
        case .number(let comparison, _, _):
            if comparison == .equal, !inColumn, indicator.isRate || contents.year % 2 == 0 { return "" }
            guard contents.rows.count % 5 == 0, comparison != .equal else { return comparison.rawValue }
            return comparison == .atLeast ? "不低于" : "不超过"
        case .date: return inColumn ? "≤" : ""
        case .words: return inColumn ? "定性" : ""
        }
    }

    private mutating func target(_ index: Int, _ column: IndicatorColumn, at place: Int) {
        let indicator = contents.rows[index]
        let figure = GrammarPlace.indicator(index, column)
        switch indicator.aim {
        case .number(let comparison, let number, let unit):
            let sign = choices.operators == .column ? "" : sign(indicator)
            // The unit may have a column of its own.
            let own = choices.units == .column ? "" : unit
            let isSigned = choices.operators == .column || !sign.isEmpty
            grid.put(
                figure, number, "\(sign)\(number)\(own)", row, place, owner: indicator.name,
                comparison: isSigned ? comparison : nil,
                signCell: self.column(.comparison).map { CellReference(row: row, column: $0) })
        case .date(let text):
            let date = text.split { !$0.isNumber }.compactMap { Int($0) }
            grid.put(
                figure, nil, text, row, place, owner: indicator.name, date: date[0] * 10_000 + date[1] * 100)
        case .words(let words): grid.put(figure, nil, words, row, place, owner: indicator.name)
        }
    }

    private mutating func actual(_ index: Int, at place: Int) {
        let indicator = contents.rows[index]
        let figure = GrammarPlace.indicator(index, .actual)
        guard let actual = indicator.actual else {
            grid.put(figure, nil, "", row, place)
            return
        }
        switch indicator.aim {
        case .number(_, _, let unit):
            let plain = actual.filter { $0 != "%" }
            let isBare = choices.units == .column || choices.units == .targetOnly && unit != "%"
            grid.put(
                figure, Decimal(string: plain), plain + (isBare ? "" : unit), row, place, owner: indicator.name)
        case .date:
            let date = actual.split { !$0.isNumber }.compactMap { Int($0) }
            grid.put(
                figure, nil, actual, row, place, owner: indicator.name, date: date[0] * 10_000 + date[1] * 100)
        case .words: grid.put(figure, nil, actual, row, place, owner: indicator.name)
        }
    }
}
