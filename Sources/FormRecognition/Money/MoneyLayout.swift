import Assessment
import FormTemplates
import Spreadsheet

/// Tells of the lines of a money block which one is the total and what makes it, by words, place and arithmetic.
struct MoneyLayout {
    private let words: FormWords
    private let source: (CellReference) -> Source
    private(set) var lines: [MoneyLine]
    /// What makes the total.
    private(set) var blocks: [Standard.BudgetBlock] = []
    /// Why each line was read as it was.
    private(set) var readings: [PlaceReading] = []

    private var total: String { words.template.standard.budgetTotalName }

    /// Settles what the lines are.
    ///
    /// - Parameter source: What stands at a place.
    init(_ lines: [MoneyLine], words: FormWords, source: @escaping (CellReference) -> Source) {
        self.lines = lines
        self.words = words
        self.source = source
        settleTotal()
        nameDoubles()
        settleParts()
        for line in self.lines where !line.isTotal || line.isOtherTotal { addGround(of: line) }
    }

    // MARK: The total

    private mutating func settleTotal() {
        for (index, fate) in MoneyTotals(lines: lines, words: words).rivals {
            lines[index].name = fate == .open ? nil : lines[index].printed
            switch fate {
            case .open: lines[index].kind = nil
            case .part: lines[index].kind = .part
            case .other: lines[index].isOtherTotal = true
            }
        }
        for index in lines.indices where lines[index].isOtherTotal {
            let name = lines[index].name
            let isDouble = lines[..<index].contains { $0.isOtherTotal && $0.name == name }
            if isDouble { lines[index].name = "\(lines[index].printed)（第 \(lines[index].place.row + 1) 行）" }
        }
        let named = lines.indices.filter { lines[$0].isTotal }
        for index in named where !lines[index].isOtherTotal {
            let signs = [lines[index].kind == .total ? "called" : "composed"] + signs(of: index)
            addGround(index, signs, .plain)
        }
        let broad = lines.indices.filter { lines[$0].kind == .broad }
        guard named.isEmpty else {
            // What is no total beside one is a part, if it fits.
            for index in broad { lines[index].kind = .fund }
            return
        }
        let weighed = broad.map { index in (index, signs: ["broad"] + signs(of: index)) }
        let enough = weighed.filter { weight($0.signs) >= words.labels.money.certain }
        let best = enough.max { weight($0.signs) < weight($1.signs) }
        let isSole = best.map { best in enough.count { weight($0.signs) == weight(best.signs) } == 1 } ?? false
        for (index, signs) in weighed {
            if isSole, index == best?.0 {
                lines[index].kind = .composedTotal
                lines[index].name = total
                addGround(index, signs, .plain)
            } else {
                lines[index].kind = best == nil ? nil : .fund
                if best == nil {
                    lines[index].name = nil
                    addGround(index, signs, .open)
                }
            }
        }
    }

    private func weight(_ signs: [String]) -> Int {
        signs.compactMap { words.labels.money.sign($0)?.weight }.reduce(0, +)
    }

    /// The signs that a line is the total, but for its name.
    private func signs(of index: Int) -> [String] {
        if lines.count == 1 { return ["only"] }
        var signs: [String] = []
        if index == 0 { signs.append("first") }
        if index == lines.count - 1 { signs.append("last") }
        if index + 1 < lines.count, lines[index + 1].isWithin { signs.append("within") }
        let others = lines.indices.filter { $0 != index && !lines[$0].isTotal }
        if !others.isEmpty, MoneySums(lines: lines).direct(others, index).fit.isWhole { signs.append("sum") }
        if lines[index].isFormula { signs.append("formula") }
        if lines[index].hasPoints { signs.append("points") }
        return signs
    }

    private mutating func addGround(_ index: Int, _ signs: [String], _ certainty: PlaceReading.Certainty) {
        let evidence = signs.compactMap { words.labels.money.sign($0) }
        readings.append(
            PlaceReading(
                source: source(lines[index].place), reading: certainty == .open ? "" : "资金合计（\(total)）",
                certainty: certainty,
                evidence: evidence.map { .init(kind: $0.kind, weight: $0.weight, ground: $0.ground) }))
    }

    // MARK: Parts

