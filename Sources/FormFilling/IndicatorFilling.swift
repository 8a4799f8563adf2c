import Assessment
import Foundation
import FormRecognition
import Spreadsheet

/// Fills the indicator rows, merges equal labels, and puts the totals and the grade under them.
struct IndicatorFilling {
    let map: FormMap
    let evaluation: Evaluation
    let plan: IndicatorPlan
    let money: MoneyFilling

    private var places: Int { evaluation.standard.scorePlaces }

    func fill(_ form: inout FormSheet) {
        guard let block = map.indicators else { return }
        let first = block.rows.lowerBound
        for (offset, row) in plan.rows.enumerated() {
            put(row.level1, .level1, first + offset, &form)
            put(row.level2, .level2, first + offset, &form)
            if let index = row.index { fillRow(&form, first + offset, index) }
        }
        mergeLabels(&form, first: first)
        fillTotals(&form, rows: first...(first + max(plan.rows.count, 1) - 1))
    }

    private func cell(_ column: IndicatorColumn, _ row: Int) -> CellReference? {
        map.indicators?.columns[column.rawValue].map { CellReference(row: row, column: $0) }
    }

    private func put(_ text: String, _ column: IndicatorColumn, _ row: Int, _ form: inout FormSheet) {
        guard !text.isEmpty else { return }
        form.put(text, at: cell(column, row))
    }

    private func fillRow(_ form: inout FormSheet, _ row: Int, _ index: Int) {
        let indicator = evaluation.submission.indicators[index]
        put(indicator.name.isEmpty ? indicator.title : indicator.name, .name, row, &form)
        let target = fillTarget(&form, row, indicator)
        let actual = fillActual(&form, row, indicator)
        if let weight = indicator.weight {
            if let value = weight.value {
                form.put(value, at: cell(.weight, row))
            } else {
                put(weight.text, .weight, row, &form)
            }
        }
        fillScore(&form, row, indicator, evaluation.scores[index], target: target, actual: actual)
        put(indicator.reason?.text ?? "", .reason, row, &form)
    }

    /// Puts the target; returns what a formula may name it by.
    private func fillTarget(_ form: inout FormSheet, _ row: Int, _ indicator: Indicator) -> String? {
        guard let target = indicator.target else { return nil }
        let constant = target.quantity.number.map { number in
            "\(target.quantity.isPercentage && !hasUnitColumn ? number / 100 : number)"
        }
        guard hasUnitColumn, let place = cell(.target, row) else {
            put(target.shown, .target, row, &form)
            return constant
        }
        if target.tolerance == nil, target.isQuantitative {
            put(target.comparison.rawValue, .comparison, row, &form)
        } else if !target.isQuantitative {
            put("定性", .comparison, row, &form)
        }
        put(target.quantity.unit, .unit, row, &form)
        if let number = target.quantity.number, target.tolerance == nil {
            form.put(
                number, at: place, format: CellFormulas.format(precision: target.quantity.precision, unit: ""))
            return "\(place)"
        }
        put(target.text, .target, row, &form)
        return constant
    }

    private var hasUnitColumn: Bool { map.indicators?.columns[IndicatorColumn.unit.rawValue] != nil }

    /// Puts the actual, as a number where it is one; returns what a formula may name it by.
    private func fillActual(_ form: inout FormSheet, _ row: Int, _ indicator: Indicator) -> String? {
        guard let place = cell(.actual, row) else { return nil }
        if indicator.isExecutionRate, let rate = evaluation.executionRate, let source = money.totalRow?.cells[.rate] {
            let places = evaluation.standard.ratePlaces
            form.put(
                formula: "\(source)", giving: rate, at: place, format: CellFormulas.percentFormat(places: places),
                shown: DecimalText.text(rate * 100, places: places) + "%")
            return "\(place)"
        }
        guard let actual = indicator.actual, !actual.text.isEmpty else { return nil }
        guard let quantity = indicator.actualQuantity, let number = quantity.number, !quantity.isApproximate,
            indicator.target?.isQuantitative ?? true, indicator.target?.quantity.date == nil
        else {
            form.put(actual.text, at: place)
            return nil
        }
        let wanted = indicator.target?.quantity.unit ?? ""
        let unit = quantity.unit.isEmpty ? wanted : quantity.unit
        let shownNumber = DecimalText.text(number, places: quantity.precision)
        if hasUnitColumn, unit == wanted {
            form.put(number, at: place, format: CellFormulas.format(precision: quantity.precision, unit: ""))
        } else if unit == "%" {
            form.put(
                number / 100, at: place, format: CellFormulas.percentFormat(places: quantity.precision),
                shown: shownNumber + "%")
        } else {
            form.put(
                number, at: place, format: CellFormulas.format(precision: quantity.precision, unit: unit),
                shown: shownNumber + unit)
        }
        // Units that differ (元 against 万元) can't be divided cell by cell: the formula takes the converted number.
        return unit == wanted || wanted.isEmpty ? "\(place)" : nil
    }

