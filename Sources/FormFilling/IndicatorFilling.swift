import Assessment
import Foundation
import FormRecognition
import FormTemplates
import Spreadsheet

/// Fills the indicator rows, merges equal labels, and puts the totals and the grade under them.
struct IndicatorFilling {
    let map: FormMap
    let evaluation: Evaluation
    let plan: IndicatorPlan
    let money: MoneyFilling
    /// Cells of the form that hold the figures of rates.
    let figures: FigureCells
    /// The blank's sheet, before rows were inserted.
    let blank: Sheet
    /// What a blank prints for the person to replace.
    let fillers: FillerWords

    var places: Int { evaluation.standard.scorePlaces }

    func fill(_ form: inout FormSheet) {
        guard let block = map.indicators else { return }
        let first = block.rows.lowerBound
        for (offset, row) in plan.rows.enumerated() {
            if let index = row.index {
                fillRow(&form, first + offset, index)
            } else if let place = cell(.name, first + offset), fillers.isPlace(form.sheet[place]?.shown ?? "") {
                // 指标2： of a row that nothing was given for.
                form.put("", at: place)
            }
        }
        fillLabels(&form, first: first)
        fillGroups(&form, first: first)
        fillTotals(&form, first: first)
    }

    func cell(_ column: IndicatorColumn, _ row: Int) -> CellReference? {
        map.indicators?.columns[column].map { CellReference(row: row, column: $0) }
    }

    /// The cell of a column in a row, where the form leaves it to the person: what is printed there stays.
    private func slot(_ column: IndicatorColumn, _ row: Int, _ form: FormSheet) -> CellReference? {
        cell(column, row).flatMap { isOpen($0, form) ? $0 : nil }
    }

    /// Whether a cell is empty, or holds nothing but a mark or a prompt. A formula of the bureau's is put back where it gives the same.
    private func isOpen(_ place: CellReference, _ form: FormSheet) -> Bool {
        guard let standing = form.sheet[place] else { return true }
        return standing.formula != nil || TextNormalizer.isBlank(standing.shown)
            || fillers.isLeft(in: standing.shown, isValue: true)
    }

    private func put(_ text: String, _ column: IndicatorColumn, _ row: Int, _ form: inout FormSheet) {
        guard !text.isEmpty else { return }
        form.put(text, at: slot(column, row, form))
    }

    private func fillRow(_ form: inout FormSheet, _ row: Int, _ index: Int) {
        let indicator = evaluation.indicators[index]
        put(indicator.name.isEmpty ? indicator.title : indicator.name, .name, row, &form)
        let target = fillTarget(&form, row, indicator)
        let actual = fillActual(&form, row, indicator, evaluation.scores[index])
        if let weight = indicator.weight {
            if let value = weight.value {
                // Points that are printed as a text can't be added up.
                let standing = cell(.weight, row).flatMap { form.sheet[$0]?.shown } ?? ""
                let isSame = DecimalText.number(TextNormalizer.narrowed(standing)) == value
                form.put(value, at: isSame ? cell(.weight, row) : slot(.weight, row, form))
            } else {
                put(weight.text, .weight, row, &form)
            }
        }
        fillScore(&form, row, indicator, evaluation.scores[index], target: target, actual: actual)
        put(indicator.reason?.text ?? "", .reason, row, &form)
        let trace = evaluation.scores[index].trace
        putWords(indicator.places[.criterion], else: trace.rule, .criterion, row, &form)
        putWords(indicator.places[.explanation], else: trace.derivation, .explanation, row, &form)
        put(indicator.places[.initialTarget]?.text ?? "", .initialTarget, row, &form)
        fillCoefficient(&form, row, indicator, evaluation.scores[index])
        for (heading, column) in map.indicators?.others ?? [:] {
            guard let text = indicator.others[heading] else { continue }
            let place = CellReference(row: row, column: column)
            guard isOpen(place, form) else { continue }
            form.put(text.text, at: place)
            form.note(text.source, at: place)
        }
        note(indicator, evaluation.scores[index], row, &form)
    }

