import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// What one row says of its indicator.
extension IndicatorReader {
    /// The indicator of a row, with where each of its columns stands.
    ///
    /// - Parameter notes: Takes what was understood in a way that the person should know.
    func indicator(_ row: Int, notes: inout [String]) -> Indicator {
        func text(_ role: IndicatorColumn) -> String { table.column(role).map { view.text(row, $0) } ?? "" }
        func source(_ role: IndicatorColumn) -> Source? { table.column(role).map { view.source(row, $0) } }
        func brought(_ role: IndicatorColumn) -> (text: String, source: Source)? {
            guard let source = source(role) else { return nil }
            // 无 is an answer where something should not be, and none where points should.
            let isAnswer = [.target, .actual].contains(role) && TextNormalizer.key(source.text) == "无"
            guard isAnswer || !TextNormalizer.isBlank(source.text) else { return nil }
            return (source.text, source)
        }
        var indicator = Indicator(source: source(.name) ?? view.source(row, 0))
        indicator.places.reserveCapacity(table.columns.count)
        for role in IndicatorColumn.allCases { indicator.places[role] = source(role) }
        for column in table.columns where column.isUnknown {
            let heading = TextNormalizer.key(view.text(column.headingRow, column.column))
            let source = view.source(row, column.column)
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
            indicator.actualQuantity = Quantity(reached: actual.text, for: indicator.target, unit: unit)
            indicator.readFigureOfTarget(unit: text(.unit))
        }
        indicator.isNotApplicable =
            [IndicatorColumn.name, .actual, .target, .score].contains { role in
                ["不适用", "不涉及"].contains(TextNormalizer.key(text(role)))
            } || isStruckOut(row)
        if let column = table.column(.coefficient), brought(.coefficient) != nil {
            indicator.coefficient = view.amount(row, column)
        }
        if let column = table.column(.weight), brought(.weight) != nil { indicator.weight = view.amount(row, column) }
        // Without a column of points they may stand behind the name: 检查次数（20分）.
        if table.column(.weight) == nil, let points = Label(indicator.name, isLevel: true).points,
            let source = source(.name)
        {
            indicator.weight = SourcedNumber(value: points, text: "\(points)", precision: 0, source: source)
        }
        if let column = table.column(.score), brought(.score) != nil { indicator.givenScore = view.amount(row, column) }
        if let column = table.column(.reason), let merge = view.merge(row, column), merge.first.row < row {
            // One reason for all the rows that its cell is merged over.
            let reason = view.source(merge.first.row, merge.first.column)
            if !reason.text.isEmpty { indicator.reason = SourcedText(reason.text, source: reason) }
        } else if let reason = source(.reason), !reason.text.isEmpty {
            indicator.reason = SourcedText(reason.text, source: reason)
        }
        return indicator
    }

    /// Whether a row is 加分项 or 扣分项, by its name or by the label that stands in it.
    func extra(_ row: Int, _ indicator: Indicator) -> Indicator.Extra? {
        // The label may stand in a column that nobody knows.
        let name = table.column(.name) ?? 0
        let beside = view.texts(in: row).filter { $0.column < name }.map(\.text)
        let words = [indicator.name, indicator.level2, indicator.level1].filter { !$0.isEmpty } + beside
        return words.lazy.compactMap { labels.extra($0) }.first
    }

    /// Whether a row has nothing but marks for nothing (—, /) where an indicator has its target, result, points and score: it does not apply.
    private func isStruckOut(_ row: Int) -> Bool {
        let texts = [IndicatorColumn.target, .actual, .weight, .score].compactMap { table.column($0) }.map {
            view.text(row, $0)
        }
        return texts.count >= 3 && texts.allSatisfy { !$0.isEmpty && TextNormalizer.isBlank($0) }
    }

    /// A share written as a fraction of one where the target is in per cent: 0.0900000762939453 for 9 %. Nil when it is not one.
    private func share(_ text: String, targetUnit: String, target: Decimal?) -> String? {
        guard targetUnit == "%", let target, target >= 5, text.contains("."), let value = DecimalText.number(text),
            value > 0, value <= Decimal(string: "1.5") ?? 1
        else { return nil }
        return DecimalText.text(DecimalText.rounded(value * 100, places: 4)) + "%"
    }
}
