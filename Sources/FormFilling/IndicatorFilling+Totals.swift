import Assessment
import Foundation
import Spreadsheet

extension IndicatorFilling {
    /// Puts 分值 and 得分 of the row of totals, and the grade.
    func fillTotals(_ form: inout FormSheet, first: Int) {
        let inMoney = evaluation.standard.executionRatePlace == .budget ? money.totalRow : nil
        let weights = sum(.weight, first: first, extra: inMoney?.cells[.weight])
        let weightTotal = map.totalRow.flatMap { cell(.weight, $0) }
        // Indicators that the bureau names keep their points, reported or not.
        let open = plan.rows.compactMap(\.openWeight).reduce(0, +)
        // The form may have no cell for the points of 预算执行率: its sum is that of its rows.
        let unseen =
            evaluation.budgetScore != nil && inMoney?.cells[.weight] == nil
            ? evaluation.budgetTotal?[.weight] ?? evaluation.standard.executionRateWeight ?? 0 : 0
        let made = evaluation.weightTotal + open - unseen
        // A total that is printed otherwise stays: it is the form's, and WGT-01 says what the rows make.
        let printed = weightTotal.flatMap { form.sheet[$0] }.flatMap { cell in
            cell.formula == nil ? DecimalText.number(TextNormalizer.narrowed(cell.shown)) : nil
        }
        if let weights, printed == nil || printed == made { form.put(formula: weights, giving: made, at: weightTotal) }
        guard let points = sum(.score, first: first, extra: inMoney?.cells[.score]),
            let total = map.totalRow.flatMap({ cell(.score, $0) }) ?? map.total
        else { return }
        let formula = totalFormula(points, weights: weightTotal.map { "\($0)" } ?? weights)
        form.put(formula: formula, giving: evaluation.total ?? evaluation.scored, at: total)
        if let apart = map.total, apart != total {
            form.put(formula: "\(total)", giving: evaluation.total ?? evaluation.scored, at: apart)
        }
        guard let grade = map.grade, let name = evaluation.grade?.name,
            let gradeFormula = CellFormulas.grade(total, grades: evaluation.standard.grades)
        else { return }
        form.put(formula: gradeFormula, giving: name, at: grade)
    }

    /// The sum of a column; rows that don't count are left out.
    private func sum(_ column: IndicatorColumn, first: Int, extra: CellReference?) -> String? {
        let places = plan.rows.indices.filter { index in
            !plan.rows[index].isSubtotal && plan.rows[index].index.map { evaluation.scores[$0].leftOut == nil } ?? true
        }.compactMap { cell(column, first + $0) }
        guard !places.isEmpty else { return extra.map { "\($0)" } }
        return CellFormulas.sum(places) + (extra.map { "+\($0)" } ?? "")
    }

    /// The sum, scaled up and held down as the template says.
    private func totalFormula(_ points: String, weights: String?) -> String {
        guard evaluation.total != nil else { return points }
        let standard = evaluation.standard
        var formula = points
        if evaluation.rescaling != nil, let weights {
            formula = "ROUND((\(points))*\(standard.total)/(\(weights)),\(standard.scorePlaces))"
        }
        guard !standard.caps.isEmpty, let rate = evaluation.rateTrace?.exact else { return formula }
        let value = money.rateFormula().map { "ROUND(\($0)*100,10)" } ?? "\(rate)"
        // Above all caps nothing holds the total down: not even a form whose weights make more than its total.
        let open = max(standard.total, evaluation.weightTotal)
        let caps = standard.caps.sorted { $0.below > $1.below }
        let held = caps.reduce("\(open)") { rest, cap in
            let tightest = caps.filter { $0.below >= cap.below }.map(\.atMost).min() ?? cap.atMost
            return "IF(\(value)<\(cap.below),\(tightest),\(rest))"
        }
        return "MIN(\(formula),\(held))"
    }
}
