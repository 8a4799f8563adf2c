import Foundation
import Spreadsheet

/// 得分 is not below 0 and not above 分值.
enum SCO01: Rule {
    static let info = RuleInfo(
        id: "SCO-01",
        title: "得分填了，并且在 0 和分值之间",
        level: .must,
        citation: "表样：得分最高不超过该指标分值",
        departure: "写明不适用的行不查；多数行没有得分的表不算漏填，得分由本工具计算；预算执行率有分值、有执行率而得分空着的，同样算漏填。",
        remedy: "填上得分，或把得分改到 0 至分值之间。")

    static let needs: [RuleNeed] = [.column(.score), .column(.weight)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let given = evaluation.judged.map(\.indicator).filter { $0.givenScore != nil && $0.weight?.value != nil }
        let blank = blank(evaluation)
        guard !given.isEmpty || !blank.isEmpty else { return .notRun("输入里没有填写得分，由本工具计算") }
        return .ran(
            blank
                + given.compactMap { indicator in
                    guard let score = indicator.givenScore, let value = score.value,
                        let weight = indicator.weight?.value,
                        value < 0 || value > weight
                    else { return nil }
                    return RuleHit(
                        score.source, subject: indicator.title, found: score.text, expected: "0–\(weight)",
                        message: "得分 \(value) 不在 0 和分值 \(weight) 之间。")
                })
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
