import Foundation
import Spreadsheet

/// The rows of a submission by what they stand for under a standard.
///
/// Where the form scores 预算执行率 in the money block, a row of the indicator table that scores it is that row: it is none of the indicators, and
/// what it says (points, rate, reason) is said of the block's total, as far as the block itself says nothing.
public struct FormRows: Sendable {
    /// The row of ``Submission/indicators`` that stands for 预算执行率 of the money block, by its number; nil where none does.
    public let rateRow: Int?
    /// The rows of the indicator table that are indicators, in order.
    public let indicators: [Indicator]
    /// The rows of the money block, with what ``rateRow`` says.
    public let budget: [BudgetLine]
    private let facts: [FactName: SourcedText]
    private let totalName: String

    init(_ submission: Submission, standard: Standard) {
        facts = submission.facts
        totalName = standard.budgetTotalName
        rateRow = Self.rateRow(of: submission, standard)
        guard let rateRow else {
            (indicators, budget) = (submission.indicators, submission.budget)
            return
        }
        var left = submission.indicators
        let row = left.remove(at: rateRow)
        indicators = left
        var total = submission.line(totalName) ?? BudgetLine(name: totalName)
        Self.complete(&total, by: row)
        var lines = submission.budget
        if let index = lines.firstIndex(where: { $0.name == total.name }) {
            lines[index] = total
        } else {
            lines.insert(total, at: 0)
        }
        budget = lines
    }

    private static func rateRow(of submission: Submission, _ standard: Standard) -> Int? {
        guard standard.executionRatePlace == .budget else { return nil }
        let printed = submission.line(standard.budgetTotalName)
        let isScoredThere = printed?[.weight] != nil || printed?[.score] != nil
        // Under 时效 or 成本 it is scored a second time: it stays, for SCO-08 to say so.
        return submission.indicators.firstIndex { $0.isExecutionRate && !(isScoredThere && SCO08.isTimeOrCost($0)) }
    }

    private static func complete(_ line: inout BudgetLine, by row: Indicator) {
        if line.amounts[.weight] == nil { line.amounts[.weight] = row.weight }
        if line.amounts[.score] == nil { line.amounts[.score] = row.givenScore }
        if line.amounts[.rate] == nil, let actual = row.actual, let quantity = row.actualQuantity, !row.statesAmounts {
            line.amounts[.rate] = SourcedNumber(
                value: quantity.number, text: actual.text, precision: quantity.precision, source: actual.source)
        }
        if line.reason == nil { line.reason = row.reason }
    }

    /// The line of the money block with this name, or nil.
    func line(_ name: String) -> BudgetLine? { budget.first { $0.name == name } }

    /// A figure by its name, with where it stood: a column of the money block's total row, `行 列`, or a fact that is a number.
    func figure(_ name: String) -> (value: Decimal, text: String, source: Source)? {
        if let column = BudgetColumn(rawValue: name), let amount = line(totalName)?.amounts[column],
            let value = amount.value
        {
            return (value, amount.text, amount.source)
        }
        let parts = name.split(separator: " ").map(String.init)
        if parts.count == 2, let column = BudgetColumn(rawValue: parts[1]),
            let amount = line(parts[0])?.amounts[column],
            let value = amount.value
        {
            return (value, amount.text, amount.source)
        }
        guard let fact = facts[FactName(name)], let value = Quantity(fact.text).number else { return nil }
        return (value, fact.text, fact.source)
    }
}
