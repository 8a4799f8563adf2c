import Foundation
import Spreadsheet

/// 全年预算数 that is not 年初预算数 has a reason, where the template asks for one.
///
/// Basis: what the template's blank prints. Departure: off unless a template switches it on; only the row of the total is judged, and a cell that
/// still holds the printed instructions is no reason.
public enum BUD08: Rule {
    /// Id.
    public static let id = "BUD-08"
    /// Title.
    public static let title = "预算有调整的说明原因"
    /// Level.
    public static let level = Finding.Level.explain
    /// Basis.
    public static let citation = "表样中印出的填表说明"
    /// Departure.
    public static let departure: String? = "模板要求时才使用；只看合计行；原因栏里只有印好的填表说明，算作没有说明。"
    /// Remedy.
    public static let remedy = "在原因栏说明年中调整预算的原因。"
    /// Only where a template asks.
    public static let isOnByDefault = false

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyNoMoney { return .notRun(why) }
        guard let line = evaluation.budgetTotal, let initial = line[.initial],
            let adjusted = line.amounts[.adjusted], let value = adjusted.value
        else { return .notRun("没有年初预算数或全年预算数") }
        guard initial != value, evaluation.submission.reason(of: line)?.isGiven != true else { return .ran([]) }
        return .ran([
            RuleHit(
                line.reason?.source ?? adjusted.source, subject: line.name,
                found: line.reason?.text ?? "", expected: "预算调整的原因",
                message: "年初预算数 \(initial)，全年预算数 \(value)，没有说明调整的原因。", follows: [BUD05.id])
        ])
    }
}
