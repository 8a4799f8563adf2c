import Assessment
import Foundation

/// The money block.
extension GrammarLayout {
    private typealias Heading = (column: BudgetColumn, text: String)

    mutating func money() {
        switch choices.money {
        case .none: return
        case .totalFirst, .totalLast: rows()
        case .below: twoBreakdowns()
        case .beside: beside()
        case .columns: fundsAsColumns()
        case .nameless: nameless()
        case .colon: colons()
        }
    }

    // MARK: Words

    private var blockLabel: String {
        let label = ["项目资金", "预算执行情况", "资金情况", "年度预算执行情况"][contents.rows.count % 4]
        return choices.unitPlace == .label ? "\(label)（\(choices.unit)）" : label
    }

    private func heading(_ word: String) -> String {
        guard choices.unitPlace == .headings else { return word }
        return (word.split(separator: "（").first.map(String.init) ?? word) + "（\(choices.unit)）"
    }

    /// The block's columns in their order.
    private var headings: [Heading] {
        let words = choices.words
        let isMonitoring = choices.kind == .monitoring
        var list: [Heading] = choices.hasInitial ? [(.initial, heading(words.initial))] : []
        list.append((.adjusted, heading(words.adjusted)))
        list.append((.executed, heading(isMonitoring ? "1-7月执行数" : words.executed)))
        let rate: Heading = (.rate, isMonitoring ? "1-7月执行率" : words.rate)
        guard choices.ratePlace == .money else { return list + [rate] }
        let weight: Heading = (.weight, ["分值", "权重"][contents.year % 2])
        let score: Heading = (.score, ["得分", "自评得分"][contents.rows.count % 2])
        return contents.year % 3 == 0 ? list + [rate, weight, score] : list + [weight, rate, score]
    }

    // MARK: Amounts

    private func text(_ amount: Decimal) -> String {
        let text = DecimalText.text(amount, places: contents.moneyPlaces)
        guard contents.year % 2 == 0, amount >= 1000 else { return text }
        let parts = text.split(separator: ".")
        var digits = ""
        for (index, digit) in parts[0].reversed().enumerated() {
            if index > 0, index % 3 == 0 { digits = "," + digits }
            digits = String(digit) + digits
        }
        return ([digits] + parts.dropFirst().map(String.init)).joined(separator: ".")
    }

    private mutating func put(_ fund: Int, _ column: BudgetColumn, at place: Int) {
        let own = contents.funds[fund]
        let figure = GrammarPlace.money(fund, column)
        switch column {
        case .initial, .adjusted, .executed:
            guard let amount = own.amounts[column] else { return }
            grid.put(figure, amount, text(amount), row, place, owner: own.name)
        case .rate:
            guard let rate = fund == 0 ? contents.rate : contents.percent(own) else { return }
            let isBare = choices.words.rate.contains("%")
            grid.put(figure, rate, DecimalText.text(rate, places: 2) + (isBare ? "" : "%"), row, place, owner: own.name)
        case .weight, .score:
            guard fund == 0, let value = column == .weight ? contents.rateWeight : contents.rateScore else { return }
            grid.put(figure, value, "\(value)", row, place, owner: own.name)
        case .reason: return
        }
    }

    /// The name of a part, with 其中 as the form writes it.
    private func name(_ fund: Int) -> String {
        let own = contents.funds[fund]
        guard fund > 0 else { return own.name }
        let isFirst = contents.funds[fund - 1].breakdown != own.breakdown
        switch choices.parts {
        case .first: return isFirst ? "其中：\(own.name)" : "　　　\(own.name)"
        case .each: return "其中：\(own.name)"
        case .plain: return own.name
        }
    }

    // MARK: Layouts

    private mutating func rows() {
        let headings = headings
        let hasSide = contents.office.count % 2 == 0
        let start = hasSide ? 1 : 0
        let order = Array(contents.funds.indices)
        let funds = choices.money == .totalFirst ? order : Array(order.dropFirst()) + [0]
        if hasSide {
            put(blockLabel, 0, rows: funds.count + 1)
            put(contents.year % 3 == 1 ? "资金来源" : "", 1)
        } else {
            put(blockLabel, 0)
        }
        for (index, heading) in headings.enumerated() { put(heading.text, start + 1 + index) }
        row += 1
        let hasRates = contents.rows.count % 3 == 0
        for fund in funds {
            put(name(fund), start)
            for (index, heading) in headings.enumerated() where fund == 0 || heading.column != .rate || hasRates {
                put(fund, heading.column, at: start + 1 + index)
            }
            row += 1
        }
    }

