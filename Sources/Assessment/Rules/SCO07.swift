import Foundation
import Spreadsheet

/// No 得分 without both target and actual.
enum SCO07: Rule {
    static let info = RuleInfo(
        id: "SCO-07",
        title: "没有目标或完成值的指标不得分",
        level: .must,
        citation: "本工具约定",
        departure: "得 0 分的不报；没有完成值已由 VAL-01 报的，不再重复报；表里没有这一列的不查。",
        remedy: "补上年度指标值和实际完成值，或删去得分。")

    static let needs: [RuleNeed] = [.column(.score), .column(.target), .column(.actual)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let given = evaluation.judged.map(\.indicator).filter { $0.givenScore?.value != nil && !$0.isExecutionRate }
        guard !given.isEmpty else { return .notRun("输入里没有填写得分") }
        let columns = evaluation.submission.columns.compactMap(\.role)
        // A table without the column is STR-03's.
        let asksTarget = columns.isEmpty || columns.contains(.target)
        let asksActual = columns.isEmpty || columns.contains(.actual)
        return .ran(
            given.compactMap { indicator in
                guard let score = indicator.givenScore, score.value != 0 else { return nil }
                let missing =
                    (asksTarget && indicator.target == nil ? ["年度指标值"] : [])
                    + (asksActual && indicator.actual == nil ? ["实际完成值"] : [])
                guard !missing.isEmpty else { return nil }
                return RuleHit(
                    score.source, subject: indicator.title, found: score.text,
                    expected: "先填\(missing.joined(separator: "和"))",
                    message: "有得分 \(score.text)，没有\(missing.joined(separator: "和"))。", follows: [VAL01.id])
            })
    }
}
