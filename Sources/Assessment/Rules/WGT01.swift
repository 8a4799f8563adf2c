import Foundation
import Spreadsheet

/// All 分值 together, 预算执行率 included, make the template's total.
enum WGT01: Rule {
    static let info = RuleInfo(
        id: "WGT-01",
        title: "分值合计为满分",
        level: .must,
        citation: "财预〔2020〕10号（依据待核：条文未读到）；已见表样的分值合计均为 100 分",
        departure: "单独一张指标表没有预算执行率这一行的，各行合计为满分，或加上预算执行率的分值为满分，都可以；节选的表不核对。",
        remedy: "调整各指标的分值，使合计等于满分；预算执行率的分值要算在内。")

    static let needs: [RuleNeed] = [.column(.weight), .rateWeight]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        if let why = submission.whyPartial { return .notRun(why) }
        guard !evaluation.indicators.isEmpty else { return .notRun("没有绩效指标") }
        let levels = levels(submission)
        switch rows(evaluation) {
        case .ran(let hits): return .ran(levels + hits)
        case .notRun(let why): return levels.isEmpty ? .notRun(why) : .ran(levels)
        }
    }

    /// The total under the points of a level is the sum of what its groups state.
    private static func levels(_ submission: Submission) -> [RuleHit] {
        submission.printedLevelTotals.compactMap { level, printed in
            let groups = submission.groups.filter { $0.level2.isEmpty == (level == 1) }
            let stated = groups.compactMap { $0.statedWeight?.value }
            let sum = stated.reduce(0, +)
            guard !groups.isEmpty, stated.count == groups.count, let value = printed.value, value != sum else {
                return nil
            }
            let name = level == 1 ? "一级指标" : "二级指标"
            return RuleHit(
                printed.source, subject: "\(name)分值合计", found: printed.text, expected: "\(sum)",
                message: "合计行印的\(name)分值是 \(printed.text)，各\(name)的分值相加是 \(sum)。",
                remedy: "核对合计和各\(name)的分值，改正写错的一处。")
        }
    }

    private static func rows(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        let blanks = evaluation.judged.count { $0.indicator.weight?.value == nil }
        guard blanks == 0 else { return .notRun("有 \(blanks) 条指标没有分值（见 WGT-04），合计无从核对") }
        if let why = evaluation.whyUncertain(.pointsRow) { return .notRun(why) }
        let total = evaluation.standard.total
        // A table that leaves 预算执行率 to the money block adds up to what its own rows make.
        let rows = evaluation.indicators.reduce(Decimal(0)) { $0 + ($1.weight?.value ?? 0) }
        // Rows that say 不适用 keep their points, or give them to the others.
        // A form may count the points of 加分项 among the whole.
        let extra = evaluation.indicators.reduce(Decimal(0)) { $0 + ($1.extra == nil ? 0 : $1.weight?.value ?? 0) }
        let sums = [
            evaluation.weightTotal, evaluation.weightTotal + evaluation.leftOutWeight, evaluation.weightTotal + extra,
        ]
        guard sums.contains(total) || (submission.kind == .table && rows == total) else {
            // The money block that nobody read may have the points that are missing, unless the form itself prints another sum.
            let printed = submission.printedWeightTotal?.value ?? total
            if printed == total || printed == rows, evaluation.weightTotal < total,
                RuleNeed.moneyPoints.isLacking(in: evaluation), let why = evaluation.whyUncertain(.moneyPoints)
            {
                return .notRun(why)
            }
            // The money block scores the rate and does not say out of how many points.
            if evaluation.weightTotal < total, evaluation.budgetTotal?.amounts[.score]?.value != nil,
                evaluation.budgetTotal?.amounts[.weight] == nil,
                [total, rows].contains(submission.printedWeightTotal?.value ?? total)
            {
                return .notRun("预算执行率有得分，没有写分值，合计无从核对")
            }
            // A form that is out of 10 or 150 says so itself: its own rows make its own total.
            if let printed = submission.printedWeightTotal?.value, printed == rows, (printed - total).magnitude > 10 {
                return .notRun("这张表的满分是 \(printed) 分，各行相加相符")
            }
            let hasRate =
                evaluation.indicators.contains(where: \.isExecutionRate) || evaluation.budgetScore != nil
                || evaluation.standard.executionRatePlace == .none
            return .ran([
                RuleHit(
                    submission.printedWeightTotal?.source ?? submission.source, subject: "分值合计",
                    found: submission.printedWeightTotal?.text ?? "各行相加 \(evaluation.weightTotal)",
                    expected: "各行相加等于 \(total)",
                    message: "各指标分值相加是 \(evaluation.weightTotal) 分，应为 \(total) 分"
                        + (hasRate ? "。" : "；表中没有“预算执行率”这一行。"), follows: [WGT04.id], followsAnywhere: true)
            ])
        }
        if let printed = submission.printedWeightTotal, let value = printed.value, value != total, value != rows {
            return .ran([
                RuleHit(
                    printed.source, subject: "分值合计", found: printed.text, expected: "\(total)",
                    message: "合计行印的是 \(printed.text)，各行分值相加是 \(evaluation.weightTotal)。",
                    follows: [WGT04.id], followsAnywhere: true,
                    remedy: "各行的分值没有错，把合计行的 \(printed.text) 改成 \(evaluation.weightTotal)。")
            ])
        }
        return .ran([])
    }
}
