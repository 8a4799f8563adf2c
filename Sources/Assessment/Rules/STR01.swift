import Foundation
import Spreadsheet

/// Every block and field that the template requires is present and filled.
public enum STR01: Rule {
    /// Id.
    public static let id = "STR-01"
    /// Title.
    public static let title = "必填内容齐全"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "本工具约定（表样的必填项）"
    /// Remedy.
    public static let remedy = "在指标表的“基本情况”里补上，或用 --set 名称=内容 给出。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        var hits = evaluation.standard.requiredFacts.compactMap { label -> RuleHit? in
            let fact = submission.facts[label]
            guard TextNormalizer.key(fact?.text ?? "").isEmpty else { return nil }
            return RuleHit(
                fact?.source ?? submission.source, subject: label, found: "", expected: "填写\(label)",
                message: "表样要求填写“\(label)”，输入里没有。")
        }
        if submission.indicators.isEmpty {
            hits.append(
                RuleHit(
                    submission.source, subject: "绩效指标", found: "", expected: "至少一条绩效指标",
                    message: "指标表里没有一条绩效指标。"))
        }
        return .ran(hits)
    }
}