    private func fillScore(
        _ form: inout FormSheet, _ row: Int, _ indicator: Indicator, _ score: Score, target: String?, actual: String?
    ) {
        guard let place = cell(.score, row) else { return }
        guard let points = score.points else {
            put(indicator.givenScore?.text ?? "", .score, row, &form)
            return
        }
        guard let weight = cell(.weight, row), let kind = score.cellFormula else {
            form.put(points, at: place)
            return
        }
        let formula: String?
        if kind == .executionRate {
            formula = money.rateScoreFormula(weight: weight)
        } else if score.method == .rate {
            // The stated rate alone: the row's own cell over its full value.
            formula = actual.map { "ROUND(MIN(\($0),1)*\(weight),\(places))" }
        } else if kind == .full {
            formula = "\(weight)"
        } else if let actual, let target {
            formula = CellFormulas.score(
                kind, actual: actual, target: target, weight: "\(weight)", places: places,
                atLeast: indicator.target?.comparison == .atLeast,
                asShare: indicator.target?.quantity.isPercentage == true && !hasUnitColumn)
        } else {
            formula = nil
        }
        if let formula {
            form.put(formula: formula, giving: points, at: place)
        } else {
            form.put(points, at: place)
        }
    }

    // MARK: Labels and totals

    private func mergeLabels(_ form: inout FormSheet, first: Int) {
        guard let level1 = map.indicators?.columns[IndicatorColumn.level1.rawValue] else { return }
        for run in runs({ $0.level1 }) {
            form.merge(rows: first + run.lowerBound...first + run.upperBound, column: level1)
        }
        guard let level2 = map.indicators?.columns[IndicatorColumn.level2.rawValue] else { return }
        for run in runs({ $0.level1 + "\u{1F}" + $0.level2 }) {
            form.merge(rows: first + run.lowerBound...first + run.upperBound, column: level2)
        }
    }

    private func runs(_ key: (IndicatorPlan.Row) -> String) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for index in plan.rows.indices {
            if let last = runs.last, last.upperBound == index - 1,
                key(plan.rows[last.lowerBound]) == key(plan.rows[index])
            {
                runs[runs.count - 1] = last.lowerBound...index
            } else {
                runs.append(index...index)
            }
        }
        return runs
    }

    private func fillTotals(_ form: inout FormSheet, rows: ClosedRange<Int>) {
        guard let totalRow = map.totalRow else { return }
        let inMoney = evaluation.standard.executionRatePlace == .budget ? money.totalRow : nil
        func sum(_ column: IndicatorColumn, _ extra: CellReference?) -> String? {
            guard let top = cell(column, rows.lowerBound), let bottom = cell(column, rows.upperBound) else {
                return nil
            }
            return "SUM(\(CellRange(top, bottom)))" + (extra.map { "+\($0)" } ?? "")
        }
        if let formula = sum(.weight, inMoney?.cells[.weight]) {
            form.put(formula: formula, giving: evaluation.weightTotal, at: cell(.weight, totalRow))
        }
        guard let formula = sum(.score, inMoney?.cells[.score]), let total = cell(.score, totalRow) else { return }
        form.put(formula: formula, giving: evaluation.scored, at: total)
        guard let grade = map.grade, let name = evaluation.grade?.name,
            let gradeFormula = CellFormulas.grade(total, grades: evaluation.standard.grades)
        else { return }
        form.put(formula: gradeFormula, giving: name, at: grade)
    }
}
