import Foundation
import Spreadsheet

/// A reason that is needed says something: it is not 0, 无, /, —, a single mark or the column's own heading.
enum EXP03: Rule {
    static let info = RuleInfo(
        id: "EXP-03",
        title: "原因写了内容",
        level: .must,
        citation: "表样：偏差原因（未完成原因）分析栏",
        departure: "定性指标写明最高一档、得分在这一档之内的，只作提示；只在需要写原因的行检查（没有得满分，或超额完成较多）；得满分的行写 0、无、/ 都可以。",
        remedy: "写明具体原因和改进措施。")

    static let needs: [RuleNeed] = [.column(.reason), .column(.weight), .column(.score)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.whyNoReasons { return .notRun(why) }
        return .ran(
            evaluation.judged.compactMap { row in
                let isBelow = row.points.flatMap { points in row.weight.map { points < $0 } } ?? false
                guard isBelow || evaluation.isFarAbove(row.indicator),
                    evaluation.submission.reason(of: row.indicator) == .empty, let reason = row.indicator.reason
                else { return nil }
                return RuleHit(
                    reason.source, subject: row.indicator.title, found: reason.text, expected: "具体的原因",
                    message: "原因栏只写了“\(reason.text)”，没有说明\(isBelow ? "为什么没有得满分" : "为什么超额完成较多")。",
                    level: row.isWithinBand(evaluation.standard) ? .note : nil)
            })
    }
}
