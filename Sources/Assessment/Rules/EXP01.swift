import Foundation
import Spreadsheet

/// 得分 below 分值 has a text in the column 偏差原因/未完成原因, in the money block's own column of reasons too.
enum EXP01: Rule {
    static let info = RuleInfo(
        id: "EXP-01",
        title: "未得满分的指标说明原因",
        level: .must,
        citation: "表样：偏差原因（未完成原因）分析栏",
        departure:
            "定性指标写明最高一档、得分在这一档之内的，只作提示；没有原因栏的表不查；没有得分栏的表，确实没有达到目标而原因栏空着的要求说明；资金情况有原因栏的，预算执行率没有得满分也要写；只写 0、无、/ 的由 EXP-03 报；原因栏里印好的填表说明不算原因。",
        remedy: "在原因栏写明没有得满分的原因和改进措施。")

    static let needs: [RuleNeed] = [.column(.reason), .column(.weight), .column(.score)]

    /// A row of a table without 得分 that asks for the reason by its own heading: the target was missed for certain, and nothing stands there.
    private static func missed(_ row: JudgedIndicator, _ evaluation: Evaluation) -> RuleHit? {
        let indicator = row.indicator
        guard !evaluation.purpose.isToBeFilled, !evaluation.hasColumn(.score), indicator.places[.reason] != nil,
            !indicator.isExecutionRate,
            evaluation.submission.reason(of: indicator) == .missing, indicator.outcome(evaluation.standard) == .missed
        else { return nil }
        return RuleHit(
            indicator.reason?.source ?? indicator.place(.reason), subject: indicator.title, found: "",
            expected: "没有达到目标的原因",
            message:
                "完成值 \(indicator.actual?.text ?? "") 没有达到目标 \(indicator.target?.shown ?? "")，没有说明原因。",
            level: .explain, remedy: "在原因栏写明没有达到目标的原因和改进措施。")
    }

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        let line = evaluation.budgetTotal
        let money = evaluation.budgetScore == nil ? nil : line.flatMap { submission.reason(of: $0) }
        if money == nil, let why = evaluation.whyNoReasons { return .notRun(why) }
        var hits: [RuleHit] = []
        if money == .missing, let line, let reason = line.reason,
            let weight = line[.weight] ?? evaluation.standard.executionRateWeight,
            let points = line[.score] ?? evaluation.budgetScore?.points, points < weight
        {
            hits.append(
                RuleHit(
                    reason.source, subject: "预算执行率", found: "", expected: "未得满分的原因",
                    message: "预算执行率得分 \(points)，低于分值 \(weight)，没有说明原因。", follows: [BUD05.id]))
        }
        guard evaluation.whyNoReasons == nil else { return .ran(hits) }
        hits += evaluation.judged.compactMap { row in
            // A form that is to be filled gets what was reckoned.
            if let hit = missed(row, evaluation) { return hit }
            let reckoned = evaluation.purpose.isToBeFilled ? row.score.points : nil
            guard let weight = row.weight, let points = reckoned ?? row.points, points < weight,
                submission.reason(of: row.indicator) == .missing
            else { return nil }
            return RuleHit(
                row.indicator.reason?.source ?? row.indicator.place(.reason), subject: row.indicator.title, found: "",
                expected: "未得满分的原因", message: "得分 \(points)，低于分值 \(weight)，没有说明原因。",
                level: row.isWithinBand(evaluation.standard) ? .note : nil)
        }
        return .ran(hits)
    }
}