    /// How points are given, and how the actual was reckoned: what the form prints stays, what the person wrote goes before what the method says.
    private func putWords(
        _ own: Source?, else reckoned: String, _ column: IndicatorColumn, _ row: Int, _ form: inout FormSheet
    ) {
        guard let place = slot(column, row, form) else { return }
        guard let own, !own.text.isEmpty else { return put(reckoned, column, row, &form) }
        form.put(own.text, at: place)
        form.note(own, at: place)
    }

    /// 得分系数: the share of the points that were reached.
    private func fillCoefficient(_ form: inout FormSheet, _ row: Int, _ indicator: Indicator, _ score: Score) {
        guard let place = slot(.coefficient, row, form), let points = score.points,
            let weight = indicator.weight?.value,
            weight > 0, let above = cell(.score, row), let below = cell(.weight, row)
        else { return }
        let share = points / weight
        let isWhole = DecimalText.rounded(share * 100, places: 0) == share * 100
        let places = isWhole ? 0 : evaluation.standard.ratePlaces
        form.put(
            formula: "\(above)/\(below)", giving: share, at: place, format: CellFormulas.percentFormat(places: places),
            shown: DecimalText.text(share * 100, places: places) + "%")
    }

    /// Says where the row's contents came from; what the form computes is not the person's.
    private func note(_ indicator: Indicator, _ score: Score, _ row: Int, _ form: inout FormSheet) {
        let given: [(IndicatorColumn, Source?)] = [
            (.level1, indicator.places[.level1]), (.level2, indicator.places[.level2]), (.name, indicator.source),
            (.target, indicator.target?.source), (.actual, indicator.actual?.source),
            (.weight, indicator.weight?.source), (.score, indicator.givenScore?.source),
            (.reason, indicator.reason?.source),
        ]
        for (column, source) in given {
            guard let source, let place = cell(column, row), let content = form.sheet[place], !content.shown.isEmpty,
                content.formula == nil
            else { continue }
            form.note(source, at: place)
        }
    }

