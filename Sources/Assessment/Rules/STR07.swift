import Foundation
import Spreadsheet

/// No two rows carry the same 三级指标 under one 二级指标.
enum STR07: Rule {
    static let info = RuleInfo(
        id: "STR-07",
        title: "同一个二级指标下没有重复的三级指标",
        level: .must,
        citation: "本工具约定",
        departure: "空格、引号不计；报在重复的那一行上。",
        remedy: "删去重复的一行，或把名称写得能够区分。")

    static let needs: [RuleNeed] = [.column(.level1), .column(.level2), .column(.name)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let indicators = evaluation.indicators.filter { !$0.name.isEmpty }
        guard !indicators.isEmpty else { return .notRun("没有绩效指标") }
        var seen: [[String]: Indicator] = [:]
        var hits: [RuleHit] = []
        for indicator in indicators {
            let key = [indicator.level1, indicator.level2, indicator.name].map(TextNormalizer.key)
            guard let other = seen[key] else {
                seen[key] = indicator
                continue
            }
            hits.append(
                RuleHit(
                    indicator.place(.name), subject: indicator.name, found: indicator.name, expected: "不重复的三级指标",
                    message: "与 \(other.place(.name).place) 的三级指标相同。"))
        }
        return .ran(hits)
    }
}
