import Foundation
import Spreadsheet

extension Evaluation {
    /// The indicators, in the order of the table; ``scores`` has one score each. A row that stands for 预算执行率 of the money block is none of them.
    public var indicators: [Indicator] { rows.indicators }

    /// The rows of the money block, with what a row of the indicator table says of 预算执行率.
    public var budget: [BudgetLine] { rows.budget }

    /// The line of the money block with this name, or nil.
    public func line(_ name: String) -> BudgetLine? { rows.line(name) }

    /// The line of the money block's total, or nil.
    public var budgetTotal: BudgetLine? { line(standard.budgetTotalName) }

    /// Puts the indicators and their scores together, once for all rules.
    mutating func settleRows() {
        scoredRows = zip(indicators, scores).map { JudgedIndicator(indicator: $0, score: $1) }
        judged = scoredRows.filter { !$0.isLeftOut && $0.indicator.extra == nil }
    }

    /// Level labels of the table; taken from its rows where they were not read apart.
    var outline: [IndicatorGroup] {
        guard submission.groups.isEmpty else { return submission.groups }
        var found: [IndicatorGroup] = []
        for indicator in indicators {
            for level2 in ["", indicator.level2]
            where !found.contains(where: { $0.level1 == indicator.level1 && $0.level2 == level2 }) {
                let place = indicator.place(level2.isEmpty ? .level1 : .level2)
                found.append(IndicatorGroup(level1: indicator.level1, level2: level2, source: place))
            }
        }
        return found.filter { !$0.level1.isEmpty || !$0.level2.isEmpty }
    }

    /// The 分值 of a group's rows together; nil when one of them has none, or there is no row.
    func weight(of group: IndicatorGroup) -> Decimal? {
        let own = scoredRows.filter {
            $0.indicator.level1 == group.level1 && $0.indicator.part == group.part
                && $0.indicator.extra == nil && !($0.isLeftOut && $0.indicator.weight == nil)
                && (group.level2.isEmpty || $0.indicator.level2 == group.level2)
        }
        let weights = own.compactMap { $0.indicator.weight?.value }
        guard !own.isEmpty, weights.count == own.count else { return nil }
        return weights.reduce(0, +)
    }

    /// Why the rules on reasons can't run: the table has no column for them; nil when it has one.
    var whyNoReasons: String? {
        if indicators.isEmpty { return "没有绩效指标" }
        // The form that is made has the column, whatever was brought.
        let hasColumn =
            purpose.asksForReasons || submission.columns.contains { $0.role == .reason }
            || indicators.contains { $0.places[.reason] != nil }
        return hasColumn ? nil : "指标表没有偏差原因（未完成原因）这一列"
    }

    /// A remedy that asks for a reason as well, where the form has a place for it.
    func reasonRemedy(_ remedy: String) -> String {
        whyNoReasons == nil ? "\(remedy)，并在原因栏说明没有达到目标的原因。" : "\(remedy)。"
    }

    /// Why what was brought is no form to hand in, whatever its figures; nil when it is one, or is to become one.
    public var whyNoForm: String? {
        if purpose.isToBeFilled {
            // A form that goes out without its total is not ready, whatever is right on it.
            guard total == nil, !submission.isExcerpt, let why = totalMissing.first else { return nil }
            return "总分算不出（\(why)\(totalMissing.count > 1 ? "等 \(totalMissing.count) 处" : "")），补上再报送"
        }
        if let why = submission.paper.why { return why }
        if submission.kind == .table, !hasColumn(.score), submission.printedTotal == nil, !indicators.isEmpty {
            return "这张指标表没有得分，还不是填好的自评表"
        }
        return submission.kind == .export
            ? "这是预算执行导出，不是自评表" : submission.isExcerpt ? "表题写明是节选，不是完整的自评表" : nil
    }
}
