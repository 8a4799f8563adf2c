import Foundation
import Spreadsheet

/// The same reason is not pasted to several indicators.
enum EXP04: Rule {
    static let info = RuleInfo(
        id: "EXP-04",
        title: "各指标的原因不雷同",
        level: .note,
        citation: "本工具约定",
        departure: "少于四个字的不看；空格、标点不计；报在第二处及以后；合并单元格算一处。",
        remedy: "按每条指标的实际情况分别写原因。")

    static let needs: [RuleNeed] = [.column(.reason)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.whyNoReasons { return .notRun(why) }
        var seen: [String: SourcedText] = [:]
        var hits: [RuleHit] = []
        for row in evaluation.judged {
            guard evaluation.submission.reason(of: row.indicator).isGiven, let reason = row.indicator.reason else {
                continue
            }
            let key = TextNormalizer.key(reason.text).filter { $0.isLetter || $0.isNumber }
            guard key.count >= 4 else { continue }
            guard let other = seen[key] else {
                seen[key] = reason
                continue
            }
            guard other.source != reason.source else { continue }
            hits.append(
                RuleHit(
                    reason.source, subject: row.indicator.title, found: reason.text, expected: "这条指标自己的原因",
                    message: "与 \(other.source.place) 的原因相同。"))
        }
        return .ran(hits)
    }
}
