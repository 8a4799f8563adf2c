import Foundation
import Spreadsheet

/// No text is longer than the limit that the template states for its field.
enum STR08: Rule {
    static let info = RuleInfo(
        id: "STR-08",
        title: "文字不超过字数限制",
        level: .explain,
        citation: "表样中印出的字数限制",
        departure: "空格和换行不计字数。",
        remedy: "压缩文字到限定字数以内，或说明为什么需要更长。")

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let limits = evaluation.standard.textLimits
        guard !limits.isEmpty else { return .notRun("本模板没有字数限制") }
        let hits = limits.compactMap { limit -> RuleHit? in
            guard let fact = evaluation.submission.facts[limit.label] else { return nil }
            let length = fact.text.count { !$0.isWhitespace }
            guard length > limit.characters else { return nil }
            return RuleHit(
                fact.source, subject: limit.label.rawValue, found: "\(length) 字", expected: "\(limit.characters) 字以内",
                message: "“\(limit.label)”有 \(length) 字，表样限 \(limit.characters) 字。")
        }
        return .ran(hits)
    }
}
