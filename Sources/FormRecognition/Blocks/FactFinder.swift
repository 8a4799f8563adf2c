import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Finds facts in the rows that no table has.
struct FactFinder {
    let view: SheetView
    let words: FormWords
    let ownRows: Set<Int>
    var found: [FactBlock] = []
    /// The points of 预算执行率 that the labels of the row ask for, by their columns.
    var points: [Int: BudgetColumn] = [:]
    let pairs: MoneyPairs

    init(_ look: SheetLook) {
        view = look.view
        words = look.words
        ownRows = look.ownRows
        pairs = MoneyPairs(view: look.view, words: look.words, ownRows: look.ownRows)
    }

    func find(_ look: inout SheetLook) -> [FormPlace] {
        var finder = self
        for row in view.filledRows where !look.ownRows.contains(row) {
            let texts = look.freeTexts(in: row)
            let before = finder.found.count
            finder.points = pairs.points(in: row)
            if !finder.findColumns(row, texts) {
                var index = 0
                while index < texts.count { index += finder.findFact(row, texts, index, &look) }
            }
            for block in finder.found[before...] {
                // A year that is said by the way makes no label of what else is said.
                if case .year = block.target, SaidFigure.isIn(view.text(block.label.row, block.label.column)) {
                    continue
                }
                look.claims.claim(block.label, .label)
                if let value = block.value, value != block.label { look.claims.claim(value, .value) }
                for place in block.more { look.claims.claim(place, .value) }
            }
        }
        finder.tellApart()
        return finder.found.map { FormPlace(sheet: view.index, rows: $0.label.row...$0.label.row, block: $0) }
    }

    // MARK: Words