    private mutating func twoBreakdowns() {
        let headings = headings
        put(blockLabel, 0, columns: 2)
        for (index, heading) in headings.enumerated() { put(heading.text, 2 + index) }
        row += 1
        for fund in contents.funds.indices {
            let breakdown = contents.funds[fund].breakdown
            if fund == 0 {
                put(name(0), 0, columns: 2)
            } else {
                if contents.funds[fund - 1].breakdown != breakdown {
                    let count = contents.funds.count { $0.breakdown == breakdown }
                    put(breakdown == 0 ? "资金来源" : "支出结构", 0, rows: count)
                }
                put(name(fund), 1)
            }
            for (index, heading) in headings.enumerated() where fund == 0 || heading.column != .rate {
                put(fund, heading.column, at: 2 + index)
            }
            row += 1
        }
    }

    private mutating func beside() {
        put(blockLabel, 0, columns: width)
        row += 1
        let words = choices.words
        for (start, label) in [(0, "按资金来源分"), (3, "按支出性质分")] {
            put(label, start)
            put(heading(words.adjusted), start + 1)
            put(heading(words.executed), start + 2)
        }
        row += 1
        let left = contents.funds.indices.filter { contents.funds[$0].breakdown <= 0 }
        let right = [0] + contents.funds.indices.filter { contents.funds[$0].breakdown == 1 }
        for line in 0..<max(left.count, right.count) {
            if line < left.count {
                put(name(left[line]), 0)
                put(left[line], .adjusted, at: 1)
                put(left[line], .executed, at: 2)
            }
            if line < right.count {
                put(name(right[line]), 3)
                // The total stands on both sides: its figures are those on the left.
                if line == 0 {
                    for (index, column) in [BudgetColumn.adjusted, .executed].enumerated() {
                        put(contents.funds[0].amounts[column].map(text) ?? "", 4 + index)
                    }
                } else {
                    put(right[line], .adjusted, at: 4)
                    put(right[line], .executed, at: 5)
                }
            }
            row += 1
        }
        put(words.rate, 0)
        put(0, .rate, at: 1)
        row += 1
    }

    private mutating func fundsAsColumns() {
        put(blockLabel, 0)
        for fund in contents.funds.indices { put(name(fund), 1 + fund) }
        row += 1
        for heading in headings {
            put(heading.text, 0)
            for fund in contents.funds.indices { put(fund, heading.column, at: 1 + fund) }
            row += 1
        }
    }

    private mutating func nameless() {
        let headings = headings
        let hasSide = choices.unitPlace == .label || contents.office.count % 2 == 0
        if hasSide { put(blockLabel, 0, rows: 2) }
        let start = hasSide ? 1 : 0
        for (index, heading) in headings.enumerated() { put(heading.text, start + index) }
        row += 1
        for (index, heading) in headings.enumerated() { put(0, heading.column, at: start + index) }
        row += 1
    }

    private mutating func colons() {
        let words = choices.words
        let unit = choices.unitPlace == .line ? "" : "（\(choices.unit)）"
        func label(_ word: String) -> String { (word.split(separator: "（").first.map(String.init) ?? word) + unit }
        let total = contents.funds[0]
        let cells: [(BudgetColumn, String, Decimal?)] = [
            (.adjusted, label(total.name), total.amounts[.adjusted]),
            (.executed, label(words.executed), total.amounts[.executed]),
        ]
        for (index, cell) in cells.enumerated() {
            guard let amount = cell.2 else { continue }
            grid.put(.money(0, cell.0), amount, "\(cell.1)：\(text(amount))", row, index * 2, owner: total.name)
            grid.merge(row, index * 2, columns: 2)
        }
        if let rate = contents.rate {
            grid.put(.money(0, .rate), rate, "执行率：\(DecimalText.text(rate, places: 2))%", row, 4, owner: total.name)
            grid.merge(row, 4, columns: 2)
        }
        row += 1
        for fund in contents.funds.indices.dropFirst() {
            guard let amount = contents.funds[fund].amounts[.adjusted] else { continue }
            grid.put(
                .money(fund, .adjusted), amount, "\(name(fund))\(unit)：\(text(amount))", row, 0,
                owner: contents.funds[fund].name)
            grid.merge(row, 0, columns: 2)
            row += 1
        }
    }
}
