import Foundation
import Spreadsheet

extension Evaluation {
    /// 预算执行率 without 得分, though it has 分值 and figures and the form has a place for it: where it would stand, and out of how much. Nil where it is
    /// scored, where nothing is given that it could be scored by, or where what was not understood may be it.
    var blankRate: (place: Source, weight: Decimal)? {
        guard budgetTotal?.amounts[.score] == nil, whyUncertain(.rateScore) == nil, whyUncertain(.moneyPoints) == nil
        else { return nil }
        if budgetScore != nil {
            guard let line = budgetTotal, line[.rate] != nil || executionRate != nil,
                let weight = line[.weight] ?? standard.executionRateWeight, weight > 0, let place = blankRatePlace
            else { return nil }
            return (place, weight)
        }
        // A row of the indicator table scores it.
        guard hasColumn(.score),
            let row = judged.first(where: { $0.indicator.isExecutionRate && $0.indicator.givenScore == nil }),
            row.indicator.actual != nil || !hasColumn(.actual), let weight = row.weight
        else { return nil }
        return (row.indicator.place(.score), weight)
    }

    /// Whether nothing says out of how much 预算执行率 is scored with the money.
    var isRateUnweighed: Bool {
        budgetScore != nil && budgetTotal?.amounts[.weight] == nil && standard.executionRateWeight == nil
    }

    /// 预算执行率 has no score as long as the points that the form gives it may stand in a place that was not understood: 0 would be a claim.
    mutating func settleOpenRate() {
        guard isRateUnweighed, weightTotal < standard.total, budgetTotal?.amounts[.score] == nil,
            let why = whyUncertain(.moneyPoints)
        else { return }
        budgetScore?.points = nil
        budgetScore?.formula = ""
        budgetScore?.missing = why
        budgetScore?.expression = nil
        budgetScore?.trace.formula = ""
        budgetScore?.trace.judgement = why
    }

    /// Where 得分 of 预算执行率 would stand: with the money, or in the row of the indicator table that stands for it.
    private var blankRatePlace: Source? {
        if let place = submission.blankRateScore { return place }
        guard hasColumn(.score), let row = rows.rateRow else { return nil }
        return submission.indicators[row].place(.score)
    }
}
