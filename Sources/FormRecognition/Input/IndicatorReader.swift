import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Reads the rows of an indicator table.
struct IndicatorReader {
    let view: SheetView
    let table: IndicatorTable
    let labels: LabelTable

    /// Adds columns, indicators and printed totals to a submission.
    func read(into submission: inout Submission) {
        submission.columns = table.columns.map { column, role in
            let row =
                view.text(table.headingRows.upperBound, column).isEmpty
                ? table.headingRows.lowerBound : table.headingRows.upperBound
            let source = view.source(row, column)
            return (role, SourcedText(source.text.filter { !$0.isNewline }, source: source))
        }
        var levels = LevelLabels(view: view, table: table)
        // Notes may stand between the indicators and the total.
        var hasEnded = false
        for row in table.rows {
            let texts = view.texts(in: row)
            guard let first = texts.first else { continue }
            let named = table.namingColumns
            if !hasEnded, table.isSubtotal(texts) {
                levels.readSubtotal(row)
                continue
            }
            if texts.contains(where: {
                ($0.column == first.column || named.contains($0.column)) && labels.isTotal($0.text)
            }) {
                readTotals(row, into: &submission)
                continue
            }
            if TextNormalizer.key(first.text).hasSuffix("等级"), texts.count > 1 {
                submission.printedGrade = SourcedText(texts[1].text, source: view.source(row, texts[1].column))
                continue
            }
            // The money block may stand below the indicators, with totals of its own.
            if labels.headsMoney(texts) { break }
            if labels.isNote(first.text) { hasEnded = true }
            if hasEnded { continue }
            if let column = table.column(.name), ContinuationMark.matches(view.text(row, column)) {
                goOn(row, in: &submission)
                continue
            }
            levels.read(row)
            var indicator = indicator(row, notes: &submission.notes)
            indicator.level1 = levels.level1
            indicator.level2 = levels.level2
            // A row of labels alone: a group that has no indicator, or a parent with its share of the points.
            if indicator.name.isEmpty, !indicator.isExecutionRate {
                levels.state(indicator.weight)
                continue
            }
            let hasFigures = [
                indicator.target?.text, indicator.actual?.text, indicator.weight?.text, indicator.givenScore?.text,
            ].contains { $0 != nil }
            let isFree = TextNormalizer.isBlank(indicator.name) || labels.fillers.isPlace(indicator.name)
            if isFree, !hasFigures { continue }
            submission.indicators.append(indicator)
        }
        submission.groups = levels.groups
    }

    /// A row that carries on the long texts of the indicator above it.
    private func goOn(_ row: Int, in submission: inout Submission) {
        guard let last = submission.indicators.indices.last else { return }
        func rest(_ role: IndicatorColumn) -> String { table.column(role).map { view.text(row, $0) } ?? "" }
        submission.indicators[last].reason?.text += rest(.reason)
        submission.indicators[last].actual?.text += rest(.actual)
    }

    private func readTotals(_ row: Int, into submission: inout Submission) {
        if let column = table.column(.weight), !view.text(row, column).isEmpty {
            submission.printedWeightTotal = view.amount(row, column)
        }
        if let column = table.column(.score), !view.text(row, column).isEmpty {
            submission.printedTotal = view.amount(row, column)
        }
        // 等级 may stand in the same row, under the column of reasons.
        for (column, text) in view.texts(in: row) where Self.grades.contains(TextNormalizer.key(text)) {
            submission.printedGrade = SourcedText(text, source: view.source(row, column))
        }
    }

    private static let grades: Set<String> = ["优", "良", "中", "差", "优秀", "良好", "合格", "不合格", "一般", "较差"]

    private func indicator(_ row: Int, notes: inout [String]) -> Indicator {
        func text(_ role: IndicatorColumn) -> String { table.column(role).map { view.text(row, $0) } ?? "" }
        func source(_ role: IndicatorColumn) -> Source? { table.column(role).map { view.source(row, $0) } }
        func brought(_ role: IndicatorColumn) -> (text: String, source: Source)? {
            guard let source = source(role), !TextNormalizer.isBlank(source.text) else { return nil }
            return (source.text, source)
        }
        var indicator = Indicator(source: source(.name) ?? view.source(row, 0))
        for role in IndicatorColumn.allCases { indicator.places[role] = source(role) }
        for (column, role) in table.columns where role == nil {
            let heading = TextNormalizer.key(view.text(table.headingRows.upperBound, column))
            let source = view.source(row, column)
            if !heading.isEmpty, !source.text.isEmpty {
                indicator.others[heading] = SourcedText(source.text, source: source)
            }
        }
        indicator.name = text(.name)
        if let target = brought(.target) {
            indicator.target = Target(
                text: target.text, operatorText: text(.comparison), unit: text(.unit), source: target.source)
        }
        if var actual = brought(.actual) {
            let unit = indicator.target?.quantity.unit ?? text(.unit)
            if let share = share(actual.text, targetUnit: unit, target: indicator.target?.quantity.number) {
                notes.append("\(actual.source.place) 是 \(actual.text)，目标的单位是 %，按 \(share) 理解")
                actual.text = share
            }
            indicator.actual = SourcedText(actual.text, source: actual.source)
            indicator.actualQuantity = Quantity(actual.text, unit: unit)
        }
        indicator.isNotApplicable = [IndicatorColumn.actual, .target, .score].contains { role in
            ["不适用", "不涉及"].contains(TextNormalizer.key(text(role)))
        }
        if let column = table.column(.coefficient), brought(.coefficient) != nil {
            indicator.coefficient = view.amount(row, column)
        }
        if let column = table.column(.weight), brought(.weight) != nil { indicator.weight = view.amount(row, column) }
        if let column = table.column(.score), brought(.score) != nil { indicator.givenScore = view.amount(row, column) }
        if let reason = source(.reason), !reason.text.isEmpty {
            indicator.reason = SourcedText(reason.text, source: reason)
        }
        return indicator
    }

    /// A share written as a fraction of one where the target is in per cent: 0.0900000762939453 for 9 %. Nil when it is not one.
    private func share(_ text: String, targetUnit: String, target: Decimal?) -> String? {
        guard targetUnit == "%", let target, target >= 5, text.contains("."), let value = DecimalText.number(text),
            value > 0, value <= Decimal(string: "1.5") ?? 1
        else { return nil }
        return DecimalText.text(DecimalText.rounded(value * 100, places: 4)) + "%"
    }
}
