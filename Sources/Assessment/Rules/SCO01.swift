import Foundation
import Spreadsheet

/// 得分 is not below 0 and not above 分值.
enum SCO01: Rule {
    static let info = RuleInfo(
        id: "SCO-01",
        title: "得分填了，并且在 0 和分值之间",
        level: .must,
        citation: "表样：得分最高不超过该指标分值",
        departure:
            "写明不适用的行不查；多数行没有得分的表不算漏填，得分由本工具计算；预算执行率有分值、有执行率而得分空着的，同样算漏填。写明分数的目标，下面各项得分相加不超过它；各行的得分都不超，而总分超过满分的，要求说明（有加分项的不查）。",
        remedy: "填上得分，或把得分改到 0 至分值之间。")

    static let needs: [RuleNeed] = [.column(.score), .column(.weight)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let given = evaluation.judged.map(\.indicator).filter { $0.givenScore != nil && $0.weight?.value != nil }
        let blank = blank(evaluation)
        let goals = goals(evaluation)
        let above = given.compactMap { indicator -> RuleHit? in
            guard let score = indicator.givenScore, let value = score.value,
                let weight = indicator.weight?.value,
                value < 0 || value > weight
            else { return nil }
            return RuleHit(
                score.source, subject: indicator.title, found: score.text, expected: "0–\(weight)",
                message: "得分 \(value) 不在 0 和分值 \(weight) 之间。")
        }
        // A total that is too high since a score is, is told with that.
        let whole = goals.isEmpty && above.isEmpty ? total(evaluation) : []
        guard !given.isEmpty || !blank.isEmpty || !goals.isEmpty || !whole.isEmpty else {
            let hasScores = evaluation.judged.contains { $0.indicator.givenScore != nil }
            return .notRun(hasScores ? "各行没有写分值，得分没有可以比较的" : "输入里没有填写得分，由本工具计算")
        }
        return .ran(goals + blank + above + whole)
    }

    /// The scores under a goal are together no more than the points that it states: 年度目标1：（40分）.
    private static func goals(_ evaluation: Evaluation) -> [RuleHit] {
        evaluation.submission.goalPoints.sorted { $0.key < $1.key }.compactMap { part, points in
            let scores = evaluation.judged.filter { $0.indicator.part == part && !$0.indicator.isExecutionRate }
                .compactMap { $0.indicator.givenScore?.value }
            let sum = scores.reduce(0, +)
            guard let most = points.value, sum > most else { return nil }
            return RuleHit(
                points.source, subject: "目标的得分", found: "各项得分相加 \(sum)", expected: "不超过 \(most)",
                message: "这个目标写明 \(most) 分，下面各项得分相加是 \(sum)。")
        }
    }

    /// The total is no more than all the points that there are, but for what is added besides. A form may be out of more: it is asked.
    private static func total(_ evaluation: Evaluation) -> [RuleHit] {
        let submission = evaluation.submission
        guard let printed = submission.printedTotal, let value = printed.value, submission.whyPartial == nil,
            !evaluation.indicators.contains(where: { $0.extra != nil }), !submission.isExcerpt,
            evaluation.whyUncertain(.pointsRow) == nil
        else { return [] }
        let most = max(
            evaluation.standard.total, submission.printedWeightTotal?.value ?? 0,
            evaluation.weightTotal + evaluation.leftOutWeight)
        guard value > most else { return [] }
        return [
            RuleHit(
                printed.source, subject: "总分", found: printed.text, expected: "不超过 \(most)",
                message: "总分 \(value) 超过满分 \(most) 分。", level: .explain)
        ]
    }

    /// Rows without 得分 on a form that is scored otherwise. What lacks its actual is told by VAL-01.
    private static func blank(_ evaluation: Evaluation) -> [RuleHit] {
        let submission = evaluation.submission
        guard !evaluation.purpose.isToBeFilled, submission.kind == .form || submission.printedTotal?.value != nil,
            evaluation.hasColumn(.score)
        else { return [] }
        let rows = evaluation.judged.map(\.indicator).filter { $0.weight?.value != nil && !$0.isExecutionRate }
        let blank = rows.filter { $0.givenScore == nil && ($0.actual != nil || !evaluation.hasColumn(.actual)) }
        guard !rows.isEmpty, (rows.count - blank.count) * 2 >= rows.count,
            rows.contains(where: { $0.givenScore != nil })
        else { return [] }
        return blank.map { indicator in
            RuleHit(
                indicator.place(.score), subject: indicator.title, found: "",
                expected: "0–\(indicator.weight?.text ?? "")", message: message)
        }
            + [evaluation.blankRate].compactMap { $0 }.map { rate in
                RuleHit(
                    rate.place, subject: "预算执行率", found: rate.place.text, expected: "0–\(rate.weight)", message: message
                )
            }
    }

    private static let message = "没有填得分，其他行填了。"
}