    /// Two lines whose labels differ are two, though one word stands for both: the second is called as it is printed.
    private mutating func nameDoubles() {
        var taken: [String: (index: Int, label: String, group: String?)] = [:]
        for index in lines.indices where !lines[index].isTotal {
            guard let name = lines[index].name else { continue }
            guard let other = taken[name] else {
                taken[name] = (index, lines[index].labelName, lines[index].group)
                continue
            }
            if other.label != lines[index].labelName {
                // 财政拨款 beside 一般公共预算拨款, which is called so too: the first gives way to what is printed.
                if lines[index].printed == name { lines[other.index].name = lines[other.index].printed }
                lines[index].name = lines[index].printed
            } else if let group = lines[index].group, group != other.group {
                lines[index].name = "\(name)（\(group)）"
            }
        }
    }

    /// A row of parts that stand together, with the number of their total.
    private struct Run {
        var title: String
        var total: Int?
        var parts: [Int] = []
    }

    private mutating func settleParts() {
        let runs = runs()
        let sums = MoneySums(lines: lines)
        var settled = runs.map { run -> (run: Run, direct: (parts: [Int], fit: MoneySums.Fit)) in
            (run, run.total.map { sums.direct(run.parts, $0) } ?? (run.parts, MoneySums.Fit()))
        }
        let misfits = settled.contains { !$0.direct.fit.isWhole }
        var isOpen = false
        if misfits, runs.count > 1, let whole = runs[0].total, runs.allSatisfy({ $0.total == whole }) {
            // 基本支出 and 项目支出 within 财政拨款 look like another breakdown.
            let all = runs.flatMap(\.parts)
            let direct = sums.direct(all, whole)
            if direct.fit.isWhole {
                settled = [(Run(title: runs[0].title, total: whole, parts: all), direct)]
            } else {
                isOpen = Set(runs.map(\.title)).count < runs.count
            }
        }
        for (run, direct) in settled {
            let doubtful = run.parts.filter { index in
                lines[index].kind == .fund && lines[index].amounts.values.contains { $0.value != 0 }
            }
            if !doubtful.isEmpty, !direct.fit.isWhole {
                for index in doubtful { lines[index].name = nil }
            }
            let inner = run.parts.filter { !direct.parts.contains($0) }
            let parts = direct.parts.compactMap { lines[$0].name }
            guard run.total != nil, !parts.isEmpty else { continue }
            let whole = run.total.flatMap { lines[$0].name } ?? total
            var block = Standard.BudgetBlock(title: run.title, total: whole, parts: parts)
            block.inner = inner.compactMap { lines[$0].name }
            block.isCertain =
                !isOpen && (direct.fit.agrees > 0 || isPlain(run.parts))
                && (direct.fit.isWhole || isApart(run, settled) && !isLone(run.parts))
            blocks.append(block)
            if direct.fit.isWhole { addExceeding(inner, direct.parts, sums) }
        }
        settleOtherTotals()
    }

    /// Rows of 其中 that are more than what they are some of: their sum is wrong whatever else it is made of.
    private mutating func addExceeding(_ inner: [Int], _ direct: [Int], _ sums: MoneySums) {
        for outer in direct {
            let own = inner.filter { one in one > outer && !direct.contains { $0 > outer && $0 < one } }
            guard let name = lines[outer].name, sums.exceeds(own, outer), own.contains(where: { lines[$0].isWithin })
            else { continue }
            blocks.append(.init(title: "\(name)的其中", total: name, parts: own.compactMap { lines[$0].name }))
        }
    }

    /// One row of 其中 alone is some of the total, not all of it.
    private func isLone(_ parts: [Int]) -> Bool { parts.count == 1 && lines[parts[0]].isWithin }

    /// Whether the rows under a total are its own, where there are several totals: one is of what came in and the other of what was spent, or the
    /// budget's is made by rows of another breakdown.
    private func isApart(_ run: Run, _ settled: [(run: Run, direct: (parts: [Int], fit: MoneySums.Fit))]) -> Bool {
        let others = lines.filter(\.isOtherTotal)
        guard !others.isEmpty, let main = lines.first(where: { $0.isTotal && !$0.isOtherTotal }) else { return true }
        let money = words.labels.money
        if money.isSpent(main.labelName), others.allSatisfy({ money.isIncome($0.labelName) }) { return true }
        return settled.contains { other in
            let isOfMain = other.run.total.map { !lines[$0].isOtherTotal } ?? false
            return isOfMain && other.direct.fit.isWhole && other.run.title != run.title
        }
    }

