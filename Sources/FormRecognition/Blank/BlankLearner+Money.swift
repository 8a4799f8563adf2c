import Assessment
import Foundation
import FormTemplates
import Spreadsheet

extension BlankLearner {
    mutating func learnMoney(_ block: FormMap.RepeatBlock?) {
        let own = table.headingRows.lowerBound...(block?.rows.upperBound ?? table.headingRows.upperBound)
        let reader = MoneyBlockReader(page: page)
        var unit: MoneyUnit?
        var row = 0
        while row <= page.last.row {
            let columns = own.contains(row) ? [:] : reader.headings(row)
            guard columns[.adjusted] != nil, columns[.executed] != nil, let left = columns.values.min() else {
                row += 1
                continue
            }
            unit = unit ?? page.view.statedUnit(upTo: row)
            taken.insert(row)
            let next = learnGrid(row, left: left, columns: columns, own: own, reader: reader)
            row = max(next, row + 1)
        }
        if let unit {
            form.moneyUnit = unit
        } else if !form.budgetRows.isEmpty {
            ask(nil, "表上没有印金额单位，按万元理解。")
        }
    }

    private mutating func learnGrid(
        _ heading: Int, left: Int, columns: [BudgetColumn: Int], own: ClosedRange<Int>, reader: MoneyBlockReader
    ) -> Int {
        var names: [String] = []
        var totals: [Bool] = []
        var row = heading + 1
        var totalCell: CellReference?
        while row <= page.last.row, !own.contains(row), reader.headings(row).count < 2,
            let cell = reader.nameCell(row, leftOf: left), reader.isRow(row, columns: columns, left: left),
            labels.fact(page.text(cell)) == nil
        {
            let name = Self.rowName(page.text(cell))
            let known = generic.budgetRowName(of: name)
            if !form.budgetRows.contains(where: { $0.name == name }) {
                let words = generic.budgetRows.first { $0.name == known }.map { [$0.name] + $0.synonyms } ?? []
                form.budgetRows.append(.init(name: name, synonyms: words.filter { $0 != name }))
            }
            totals.append(known == generic.standard.budgetTotalName || Self.isTotal(name))
            if totals.last == true, totalCell == nil { totalCell = cell }
            names.append(name)
            taken.insert(row)
            row += 1
        }
        guard let first = names.first else {
            // 年初预算数 and the others may stand side by side, each before its slot.
            let below = reader.nameless(heading + 1, columns: columns, left: left, except: own)
            guard reader.besides(heading, columns: columns) != nil || below != nil else { return row }
            let name = generic.standard.budgetTotalName
            form.budgetRows.append(.init(name: name, synonyms: []))
            form.blocks.append(.init(title: name, total: name, parts: []))
            guard below != nil else { return row }
            taken.insert(heading + 1)
            learnRate(columns, totalRow: heading + 1)
            return heading + 2
        }
        let total = totalCell.map { Self.rowName(page.text($0)) } ?? first
        if totalCell == nil, names.count > 1 {
            ask(CellReference(row: heading + 1, column: 0), "资金各行里没有“总额”“合计”一类的行，把第一行“\(first)”当作合计。")
        }
        let title = reader.nameCell(heading, leftOf: left).map { Self.rowName(page.text($0)) } ?? "资金"
        let ranges = MoneyBreakdowns.ranges(totals)
        for range in ranges where ranges.count > 1 {
            let own = range.first { totals[$0] }.map { names[$0] } ?? total
            let start = CellReference(row: heading + 1 + range.lowerBound, column: 0)
            let label = page.texts(in: start.row).first { $0.text != own && $0.column < left }?.text
            let parts = names[range].filter { $0 != own }
            form.blocks.append(.init(title: label.map(Self.rowName) ?? title, total: own, parts: parts))
        }
        if ranges.count == 1 {
            // Where one total has two breakdowns under it, each makes it.
            let kinds = MoneyBreakdowns.kinds(names.filter { $0 != total }, generic: generic)
            for kind in kinds where kinds.count > 1 {
                form.blocks.append(.init(title: kind.title, total: total, parts: kind.parts))
            }
            if kinds.count < 2 { form.blocks.append(.init(title: title, total: total, parts: kinds.flatMap(\.parts))) }
        }
        learnRate(columns, totalRow: totalCell?.row ?? heading + 1)
        return row
    }

    /// 执行率 with points in the money block is scored there.
    private mutating func learnRate(_ columns: [BudgetColumn: Int], totalRow: Int) {
        guard columns[.score] != nil, form.ratePlace == .none else { return }
        form.ratePlace = .budget
        if let column = columns[.weight] { form.rateWeight = page.view.amount(totalRow, column).value }
    }

    /// What the groups leave of 100 is 预算执行率's, where the form scores it and prints no points for it.
    mutating func concludeRateWeight() {
        let weights = form.levels.compactMap(\.weight)
        let sum = weights.reduce(0, +)
        guard form.ratePlace == .budget, form.rateWeight == nil, !weights.isEmpty, weights.count == form.levels.count,
            sum < 100
        else { return }
        form.rateWeight = 100 - sum
        ask(nil, "预算执行率的分值没有印，各组分值合计 \(sum)，按余下的 \(100 - sum) 分处理。")
    }

    static func isTotal(_ name: String) -> Bool {
        ["总额", "合计", "总金额", "总计"].contains { name.hasSuffix($0) }
    }

    /// `其中：1.财政拨款` is 财政拨款.
    static func rowName(_ text: String) -> String {
        var name = text.filter { !$0.isWhitespace }
        for prefix in ["其中：", "其中:", "其中"] where name.hasPrefix(prefix) { name = String(name.dropFirst(prefix.count)) }
        while let first = name.first, first.isNumber || ".．、（）()".contains(first), name.count > 2 { name.removeFirst() }
        while let last = name.last, "：:".contains(last) { name.removeLast() }
        return Self.withoutUnit(name)
    }

    private static func withoutUnit(_ name: String) -> String {
        for unit in MoneyUnit.allCases {
            for bracket in ["（\(unit)）", "(\(unit))"] where name.hasSuffix(bracket) {
                return String(name.dropLast(bracket.count))
            }
        }
        return name
    }
}