    /// What stands before and behind the first colon; nil where there is none.
    static func parts(_ text: String) -> (label: String, value: String)? {
        let scalars = text.unicodeScalars
        guard let colon = scalars.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        let value = text[scalars.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
        return (String(text[..<colon]), value)
    }

    /// What a text that is a label and nothing else asks for.
    func target(_ text: ViewText) -> FactBlock.Target? {
        guard let label = text.label else { return nil }
        if let slot = words.amount(label) { return .amount(slot) }
        if let column = points[text.column] { return .amount(pairs.slot(column)) }
        // 填报人：（略） is a label with its text, not 填报人 with a remark.
        // 年度目标1：（40分） is a label with its points.
        if let parts = Self.parts(text.text), !parts.value.isEmpty, label.points == nil || !isBracket(parts.value) {
            return nil
        }
        if let task = WorkTask.place(named: text.text) { return .task(task.number, task.part) }
        return name(label).map { .fact($0) }
    }

    /// 目标2： at the beginning of a row, with its text beside it.
    private func numberedGoal(_ text: ViewText) -> FactBlock.Target? {
        guard let name = text.label?.name, name.hasPrefix("目标"), let number = Int(name.dropFirst(2)), number > 0 else {
            return nil
        }
        return .fact(number == 1 ? .goal : FactName("\(FactName.goal)\(number)"))
    }

    private func isBracket(_ text: String) -> Bool {
        "（(".contains(text.first ?? " ") && "）)".contains(text.last ?? " ")
    }

    /// The fact that a label names, by a word that is listed, by those that it is put together of, or with its number (年度目标2).
    func name(_ label: Label?) -> FactName? { words.namedFact(label) }

    private func isValue(_ text: ViewText) -> Bool {
        // Another label with its own text belongs to nobody else.
        if let parts = Self.parts(text.text), name(Label(parts.label)) != nil { return false }
        return target(text) == nil && MoneyUnit(rawValue: TextNormalizer.key(text.text)) == nil
    }

    /// Whether a text is put together like a label and asks for nothing, since nothing stands beside or under it: 年度目标 beside 项目名称.
    private func isWord(_ row: Int, _ text: ViewText, _ after: ViewText?) -> Bool {
        guard after == nil, words.fact(text.label) == nil, words.composedFact(text.label) != nil else { return false }
        return !view.texts(in: row + 1).contains { $0.column == text.column }
    }

    // MARK: Places

    /// Labels side by side with their texts under them, as 预期目标 and 实际完成情况 have them. Gives whether it is such a row.
    private mutating func findColumns(_ row: Int, _ texts: [ViewText]) -> Bool {
        // A label that reaches down beside them heads the block.
        let heads = texts.filter { view.range(row, $0.column).rows.count == 1 }
        let names = heads.compactMap { head -> (ViewText, FactName)? in
            // 填报人： has its text behind it.
            guard case .fact(let name)? = target(head), !TextNormalizer.narrowed(head.text).hasSuffix(":") else {
                return nil
            }
            return (head, name)
        }
        guard names.count >= 2, names.count == heads.count else { return false }
        let below = view.texts(in: row + 1)
        let values = names.map { head, name in (head, name, below.first { $0.column == head.column }) }
        guard values.contains(where: { $0.2 != nil }), values.allSatisfy({ $0.2.map(isValue) ?? true }) else {
            return false
        }
        for (head, name, value) in values {
            let place = value.map { CellReference(row: row + 1, column: $0.column) }
            found.append(
                FactBlock(
                    target: .fact(name), label: CellReference(row: row, column: head.column), value: place, text: nil,
                    slot: view.source(row + 1, head.column),
                    more: place.map { self.more(below: $0, label: nil, first: heads[0].column) } ?? [])
            )
        }
        return true
    }

    /// Finds what begins at a text; gives how many texts it took.
    private mutating func findFact(_ row: Int, _ texts: [ViewText], _ index: Int, _ look: inout SheetLook) -> Int {
        let text = texts[index]
        let place = CellReference(row: row, column: text.column)
        let next = index + 1 < texts.count ? texts[index + 1] : nil
        let after = index + 2 < texts.count ? texts[index + 2] : nil
        func add(_ target: FactBlock.Target, slot: Source?) -> Int {
            let value = next.flatMap { next -> CellReference? in
                (isValue(next) || isWord(row, next, after)) && !isApart(row, text, next, after: after)
                    ? CellReference(row: row, column: next.column) : nil
            }
            let more = value.map { self.more(below: $0, label: place, first: $0.column) } ?? []
            found.append(FactBlock(target: target, label: place, value: value, text: nil, slot: slot, more: more))
            return value == nil ? 1 : 2
        }
        if let amount = pairs.amount(text, points[text.column], before: next) { return take(amount, at: place) }
        if let target = target(text) ?? (index == 0 && next != nil ? numberedGoal(text) : nil) {
            if next == nil, index == 0, let below = textBelow(row, text, target) {
                return addBelow(target, row, text, value: below)
            }
            if let next, isHeading(row, text, beside: next) { return addBelow(target, row, text) }
            if let next, headsBlock(row, text, beside: next) {
                found.append(FactBlock(target: target, label: place, value: nil, text: nil, slot: nil))
                return 1
            }
            switch target {
            case .fact: return add(target, slot: slot(row, text, next: next))
            // 全年预算数 | 100 | 40 | 30 is a row of a table: whose amounts they are stands over them.
            case .amount where pairs.isOfTable(row, behind: text): return 1
            // 得分 that is left blank.
            case .amount(let amount) where amount.column == .score:
                return add(target, slot: slot(row, text, next: next))
            case .amount, .task, .year: return add(target, slot: nil)
            }
        }
        if MoneyUnit.isStatement(text.text), !SaidFigure.isIn(text.text) {
            look.claims.claim(place, .decoration)
            // 资金单位 | 万元.
            if let label = look.view.texts(in: row).last(where: { $0.column < text.column }),
                label.label?.name.hasSuffix("单位") ?? false
            {
                look.claims.claim(row, label.column, .label)
            }
            return 1
        }
        if findSeveral(row, text) { return 1 }
        if let parts = Self.parts(text.text), let name = name(Label(parts.label)) {
            guard !parts.value.isEmpty else { return add(.fact(name), slot: slot(row, text, next: next)) }
            // 单位：万元，其中结转 77.7 is no unit of people.
            if name == .unit, SaidFigure.isIn(parts.value), MoneyUnit.stated(in: text.text) != nil { return 1 }
            // 单位：万元, 单位：分.
            let isMeasure = name == .unit && Label(parts.label).name == "单位" && parts.value.count == 1
            if isMeasure || MoneyUnit(rawValue: TextNormalizer.key(parts.value)) != nil {
                look.claims.claim(place, .decoration)
                return 1
            }
            found.append(
                FactBlock(
                    target: .fact(name), label: place, value: place, text: parts.value,
                    slot: view.source(row, text.column)))
            return 1
        }
        findYear(text, place)
        return 1
    }

    /// Two places of one kind whose labels differ (中央主管部门, 地方主管部门) are two facts: the second is called as it is printed.
    private mutating func tellApart() {
        var taken: [FactName: (index: Int, label: Label)] = [:]
        for index in found.indices {
            let place = found[index].label
            guard case .fact(let name) = found[index].target, found[index].value != nil else { continue }
            let text = view.text(place.row, place.column)
            let label = Label(found[index].text == nil ? text : Self.parts(text)?.label ?? text)
            guard let other = taken[name] else {
                taken[name] = (index, label)
                continue
            }
            if other.label.name == label.name { continue }
            // A word that is listed keeps the name.
            if words.composedFact(label) != nil {
                found[index].target = .fact(FactName(label.title))
            } else if words.composedFact(other.label) != nil {
                found[other.index].target = .fact(FactName(other.label.title))
                taken[name] = (index, label)
            }
        }
    }

    /// Whether a label heads a text under it: what stands right of it is another label that nobody knows, with a text of its own under it.
    private func isHeading(_ row: Int, _ text: ViewText, beside next: ViewText) -> Bool {
        guard isValue(next), let other = next.label, other.name.count <= 12, other.tag == nil,
            view.range(row, text.column).rows.count == 1
        else { return false }
        let below = view.texts(in: row + 1)
        guard let own = below.first(where: { $0.column == text.column }), isValue(own),
            below.contains(where: { $0.column == next.column && isValue($0) })
        else { return false }
        // A sentence is no label: what stands under the label is its text, not the label of the next line.
        return own.label == nil || own.text.count > 20 || own.text.contains { "，。；、".contains($0) }
    }

    /// Whether a label reaches down beside rows of which the first is headed by labels of its own: it names the block, and nothing beside it.
    private func headsBlock(_ row: Int, _ text: ViewText, beside next: ViewText) -> Bool {
        let range = view.range(row, text.column)
        let other = view.range(row, next.column)
        guard next.label.map({ $0.name.count <= 12 }) ?? false else { return false }
        let below = view.texts(in: other.last.row + 1)
        guard let under = below.first(where: { $0.column == next.column }), isValue(under) else { return false }
        if range.rows.count > other.rows.count { return range.rows.contains(other.last.row + 1) }
        // Not merged, with nothing under it, beside labels that have sentences under them.
        let isSentence = under.label == nil || under.text.count > 20 || under.text.contains { "，。；、".contains($0) }
        return isSentence && !below.contains { $0.column == text.column } && below.count >= 2
    }

    /// Whether the next text is no value of a label: the label has an empty slot of its own, and what stands behind it is another label, with a
    /// text of its own.
    private func isApart(_ row: Int, _ text: ViewText, _ next: ViewText, after: ViewText?) -> Bool {
        let right = view.range(row, text.column).last.column + 1
        guard next.column > right, view.sheet[row, right] != nil, next.label != nil, let after else { return false }
        return after.column == view.range(row, next.column).last.column + 1
    }

    private mutating func addBelow(
        _ target: FactBlock.Target, _ row: Int, _ text: ViewText, value: CellReference? = nil
    ) -> Int {
        let place = value ?? CellReference(row: row + 1, column: text.column)
        found.append(
            FactBlock(
                target: target, label: CellReference(row: row, column: text.column), value: place, text: nil,
                slot: view.source(place.row, place.column),
                more: value == nil ? [] : more(below: place, label: nil, first: place.column)))
        return 1
    }

    /// The text that stands alone under a label that stands alone in its row, as wide as it: 年度绩效目标 over the goal. What is said there is prose.
    private func textBelow(_ row: Int, _ text: ViewText, _ target: FactBlock.Target) -> CellReference? {
        guard case .fact(let name) = target, name.isProse, !TextNormalizer.narrowed(text.text).hasSuffix(":") else {
            return nil
        }
        let range = view.range(row, text.column)
        let next = range.last.row + 1
        let below = view.texts(in: next)
        guard below.count == 1, below[0].column == text.column, !ownRows.contains(next), isValue(below[0]),
            view.range(next, below[0].column).columns == range.columns, !words.labels.isNote(below[0].text),
            view.amount(next, below[0].column).value == nil
        else { return nil }
        return CellReference(row: next, column: below[0].column)
    }

    /// 2022年度 of a title; not the 2021年决算数 of a column.
    private mutating func findYear(_ text: ViewText, _ place: CellReference) {
        // 2023年项目绩效自评表.
        let isTitle = text.label.map { $0.words.hasSuffix("表") } ?? false
        guard text.text.contains("年度") || text.text.count <= 6 || isTitle, let year = FactCollector.year(in: text.text),
            !isFigure(text.text, year: year)
        else { return }
        found.append(FactBlock(target: .year, label: place, value: nil, text: year, slot: nil))
    }

    /// Whether a text with a year is the heading of base figures (2017年决算数), which says nothing of the form's year.
    private func isFigure(_ text: String, year: String) -> Bool {
        guard let figures = words.template.figures, let year = Int(year) else { return false }
        return FigureTable.entry(text, in: figures.columns + figures.values, year: year) != nil
    }

    /// The slot right of a label; under it where the next label stands beside it.
    private func slot(_ row: Int, _ text: ViewText, next: ViewText?) -> Source {
        let label = view.range(row, text.column)
        let right = label.last.column + 1
        let isTaken = next.map { $0.column == right && !isValue($0) } ?? false
        // 填报人： at the end of a form has its slot in its own cell.
        let hasCell = view.sheet[label.first.row, right] != nil
        if !hasCell, TextNormalizer.narrowed(text.text).hasSuffix(":") { return view.source(row, text.column) }
        return isTaken ? view.source(label.last.row + 1, text.column) : view.source(row, right)
    }
}
