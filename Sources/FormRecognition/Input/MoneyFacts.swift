import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Amounts of the money block that a person wrote, by row and column.
struct MoneyFacts {
    /// A place of the money block that a label names, with the unit that the label states.
    struct Slot: Hashable {
        var row: String
        var column: BudgetColumn
        var unit: String?
    }

    private struct Key: Hashable {
        var row: String
        var column: BudgetColumn
    }

    private var amounts: [Key: (amount: SourcedNumber, priority: Int)] = [:]
    private var reasons: [String: SourcedText] = [:]

    /// The lines, in the order of the template's rows.
    func lines(_ template: Template) -> [BudgetLine] {
        template.budgetRows.compactMap { row in
            var line = BudgetLine(name: row.name)
            for (key, entry) in amounts where key.row == row.name { line.amounts[key.column] = entry.amount }
            line.reason = reasons[row.name]
            return line.amounts.isEmpty && line.reason == nil ? nil : line
        }
    }

    /// What a label such as `其中：财政拨款 全年预算数（万元）` names; nil when it names no amount.
    static func slot(of text: String, template: Template, labels: LabelTable) -> Slot? {
        guard text.count <= 40, let found = labels.budgetColumnSuffix(text) else { return nil }
        switch found.column {
        // 执行率权重 is of the money block; 分值 and 得分 alone are of the indicators.
        case .weight where LabelTable.plain(text).contains("执行率"): break
        case .weight, .score, .reason: return nil
        case .initial, .adjusted, .executed, .rate: break
        }
        let unit = MoneyUnit.stated(in: text)
        let rest = found.rest.trimmingCharacters(in: CharacterSet(charactersIn: ":,、-—的"))
        let total = template.standard.budgetTotalName
        if rest.isEmpty { return Slot(row: total, column: found.column, unit: unit) }
        return template.budgetRowName(of: rest).map { Slot(row: $0, column: found.column, unit: unit) }
    }

    /// Adds an amount; that of the higher priority (the smaller number) stays.
    mutating func add(_ slot: Slot, _ amount: SourcedNumber, priority: Int, template: Template) {
        let key = Key(row: slot.row, column: slot.column)
        if let known = amounts[key], known.priority <= priority { return }
        guard !TextNormalizer.isBlank(amount.text) else { return }
        var converted = amount
        if [.initial, .adjusted, .executed].contains(slot.column), let unit = slot.unit, unit != template.moneyUnit,
            let value = amount.value
        {
            converted = SourcedNumber(
                value: MoneyUnit.converted(value, from: unit, to: template.moneyUnit), text: amount.text,
                precision: template.standard.moneyPlaces, source: amount.source)
        }
        amounts[key] = (converted, priority)
    }

    /// The reason of a row, empty where none is written: what the form itself prints there is none.
    private mutating func addReason(
        _ slot: Slot, _ view: SheetView, _ row: Int, _ column: Int, _ labels: LabelTable
    ) {
        // Merged over the rows of the block it is the total's, which stands first.
        if let merge = view.merge(row, column), merge.first.row < row { return }
        let source = view.source(row, column)
        let text = labels.fillers.isInstruction(source.text) ? "" : source.text
        if reasons[slot.row] == nil { reasons[slot.row] = SourcedText(text, source: source) }
    }

    /// Reads a small table of money that begins at a row: amounts under headings, row names to the left. Gives whether the row is such a heading.
    mutating func readGrid(
        _ view: SheetView, row: Int, priority: Int, template: Template, labels: LabelTable
    ) -> Bool {
        let texts = view.texts(in: row)
        let columns = texts.compactMap { column, text in labels.budgetColumn(text).map { (column, $0, text) } }
        let kinds = Set(columns.map(\.1)).intersection([.initial, .adjusted, .executed])
        guard kinds.count >= 2, let left = columns.map(\.0).min() else { return false }
        // The unit stands in the block's label (项目资金（元）), or above it (单位：元). Looked for only under a heading.
        let unit = view.statedUnit(upTo: row)
        let headings = columns.map { column, role, text in
            (column: column, slot: Slot(row: "", column: role, unit: MoneyUnit.stated(in: text) ?? unit))
        }
        var found = false
        for below in (row + 1)...(row + 15) {
            let texts = view.texts(in: below)
            let names = texts.filter { $0.column < left }.map(\.text)
            guard let name = names.lazy.reversed().compactMap({ template.budgetRowName(of: $0) }).first else {
                // A fund source that nobody knows does not end the block; the next block of the form does.
                let isOther = texts.contains { labels.fact($0.text) != nil || labels.indicatorColumn($0.text) != nil }
                if names.isEmpty || isOther || !found { break }
                continue
            }
            found = true
            for heading in headings {
                var slot = heading.slot
                slot.row = name
                if slot.column == .reason {
                    addReason(slot, view, below, heading.column, labels)
                } else if !view.text(below, heading.column).isEmpty {
                    add(slot, view.amount(below, heading.column), priority: priority, template: template)
                }
            }
        }
        // Labels side by side with their values are no grid.
        return found
    }
}

/// 元 and 万元.
enum MoneyUnit {
    /// Yuan in one of the unit.
    static func factor(_ unit: String) -> Decimal { unit == "万元" ? 10_000 : 1 }

    /// The unit that a text states: `（万元）` at the end of a label, `单位：元`, or the unit alone; nil when it states none.
    static func stated(in text: String) -> String? {
        let key = TextNormalizer.key(text)
        return ["万元", "元"].first { unit in
            key.hasSuffix("(\(unit))") || key.contains("金额单位" + unit) || key.hasSuffix("单位" + unit)
                || key.hasSuffix("(单位\(unit))") || key == unit
        }
    }

    /// Whether a text is there only to say the unit: `单位：万元`, `金额单位：元`, `单位：万元、%、分`.
    static func isStatement(_ text: String) -> Bool {
        let key = TextNormalizer.key(text)
        for prefix in ["金额单位", "计量单位", "单位"] where key.hasPrefix(prefix) {
            return ["万元", "元", "千元", "亿元"].contains { key.dropFirst(prefix.count).hasPrefix($0) }
        }
        return false
    }

    static func converted(_ value: Decimal, from: String, to: String) -> Decimal {
        value * factor(from) / factor(to)
    }
}
