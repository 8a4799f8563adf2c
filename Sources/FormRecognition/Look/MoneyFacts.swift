import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Amounts of the money block that were read, by row and column; of two the one of the higher priority stays.
struct MoneyFacts: Sendable {
    /// A place of the money block that a label names, with the unit that the label states.
    struct Slot: Hashable, Sendable {
        var row: String
        var column: BudgetColumn
        var unit: MoneyUnit?
    }

    private struct Key: Hashable {
        var row: String
        var column: BudgetColumn
    }

    private var amounts: [Key: (amount: SourcedNumber, priority: Int)] = [:]
    private var reasons: [String: SourcedText] = [:]
    /// Amounts that gave way to another one for the same place, which says otherwise.
    private(set) var conflicts: [Conflict] = []

    /// Two amounts for one place.
    struct Conflict: Sendable {
        /// What they are.
        var name: String
        var used: SourcedNumber
        var unused: SourcedNumber
    }

    /// The lines, in the order of the template's rows; a total that the template has no row for comes last.
    func lines(_ template: Template) -> [BudgetLine] {
        let names = template.budgetRows.map(\.name)
        let others = Set(amounts.keys.map(\.row) + reasons.keys).subtracting(names)
        return (names + others.sorted()).compactMap { name in
            var line = BudgetLine(name: name)
            for (key, entry) in amounts where key.row == name { line.amounts[key.column] = entry.amount }
            line.reason = reasons[name]
            return line.amounts.isEmpty && line.reason == nil ? nil : line
        }
    }

    /// Adds an amount; that of the higher priority (the smaller number) stays.
    mutating func add(_ slot: Slot, _ amount: SourcedNumber, priority: Int, template: Template) {
        let key = Key(row: slot.row, column: slot.column)
        guard !TextNormalizer.isBlank(amount.text) else { return }
        var converted = amount
        // A unit written behind the number itself (20万元) goes before that of the heading.
        let own = amount.moneyUnit
        if BudgetColumn.amounts.contains(slot.column), let unit = own ?? slot.unit,
            unit != template.moneyUnit,
            let value = amount.value
        {
            converted = SourcedNumber(
                value: unit.converted(value, to: template.moneyUnit), text: amount.text,
                precision: template.standard.moneyPlaces, source: amount.source)
        }
        guard let known = amounts[key] else {
            amounts[key] = (converted, priority)
            return
        }
        let goesBefore = priority < known.priority
        let (used, unused) = goesBefore ? (converted, known.amount) : (known.amount, converted)
        if goesBefore { amounts[key] = (converted, priority) }
        let agrees = used.value == unused.value && (used.value != nil || used.text == unused.text)
        if !agrees {
            conflicts.append(Conflict(name: "\(slot.row)的\(slot.column.rawValue)", used: used, unused: unused))
        }
    }

    /// The reason of a row, empty where none is written: what the form itself prints there is none. The first of a row stays.
    mutating func addReason(row: String, _ reason: SourcedText) {
        if reasons[row] == nil { reasons[row] = reason }
    }
}