    /// Puts the target; returns what a formula may name it by.
    private func fillTarget(_ form: inout FormSheet, _ row: Int, _ indicator: Indicator) -> String? {
        guard let target = indicator.target else { return nil }
        let constant = target.quantity.number.map { number in
            "\(target.quantity.isPercentage && !hasUnitColumn ? number / 100 : number)"
        }
        if let place = cell(.target, row), !isOpen(place, form), !leavesNumberOpen(form.sheet[place]?.shown ?? "") {
            // A formula may name the printed number where that is all there is.
            let isNumber = form.sheet[place].map { if case .number = $0.value { true } else { false } } ?? false
            return isNumber && hasUnitColumn && target.tolerance == nil && target.isQuantitative && !target.isWorded
                ? "\(place)" : constant
        }
        guard hasUnitColumn, let place = cell(.target, row) else {
            if !target.shown.isEmpty { form.put(target.shown, at: cell(.target, row)) }
            return constant
        }
        // What stands round the figure of 合格率≥98% is kept.
        if target.isWorded {
            put(target.text, .target, row, &form)
            return constant
        }
        if target.tolerance == nil, target.isQuantitative {
            put(target.sign, .comparison, row, &form)
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

    /// ≥　　米: an operator that waits for its number.
    private func leavesNumberOpen(_ text: String) -> Bool {
        let target = Target(text: text, source: Source(file: ""))
        return target.isOperatorWritten && !target.isQuantitative
    }

    private var hasUnitColumn: Bool { map.indicators?.columns[.unit] != nil }

    /// Puts the actual, as a number where it is one; returns what a formula may name it by.
    private func fillActual(_ form: inout FormSheet, _ row: Int, _ indicator: Indicator, _ score: Score) -> String? {
        guard let place = slot(.actual, row, form) else { return nil }
        if let rate = rate(score) {
            let places = evaluation.standard.ratePlaces
            form.put(
                formula: rate.formula, giving: rate.share, at: place,
                format: CellFormulas.percentFormat(places: places),
                shown: DecimalText.text(rate.share * 100, places: places) + "%")
            return "\(place)"
        }
        if indicator.isExecutionRate, let rate = evaluation.executionRate, let source = money.totalRow?.cells[.rate] {
            let places = evaluation.standard.ratePlaces
            form.put(
                formula: "\(source)", giving: rate, at: place, format: CellFormulas.percentFormat(places: places),
                shown: DecimalText.text(rate * 100, places: places) + "%")
            return "\(place)"
        }
        guard let actual = indicator.actual, !actual.text.isEmpty else { return nil }
        guard let quantity = indicator.actualQuantity, let number = quantity.number, !quantity.isApproximate,
            indicator.target?.isQuantitative ?? true, indicator.target?.isWorded != true,
            indicator.target?.quantity.period == nil
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

    /// The rate over named figures that a score judges, as a share of one; nil for other scores.
    private func rate(_ score: Score) -> (formula: String, share: Decimal)? {
        guard let rate = score.expression?.shownRate,
            let formula = FormulaWriter(figure: { figures[$0.name, value: $0.value] }).text(rate)
        else { return nil }
        return (formula, rate.value)
    }

    private func fillScore(
        _ form: inout FormSheet, _ row: Int, _ indicator: Indicator, _ score: Score, target: String?, actual: String?
    ) {
        guard let place = slot(.score, row, form) else { return }
        if score.leftOut != nil {
            put("不适用", .score, row, &form)
            return
        }
        guard let points = score.points else {
            put(indicator.givenScore?.text ?? "", .score, row, &form)
            return
        }
        guard let weight = cell(.weight, row), let expression = score.expression,
            let formula = formula(expression, indicator, weight: weight, target: target, actual: actual)
        else {
            form.put(points, at: place)
            return
        }
        form.put(formula: formula, giving: points, at: place)
    }

    private func formula(
        _ expression: FormulaExpression, _ indicator: Indicator, weight: CellReference, target: String?,
        actual: String?
    ) -> String? {
        let isShare = isShare(indicator)
        return FormulaWriter(figure: { figures[$0.name, value: $0.value] }, rate: actual) { part in
            switch part.kind {
            case .weight: "\(weight)"
            case .target: target
            case .actual: actual
            case .tolerance:
                "\(indicator.target?.quantity.isPercentage == true && !hasUnitColumn ? part.value / 100 : part.value)"
            // In binary 0.33*100 is a little more than 33.
            case .judged: actual.map { isShare ? "ROUND(\($0)*100,10)" : $0 } ?? "\(part.value)"
            case .statedRate: actual.map { isShare ? $0 : "\($0)/100" }
            case .amount(let column): money.totalCell(column)
            }
        }.text(expression)
    }

    /// Whether the cell of the actual holds a percentage as a share of one.
    private func isShare(_ indicator: Indicator) -> Bool {
        if indicator.isExecutionRate, evaluation.executionRate != nil { return true }
        let wanted = indicator.target?.quantity.unit ?? ""
        let unit = indicator.actualQuantity.map { $0.unit.isEmpty ? wanted : $0.unit } ?? wanted
        return unit == "%" && !(hasUnitColumn && unit == wanted)
    }

    // MARK: Labels

    private func fillLabels(_ form: inout FormSheet, first: Int) {
        let labels = LevelLabelFilling(plan: plan, blank: blank, first: first)
        if let column = map.indicators?.columns[.level1] {
            labels.fill(&form, column: column, label: \.level1, key: \.level1)
        }
        if let column = map.indicators?.columns[.level2] {
            labels.fill(&form, column: column, label: \.level2, key: { $0.level1 + "\u{1F}" + $0.level2 })
        }
    }
}
