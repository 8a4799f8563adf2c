import Foundation
import Spreadsheet

/// The printed 得分 is the one that the indicator's scoring method gives, at the template's precision.
public enum SCO02: Rule {
    /// Id.
    public static let id = "SCO-02"
    /// Title.
    public static let title = "得分与计分方法一致"
    /// Level.
    public static let level = Finding.Level.must
    /// Basis.
    public static let citation = "模板规定的计分方法"
    /// Remedy.
    public static let remedy = "按算出的得分改正；定性指标自己给分，须在档次范围内。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
        var hits: [RuleHit] = []
        for (indicator, score) in zip(evaluation.submission.indicators, evaluation.scores) {
            // What SCO-01, SCO-09, VAL-01, VAL-02, VAL-07 and WGT-04 report is not reported again.
            guard !indicator.isExecutionRate, indicator.target != nil, indicator.actual != nil,
                let weight = indicator.weight?.value, weight > 0
            else { continue }
            if let given = indicator.givenScore {
                guard let value = given.value else {
                    hits.append(
                        RuleHit(
                            given.source, subject: indicator.title, found: given.text, expected: "一个数",
                            message: "得分“\(given.text)”不是数。"))
                    continue
                }
                if value < 0 || value > weight { continue }
                if let allowed = score.allowed, !allowed.contains(value) {
                    hits.append(
                        RuleHit(
                            given.source, subject: indicator.title, found: given.text,
                            expected: "\(allowed.lowerBound)–\(allowed.upperBound)",
                            message:
                                "完成情况“\(indicator.actual?.text ?? "")”所在档次的得分范围是 \(allowed.lowerBound)–\(allowed.upperBound)。"
                        ))
                } else if score.allowed == nil, score.missing == nil, let points = score.points, points != value {
                    hits.append(
                        RuleHit(
                            given.source, subject: indicator.title, found: given.text, expected: "\(points)",
                            message: "\(score.method.title)：\(score.formula)，与填写的 \(given.text) 不符。"))
                }
            } else if let allowed = score.allowed, score.points == nil {
                hits.append(
                    RuleHit(
                        indicator.place(.score), subject: indicator.title, found: "",
                        expected: "\(allowed.lowerBound)–\(allowed.upperBound)",
                        message: "\(score.missing ?? "没有得分")。"))
            }
        }
        return .ran(hits)
    }
}
