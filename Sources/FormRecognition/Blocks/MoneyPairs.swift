import Assessment
import FormTemplates
import Spreadsheet

/// Money as labels with their values: `全年预算数 | 100 | 全年执行数 | 90 | 执行率 | 90% | 分值 | 10 | 得分 | 9`, side by side or under one another.
struct MoneyPairs {
    let view: SheetView
    let words: FormWords
    let ownRows: Set<Int>

    /// How many rows of pairs may stand over one that holds points.
    private static let most = 6

    /// The labels of 分值 and 得分 in a row, by their columns, where it holds amounts or the rate of the money besides, or goes on with rows that hold
    /// nothing else: there they are those of 预算执行率.
    func points(in row: Int) -> [Int: BudgetColumn] {
        let texts = view.texts(in: row)
        guard texts.contains(where: { role(of: $0) != nil }) else { return [:] }
        var amounts = Set(texts.compactMap { amountColumn(of: $0) })
        var hasWeight = texts.contains { role(of: $0) == .weight }
        // A row with other labels begins something else.
        if isOfMoney(row) {
            for above in (max(row - Self.most, 0)..<row).reversed() {
                guard !ownRows.contains(above), isOfMoney(above) else { break }
                let texts = view.texts(in: above)
                amounts.formUnion(texts.compactMap { amountColumn(of: $0) })
                hasWeight = hasWeight || texts.contains { role(of: $0) == .weight }
            }
        }
        // 执行率, 分值 and 得分 in one row are enough.
        let isOfRate = amounts == [.rate] && Set(texts.compactMap { role(of: $0) }).count == 2
        guard amounts.count >= 2 || isOfRate else { return [:] }
        var points: [Int: BudgetColumn] = [:]
        for text in texts {
            guard let column = role(of: text) else { continue }
            // 自评得分 may be that of the whole form, and 得分 in a row of its own too, where nothing says out of how much it is.
            let isNear = texts.contains { amountColumn(of: $0) != nil || role(of: $0) == .weight }
            let isClear = words.fact(text.label) == nil ? isNear || hasWeight : isNear && hasWeight
            if column == .weight || isClear { points[text.column] = column }
        }
        return points
    }

    /// 分值 or 得分, if a text is the label of one.
    private func role(of text: ViewText) -> BudgetColumn? {
        guard let label = label(of: text), words.amount(label) == nil else { return nil }
        let column = words.amountColumn(label)
        return column == .weight || column == .score ? column : nil
    }

    /// What of the money a text is the label of.
    private func amountColumn(of text: ViewText) -> BudgetColumn? { words.amount(label(of: text))?.column }

    /// The label of a text, without the value that stands behind it in its own cell: 分值：10.
    private func label(of text: ViewText) -> Label? {
        FactFinder.parts(text.text).map { Label($0.label) } ?? text.label
    }

    /// Whether the labels of a row are those of money, each with its value behind it.
    private func isOfMoney(_ row: Int) -> Bool {
        let labels = view.texts(in: row).filter { $0.label != nil && view.amount(row, $0.column).value == nil }
        return !labels.isEmpty && labels.allSatisfy { amountColumn(of: $0) != nil || role(of: $0) != nil }
    }

    /// An amount in one cell with its label (全年预算数：100), or what stands there instead; nil for another text.
    ///
    /// - Parameters:
    ///   - points: The points that the label asks for.
    ///   - next: What stands behind it in the row.
    func amount(
        _ text: ViewText, _ points: BudgetColumn?, before next: ViewText?
    ) -> (slot: MoneyFacts.Slot, text: String, isNumber: Bool)? {
        guard let parts = FactFinder.parts(text.text), let slot = points.map(slot) ?? words.amount(Label(parts.label))
        else { return nil }
        // 得分： has its slot in its own cell, where nothing but another label with its value stands beside it.
        if parts.value.isEmpty, points == nil || next.map({ FactFinder.parts($0.text) == nil }) ?? false { return nil }
        let number = SourcedNumber(text: parts.value, source: Source(file: "", text: parts.value))
        return (slot, parts.value, number.value != nil || TextNormalizer.isBlank(parts.value))
    }

    /// The place of the money that such a label asks for.
    func slot(_ column: BudgetColumn) -> MoneyFacts.Slot {
        MoneyFacts.Slot(row: words.template.standard.budgetTotalName, column: column, unit: nil)
    }

    /// Whether several amounts stand behind a label, one after another: a row of a table, whose headings say whose they are.
    func isOfTable(_ row: Int, behind text: ViewText) -> Bool {
        let behind = view.texts(in: row).filter { $0.column > text.column }.prefix(2)
        return behind.count == 2 && behind.allSatisfy { view.amount(row, $0.column).value != nil }
    }
}

extension FactFinder {
    /// Takes an amount in one cell with its label; gives how many texts that took. 全年预算数：见附件 says no amount: it is left, to be asked.
    mutating func take(
        _ amount: (slot: MoneyFacts.Slot, text: String, isNumber: Bool), at place: CellReference
    ) -> Int {
        if amount.isNumber {
            found.append(
                FactBlock(target: .amount(amount.slot), label: place, value: place, text: amount.text, slot: nil))
        }
        return 1
    }
}
