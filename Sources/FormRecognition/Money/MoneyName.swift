import Assessment
import FormTemplates
import Spreadsheet

/// What the label of a row (or column) of money says by its words alone.
struct MoneyName: Sendable {
    /// For what the words take it.
    enum Kind: Sendable {
        /// The total, by a word that is listed.
        case total
        /// The total, by the words that it is put together of.
        case composedTotal
        /// The total, if its place says so too: 全年支出.
        case broad
        /// A part that is listed, or all whose words are known.
        case part
        /// A part by its last word alone: 村里自筹款.
        case fund
    }

    var kind: Kind
    /// Canonical name, or as it is printed.
    var name: String
    /// What it is a part of, where the label says so itself: 资金来源 of `1、资金来源：（1）政府预算资金`.
    var group: String?
}

extension FormWords {
    /// What a text says as the label of a row of money; nil where it is none by its words.
    func moneyName(_ text: String) -> MoneyName? { moneyNames.value(of: text) { newMoneyName(text) } }

    private func newMoneyName(_ text: String) -> MoneyName? {
        let label = Label(text)
        let total = template.standard.budgetTotalName
        if let name = budgetRow(label) { return MoneyName(kind: name == total ? .total : .part, name: name) }
        if let parts = FactFinder.parts(text), !parts.value.isEmpty, Label(parts.label).name != "其中" {
            guard parts.value.contains(where: \.isLetter), var name = moneyName(parts.value) else { return nil }
            name.group = name.group ?? BlankLearner.rowName(parts.label)
            return name
        }
        let words = labels.money
        if words.isTotal(label) { return MoneyName(kind: .composedTotal, name: total) }
        if let bare = words.withoutModifiers(label), let name = budgetRow(bare), name != total {
            return MoneyName(kind: .part, name: name)
        }
        if let bare = words.withoutSum(label), let name = budgetRow(bare), name != total {
            return MoneyName(kind: .part, name: name)
        }
        let printed = BlankLearner.rowName(text)
        // 自筹资金合计 is 自筹资金.
        if let bare = words.withoutSum(label), words.isKnownFund(bare) { return MoneyName(kind: .part, name: printed) }
        if words.mayBeTotal(label) { return MoneyName(kind: .broad, name: printed) }
        if words.isKnownFund(label) { return MoneyName(kind: .part, name: printed) }
        return words.isFund(label) ? MoneyName(kind: .fund, name: printed) : nil
    }

    /// The funds that texts head, side by side: 合计 | 财政拨款 | 其他资金. Beside a total 中央 | 省 | 市 are funds too.
    func moneyFunds(_ texts: [ViewText]) -> [(text: ViewText, name: MoneyName)] {
        let named = texts.map { (text: $0, name: moneyName($0.text)) }
        let hasTotal = named.contains { $0.name?.kind == .total || $0.name?.kind == .composedTotal }
        return named.compactMap { text, name in
            (name ?? (hasTotal ? bareFund(text.text) : nil)).map { (text: text, name: $0) }
        }
    }

    /// Whether names are enough to head funds side by side.
    func areFunds(_ names: [MoneyName]) -> Bool {
        names.count { $0.kind != .fund } >= 2
            || names.count >= 3 && names.contains { $0.kind == .total || $0.kind == .composedTotal }
    }

    /// A word that is the name of a fund only where funds stand: 中央, 省级, 自筹.
    func bareFund(_ text: String) -> MoneyName? {
        labels.money.isBareFund(Label(text)) ? MoneyName(kind: .fund, name: BlankLearner.rowName(text)) : nil
    }

    /// The columns of money that texts head: listed words, and words that are put together of known ones where the row heads money by them.
    func moneyHeadings(_ texts: [ViewText]) -> [BudgetColumn?] {
        let listed = texts.map { budgetColumn($0.label) }
        let composed = zip(texts, listed).map { text, column -> BudgetColumn? in
            if let column { return column }
            guard let label = text.label else { return nil }
            if let column = labels.composedBudgetColumn(label) { return column }
            // 偏差原因分析及改进措施 heads reasons here as it does in the indicator table.
            let role = indicatorColumn(label) ?? labels.composedColumn(label)
            return role == .reason ? .reason : nil
        }
        let amounts = Set(composed.compactMap { $0 }).intersection(BudgetColumn.amounts)
        let isHeading = listed.contains { $0 != nil } || amounts.count >= 2
        guard isHeading else { return listed }
        // Of two for one column the listed one is meant.
        var found = Set(listed.compactMap { $0 })
        return onlyBudget(
            texts,
            zip(listed, composed).map { listed, composed in
                if let listed { return listed }
                return composed.flatMap { found.insert($0).inserted ? $0 : nil }
            })
    }

    /// 预算批复数 beside what was spent is the year's budget, where no heading is that one and none says that it is of the year's beginning.
    private func onlyBudget(_ texts: [ViewText], _ columns: [BudgetColumn?]) -> [BudgetColumn?] {
        guard !columns.contains(.adjusted), columns.contains(.executed), columns.count(where: { $0 == .initial }) == 1
        else { return columns }
        return zip(texts, columns).map { text, column in
            column == .initial && !labels.money.isOfBeginning(Label(text.text)) ? .adjusted : column
        }
    }

    /// The column of money that a heading names together with the one over it: 全年数 under 预算, 年初 under 预算数.
    func moneyHeading(_ text: ViewText, under above: ViewText) -> BudgetColumn? {
        // Most texts that stand under one another are longer than any heading.
        guard above.text.unicodeScalars.count + text.text.unicodeScalars.count <= 20 else { return nil }
        return labels.budgetColumn(text.text, under: above.text)
    }

    /// The fact that a label means by the words that it is put together of; nil for none.
    func composedFact(_ label: Label?) -> FactName? {
        guard let label, fact(label) == nil else { return nil }
        return labels.composedFact(label)
    }

    /// The fact that a label names, by a word that is listed, by those that it is put together of, or with its number (年度目标2): in a filled form and
    /// in a blank alike.
    func namedFact(_ label: Label?) -> FactName? {
        guard let label else { return nil }
        if let name = fact(label) ?? composedFact(label) { return name }
        let digits = label.name.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard (1...2).contains(digits), label.name.count - digits >= 4,
            let number = Int(label.name.suffix(digits)), number > 0
        else { return nil }
        let bare = Label(String(label.name.dropLast(digits)))
        guard let name = fact(bare) ?? composedFact(bare), name == .goal || name == .outcome else { return nil }
        return number == 1 ? name : FactName("\(name)\(number)")
    }
}