    /// Totals besides the one of the budget: some of them make it, as 小计 does, the others stand for themselves (收入合计 beside 支出合计).
    private mutating func settleOtherTotals() {
        let others = lines.indices.filter { lines[$0].isOtherTotal }
        guard !others.isEmpty else { return }
        if let whole = lines.indices.first(where: { lines[$0].isTotal && !lines[$0].isOtherTotal }),
            !blocks.contains(where: { $0.total == total }), others.count > 1,
            MoneySums(lines: lines).fit(others, whole).isWhole
        {
            blocks.append(.init(title: total, total: total, parts: others.compactMap { lines[$0].name }))
        }
        let known = Set(blocks.flatMap { [$0.total] + $0.parts + $0.inner })
        for name in others.compactMap({ lines[$0].name }) where !known.contains(name) {
            blocks.append(.init(title: name, total: name, parts: []))
        }
    }

    /// Parts under one heading each: broken where the form prints another group, where it goes from sources to what was paid, and at totals.
    private func runs() -> [Run] {
        var runs: [Run] = []
        var current = Run(title: "")
        let first = lines.indices.first { lines[$0].isTotal && !lines[$0].isOtherTotal }
        func close() {
            guard !current.parts.isEmpty else { return }
            if current.total == nil { current.total = first }
            runs.append(current)
        }
        for index in lines.indices where lines[index].name != nil {
            if lines[index].isTotal {
                if current.parts.isEmpty {
                    current.total = index
                } else if current.total == nil {
                    current.total = index
                    close()
                    current = Run(title: "")
                } else {
                    close()
                    current = Run(title: "", total: index)
                }
                continue
            }
            let title = title(of: lines[index])
            if !current.parts.isEmpty, title != current.title {
                close()
                current = Run(title: title, total: current.total)
            }
            current.title = title
            current.parts.append(index)
        }
        close()
        return runs
    }

    private func title(of line: MoneyLine) -> String {
        if let group = line.group { return group }
        return words.labels.money.isNature(line.name ?? line.printed) ? "支出构成" : "资金来源"
    }

    /// Whether parts can't stand within one another, by their words.
    private func isPlain(_ parts: [Int]) -> Bool {
        if parts.contains(where: { lines[$0].kind == .fund }) { return false }
        if parts.dropFirst().contains(where: { lines[$0].isWithin }) { return false }
        let inner = parts.map { words.labels.money.mayStandWithin(lines[$0].printed) }
        guard let outer = inner.firstIndex(of: false) else { return true }
        return !inner[outer...].contains(true)
    }

    private mutating func addGround(of line: MoneyLine) {
        let money = words.labels.money
        func add(_ reading: String, _ certainty: PlaceReading.Certainty, _ grounds: [(kind: String, ground: String)]) {
            readings.append(
                PlaceReading(
                    source: source(line.place), reading: reading, certainty: certainty,
                    evidence: grounds.map { .init(kind: $0.kind, weight: 1, ground: $0.ground) }))
        }
        guard let name = line.name else {
            return add("", .open, [("名称", "不是认识的资金名称，或者加上它，各项之和不等于合计")])
        }
        if line.isOtherTotal { return add("“\(name)”，另一个合计", .plain, [("名称", "是合计的叫法"), ("比较", "金额和“\(total)”不同")]) }
        let block = blocks.first { $0.parts.contains(name) || $0.inner.contains(name) }
        let isInner = block?.inner.contains(name) ?? false
        var grounds = [("名称", line.kind == .fund ? "以资金的词结尾" : "是资金的叫法")]
        if let group = line.group { grounds.append(("位置", "在“\(group)”下面")) }
        if line.isWithin { grounds.append(("名称", "写着“其中”")) }
        if line.kind == .fund { grounds.append(("算术", "加上它，各项之和等于合计")) }
        if money.isNature(name) { grounds.append(("名称", "说的是支出构成")) }
        add(isInner ? "“\(name)”，在另一项里面，不另加" : "\(total)的一项“\(name)”", .plain, grounds)
    }
}
