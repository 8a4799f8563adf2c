import Assessment
import Foundation
import FormTemplates
import Spreadsheet

extension BlankLearner {
    mutating func learnMoney(_ block: FormMap.RepeatBlock?) {
        let own = table.headingRows.lowerBound...(block?.rows.upperBound ?? table.headingRows.upperBound)
        var unit: MoneyUnit?
        for grid in MoneyBlockReader(page: page).grids(except: own) {
            unit = unit ?? page.view.statedUnit(upTo: grid.rows.upperBound)
            taken.formUnion(grid.rows)
            learnGrid(grid)
        }
        settleWords()
        if let unit {
            form.moneyUnit = unit
        } else if !form.budgetRows.isEmpty {
            ask(nil, "表上没有印金额单位，按万元理解。")
        }
    }

    private mutating func learnGrid(_ grid: MoneyGrid) {
        guard !grid.funds.isEmpty else {
            // 年初预算数 and the others may stand side by side, each before its slot.
            guard let cells = grid.unnamed.last else { return }
            let name = generic.standard.budgetTotalName
            form.budgetRows.append(.init(name: name, synonyms: []))
            form.blocks.append(.init(title: name, total: name, parts: []))
            return learnRate(cells, grid)
        }
        let lines = lines(of: grid)
        let totals = lines.map(\.isTotal)
        let view = page.view
        let layout = MoneyLayout(lines, words: page.words) { view.source($0.row, $0.column) }
        // The form's own words name its rows.
        let names = layout.lines.map { $0.isTotal ? $0.printed : $0.name ?? $0.printed }
        for (index, name) in names.enumerated() where !form.budgetRows.contains(where: { $0.name == name }) {
            let known = totals[index] ? generic.standard.budgetTotalName : grid.funds[index].line.name
            let words = generic.budgetRows.first { $0.name == known }.map { [$0.name] + $0.synonyms } ?? []
            form.budgetRows.append(.init(name: name, synonyms: words.filter { $0 != name }))
        }
        let first = totals.firstIndex(of: true) ?? 0
        learnBlocks(layout, names, totals, title: grid.title ?? "资金")
        learnRate(grid.funds[first].cells, grid)
    }

    /// What the rows are, by the words of the form: where none of them says that it is the total, the one that may be is, or the first.
    private mutating func lines(of grid: MoneyGrid) -> [MoneyLine] {
        var lines = grid.funds.map(\.line)
        for index in lines.indices {
            if !lines[index].isTotal, Self.isTotal(lines[index].printed) { lines[index].kind = .composedTotal }
            lines[index].name = lines[index].printed
        }
        guard !lines.contains(where: \.isTotal) else { return lines }
        let broad = lines.indices.filter { lines[$0].kind == .broad }
        let total = broad.count == 1 ? broad[0] : 0
        lines[total].kind = .composedTotal
        if lines.count > 1 {
            ask(lines[total].place, "资金各行里没有“总额”“合计”一类的行，把“\(lines[total].printed)”当作合计。")
        }
        return lines
    }

    private mutating func learnBlocks(_ layout: MoneyLayout, _ names: [String], _ totals: [Bool], title: String) {
        let total = totals.firstIndex(of: true).map { names[$0] } ?? names[0]
        let ranges = MoneyBreakdowns.ranges(totals)
        for range in ranges where ranges.count > 1 {
            let own = range.first { totals[$0] }.map { names[$0] } ?? total
            let group = range.lazy.compactMap { layout.lines[$0].group }.first
            form.blocks.append(.init(title: group ?? title, total: own, parts: names[range].filter { $0 != own }))
        }
        guard ranges.count == 1 else { return }
        let groups = Set(layout.lines.filter { !$0.isTotal }.compactMap(\.group))
        if groups.count > 1 {
            // The form itself says what its rows are split by.
            for block in layout.blocks {
                form.blocks.append(.init(title: block.title, total: total, parts: block.parts))
            }
            return
        }
        // Where one total has two breakdowns under it, each makes it.
        let kinds = MoneyBreakdowns.kinds(names.filter { $0 != total }, generic: generic)
        for kind in kinds where kinds.count > 1 {
            form.blocks.append(.init(title: kind.title, total: total, parts: kind.parts))
        }
        if kinds.count < 2 { form.blocks.append(.init(title: title, total: total, parts: kinds.flatMap(\.parts))) }
    }

    /// No word may stand for two rows: what a row is printed as goes before what is said of it elsewhere.
    private mutating func settleWords() {
        var taken = Set(form.budgetRows.map { Label.name(of: $0.name) })
        for index in form.budgetRows.indices {
            form.budgetRows[index].synonyms.removeAll { !taken.insert(Label.name(of: $0)).inserted }
        }
    }

    /// 执行率 with points in the money block is scored there.
    private mutating func learnRate(_ cells: [BudgetColumn: CellReference], _ grid: MoneyGrid) {
        guard cells[.score] != nil, form.ratePlace == .none else { return }
        form.ratePlace = .budget
        form.rateWeight = cells[.weight].flatMap { page.view.amount($0.row, $0.column).value } ?? grid.points?.value
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
