import Assessment
import FormRecognition
import Foundation
import Spreadsheet

/// What was read of a form, by the cells that it was read from.
struct GrammarReading {
    /// A figure that was read.
    private enum Read {
        case indicator(IndicatorColumn, Indicator)
        case group(IndicatorGroup)
        case money(BudgetColumn, BudgetLine, SourcedNumber)
        case total(SourcedNumber), weightTotal(SourcedNumber), grade(SourcedText)

        var words: String {
            switch self {
            case .indicator(let column, let indicator): "“\(indicator.title)”的\(column.rawValue)"
            case .group(let group): "“\(group.level2.isEmpty ? group.level1 : group.level2)”的分值"
            case .money(let column, let line, _): "“\(line.name)”的\(column.rawValue)"
            case .total: "总分"
            case .weightTotal: "分值合计"
            case .grade: "等级"
            }
        }
    }

    private let evaluation: Evaluation
    private var reads: [CellReference: [Read]] = [:]

    init(_ evaluation: Evaluation) {
        self.evaluation = evaluation
        let submission = evaluation.submission
        for indicator in submission.indicators {
            let own: [(IndicatorColumn, Source?)] = [
                (.target, indicator.target?.source), (.actual, indicator.actual?.source),
                (.weight, indicator.weight?.source), (.score, indicator.givenScore?.source),
                (.coefficient, indicator.coefficient?.source), (.reason, indicator.reason?.source),
            ]
            for (column, source) in own { add(.indicator(column, indicator), source) }
        }
        for group in submission.groups {
            if let weight = group.statedWeight { add(.group(group), weight.source) }
        }
        for line in submission.budget {
            for (column, amount) in line.amounts { add(.money(column, line, amount), amount.source) }
        }
        if let total = submission.printedTotal { add(.total(total), total.source) }
        if let weights = submission.printedWeightTotal { add(.weightTotal(weights), weights.source) }
        if let grade = submission.printedGrade { add(.grade(grade), grade.source) }
    }

    private mutating func add(_ read: Read, _ source: Source?) {
        if let cell = source?.cell { reads[cell, default: []].append(read) }
    }

    /// Whether the report names a cell: as not understood, or in a finding.
    func names(_ cell: CellReference, on sheet: String) -> Bool {
        func isHere(_ source: Source) -> Bool { source.sheet == nil || source.sheet == sheet }
        return evaluation.account.unread.contains {
            isHere($0.source) && ($0.source.cell == cell || $0.cells.contains(cell))
        } || evaluation.findings.contains { isHere($0.source) && $0.source.cell == cell }
    }

    /// What is wrong with how a figure was read; nil when it is right.
    func fault(_ figure: GrammarFigure, _ form: GrammarForm) -> String? {
        let found = reads[figure.cell] ?? []
        switch figure.place {
        // What sums of rows say is what the group above them states; it must not be taken for something else.
        case .sum:
            let others = found.filter { if case .group = $0 { false } else { true } }
            return others.isEmpty ? nil : "读成了\(words(others))"
        // A target of the beginning of the year is not judged by.
        case .indicator(_, .initialTarget):
            return found.isEmpty
                || found.contains { if case .indicator(.initialTarget, _) = $0 { true } else { false } }
                ? nil : "读成了\(words(found))"
        case .indicator(_, .reason) where figure.text.count < 2 && found.isEmpty: return nil
        default: break
        }
        if found.isEmpty { return "没有读" }
        var why = ""
        for read in found {
            guard let fault = fault(figure, read, form) else { return nil }
            why = fault
        }
        return why
    }

    private func words(_ found: [Read]) -> String { found.map(\.words).joined(separator: "、") }

    private func fault(_ figure: GrammarFigure, _ read: Read, _ form: GrammarForm) -> String? {
        let other = "读成了\(read.words)"
        switch (figure.place, read) {
        case (.indicator(_, let wanted), .indicator(let column, let indicator)) where wanted == column:
            return fault(figure, column, indicator)
        case (.group, .group(let group)):
            let label = group.level2.isEmpty ? group.level1 : group.level2
            guard TextNormalizer.key(label) == TextNormalizer.key(figure.owner) else { return other }
            return equal(figure, group.statedWeight?.value)
        case (.money(let fund, let wanted), .money(let column, let line, let amount)):
            let isColumn =
                wanted == column || form.hidesColumns && wanted == .adjusted && column == .initial
            let isTotal = line.name == evaluation.standard.budgetTotalName
            guard isColumn, isTotal == (fund == 0) else { return other }
            guard BudgetColumn.amounts.contains(column) else { return equal(figure, amount.value) }
            guard let unit = MoneyUnit(rawValue: form.unit), let value = figure.value else { return nil }
            let converted = unit.converted(value, to: evaluation.standard.moneyUnit)
            let unitRead = evaluation.standard.moneyUnit
            return amount.value == converted ? nil : "读成了 \(amount.value.map { "\($0)" } ?? amount.text) \(unitRead)"
        case (.total, .total(let number)), (.weightTotal, .weightTotal(let number)): return equal(figure, number.value)
        case (.grade, .grade(let grade)): return grade.text == figure.text ? nil : "读成了“\(grade.text)”"
        // The rate's row is a line of the money, where the form scores it there.
        default: return other
        }
    }

    private func equal(_ figure: GrammarFigure, _ value: Decimal?) -> String? {
        value == figure.value ? nil : "读成了 \(value.map { "\($0)" } ?? "不是数")"
    }

    private func fault(_ figure: GrammarFigure, _ column: IndicatorColumn, _ indicator: Indicator) -> String? {
        guard TextNormalizer.key(indicator.title) == TextNormalizer.key(figure.owner) else {
            return "归到了“\(indicator.title)”"
        }
        switch column {
        case .weight: return equal(figure, indicator.weight?.value)
        case .score: return equal(figure, indicator.givenScore?.value)
        case .coefficient: return equal(figure, indicator.coefficient?.value)
        case .reason: return indicator.reason?.text == figure.text ? nil : "读成了“\(indicator.reason?.text ?? "")”"
        case .target:
            guard let target = indicator.target else { return "没有读" }
            if let date = figure.date { return target.quantity.date == date ? nil : "读成了“\(target.text)”" }
            guard figure.value != nil else { return target.text == figure.text ? nil : "读成了“\(target.text)”" }
            // A sign in a column that is named as not understood was not misread.
            let isNamed = figure.signCell.map { names($0, on: target.source.sheet ?? "") } ?? false
            if let sign = figure.comparison, sign != target.comparison, !isNamed {
                return "比较符号读成了“\(target.comparison.rawValue)”"
            }
            return equal(figure, target.quantity.number)
        case .actual:
            if let date = figure.date {
                return indicator.actualQuantity?.date == date ? nil : "读成了“\(indicator.actual?.text ?? "")”"
            }
            guard figure.value != nil else {
                return indicator.actual?.text == figure.text ? nil : "读成了“\(indicator.actual?.text ?? "")”"
            }
            return equal(figure, indicator.actualQuantity?.number)
        default: return nil
        }
    }
}
