import Assessment
import Foundation
import FormRecognition
import Spreadsheet

/// Fills the money block: amounts, totals as sums, rates as quotients, and the score of 预算执行率 where it stands there.
struct MoneyFilling {
    let map: FormMap
    let evaluation: Evaluation

    private var totalName: String { evaluation.standard.budgetTotalName }
    private var places: Int { evaluation.standard.moneyPlaces }

    /// The row of the total that scores and rates refer to.
    var totalRow: FormMap.MoneyRow? { map.money.first { $0.name == totalName } }

    func fill(_ form: inout FormSheet) {
        for row in map.money {
            for column in BudgetColumn.amounts { fillAmount(&form, row, column) }
            fillRate(&form, row)
            if let reason = evaluation.line(row.name)?.reason, !reason.text.isEmpty,
                let cell = row.cells[.reason]
            {
                form.put(reason.text, at: cell)
                form.note(reason.source, at: cell)
            }
        }
        fillScore(&form)
    }

    private func fillAmount(_ form: inout FormSheet, _ row: FormMap.MoneyRow, _ column: BudgetColumn) {
        guard let cell = row.cells[column], let amount = evaluation.line(row.name)?.amounts[column] else {
            return
        }
        form.note(amount.source, at: cell)
        guard let value = amount.value else {
            form.put(amount.text, at: cell)
            return
        }
        // Amounts keep all their places; the sheet shows at least those of the form.
        let format = "0." + String(repeating: "0", count: max(places, min(amount.precision, 6)))
        let shown = DecimalText.text(value, places: max(places, min(amount.precision, 6)))
        if let sum = sumFormula(row, column, value: value) {
            form.put(formula: sum, giving: value, at: cell, format: format, shown: shown)
        } else {
            form.put(value, at: cell, format: format, shown: shown)
        }
    }

    /// SUM over the parts of a total, when the parts are on the form and make it.
    private func sumFormula(_ row: FormMap.MoneyRow, _ column: BudgetColumn, value: Decimal) -> String? {
        for block in evaluation.standard.budgetBlocks where block.total == row.name {
            let parts = map.money.filter { $0.grid == row.grid && block.parts.contains($0.name) }
            let amounts = parts.compactMap { evaluation.line($0.name)?[column] }
            let cells = parts.compactMap { $0.cells[column] }
            guard !amounts.isEmpty, cells.count == parts.count, amounts.reduce(0, +) == value else { continue }
            return CellFormulas.sum(cells)
        }
        return nil
    }

    private func fillRate(_ form: inout FormSheet, _ row: FormMap.MoneyRow) {
        guard let cell = row.cells[.rate], let line = evaluation.line(row.name) else { return }
        guard let executed = line[.executed], let adjusted = line[.adjusted], adjusted > 0,
            let above = row.cells[.executed], let below = row.cells[.adjusted]
        else {
            if line[.executed] == nil, line[.adjusted] == nil, let printed = line.amounts[.rate] {
                form.put(printed.text, at: cell)
                form.note(printed.source, at: cell)
            }
            return
        }
        let places = evaluation.standard.ratePlaces
        form.put(
            formula: "\(above)/\(below)", giving: executed / adjusted, at: cell,
            format: CellFormulas.percentFormat(places: places),
            shown: DecimalText.text(executed / adjusted * 100, places: places) + "%")
    }

    private func fillScore(_ form: inout FormSheet) {
        guard evaluation.standard.executionRatePlace == .budget, let row = totalRow, let score = evaluation.budgetScore
        else { return }
        // Points that nobody stated are not made up.
        guard let weight = evaluation.budgetTotal?[.weight] ?? evaluation.standard.executionRateWeight
        else { return }
        form.put(weight, at: row.cells[.weight])
        if let source = evaluation.budgetTotal?.amounts[.weight]?.source {
            form.note(source, at: row.cells[.weight])
        }
        guard let points = score.points, let cell = row.cells[.score] else { return }
        if let formula = score.expression.flatMap({ scoreFormula($0, weight: row.cells[.weight]) }) {
            form.put(formula: formula, giving: points, at: cell)
        } else {
            form.put(points, at: cell)
        }
    }

    /// `执行数/全年预算数` over the total row; nil where the form or the figures lack one of them.
    func rateFormula() -> String? {
        guard let row = totalRow, let above = row.cells[.executed], let below = row.cells[.adjusted],
            evaluation.executionRate != nil
        else { return nil }
        return "\(above)/\(below)"
    }

    /// The cell of an amount in the total row, where its figures are those of the form.
    func totalCell(_ column: BudgetColumn) -> String? { totalRow?.cells[column].map { "\($0)" } }

    /// `ROUND(MIN(执行数/全年预算数,1)*分值,2)` over the total row; nil where the form lacks one of them.
    private func scoreFormula(_ expression: FormulaExpression, weight: CellReference?) -> String? {
        FormulaWriter(figure: { _ in nil }, rate: nil) { part in
            switch part.kind {
            case .weight: weight.map { "\($0)" }
            case .amount(let column): totalCell(column)
            case .target, .actual, .tolerance, .judged, .statedRate: nil
            }
        }.text(expression)
    }
}
