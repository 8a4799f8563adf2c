import Foundation
import Spreadsheet

/// 全年预算数 that is not 年初预算数 has a reason, where the template asks for one.
enum BUD08: Rule {
    static let info = RuleInfo(
        id: "BUD-08",
        title: "预算有调整的说明原因",
        level: .explain,
        citation: "表样中印出的填表说明",
        departure: "模板要求时才使用；只看合计行；原因栏里只有印好的填表说明，算作没有说明。表上没有写原因的格子的，只作提示。",
        remedy: "在原因栏说明年中调整预算的原因；填表时用 --set 预算执行率原因=… 给出。",
        isOnByDefault: false)

    static let needs: [RuleNeed] = [.totalAmount(.initial), .totalAmount(.adjusted), .moneyReason]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyNoMoney { return .notRun(why) }
        guard let line = evaluation.budgetTotal, let initial = line[.initial],
            let adjusted = line.amounts[.adjusted], let value = adjusted.value
        else { return .notRun("没有年初预算数或全年预算数") }
        guard initial != value, evaluation.submission.reason(of: line)?.isGiven != true else { return .ran([]) }
        let isAsked = evaluation.asksForMoneyReason
        return .ran([
            RuleHit(
                line.reason?.source ?? adjusted.source, subject: line.name,
                found: line.reason?.text ?? "", expected: "预算调整的原因",
                message: "年初预算数 \(initial)，全年预算数 \(value)，没有说明调整的原因。",
                level: isAsked ? nil : .note, follows: [BUD05.id],
                remedy: isAsked ? nil : Evaluation.remedyWithoutMoneyReason)
        ])
    }
}
