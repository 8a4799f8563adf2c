import Foundation
import Spreadsheet

/// The target is the one that was agreed in the goal declaration (绩效目标申报表), when that file is given.
///
/// A row is looked for within its own 二级指标 first.
enum VAL08: Rule {
    static let info = RuleInfo(
        id: "VAL-08",
        title: "目标值与绩效目标申报表一致",
        level: .explain,
        citation: "本工具约定（目标以批复的绩效目标申报表为准）",
        departure: "按三级指标名称对照，空格、引号不计；只在一张表里有的指标也要求说明；预算执行率不对照。",
        remedy: "改成申报表批复的目标；经批准调整过的，说明调整的依据。")

    static let needs: [RuleNeed] = [.column(.target)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        guard let declared = evaluation.submission.declared else { return .notRun("没有给出绩效目标申报表") }
        var rest = declared.filter { !$0.isExecutionRate && !$0.name.isEmpty }
        guard !rest.isEmpty else { return .notRun("绩效目标申报表里没有绩效指标") }
        var hits: [RuleHit] = []
        for indicator in evaluation.indicators where !indicator.isExecutionRate && !indicator.name.isEmpty {
            let same = rest.indices.filter { TextNormalizer.key(rest[$0].name) == TextNormalizer.key(indicator.name) }
            let own = same.first { Label.isSameLevel(rest[$0].level2, indicator.level2) } ?? same.first
            guard let own else {
                hits.append(
                    RuleHit(
                        indicator.place(.name), subject: indicator.name, found: indicator.name, expected: "申报表里的指标",
                        message: "绩效目标申报表里没有这条指标。"))
                continue
            }
            let agreed = rest.remove(at: own)
            guard let wanted = agreed.target, !isSame(wanted, indicator.target) else { continue }
            hits.append(
                RuleHit(
                    indicator.target?.source ?? indicator.place(.target), subject: indicator.name,
                    found: indicator.target?.shown ?? "", expected: wanted.shown,
                    message: "申报表（\(wanted.source.place)）的目标是 \(wanted.shown)。"))
        }
        for missing in rest {
            hits.append(
                RuleHit(
                    evaluation.submission.source, subject: missing.name, found: "没有这条指标", expected: missing.name,
                    message: "申报表（\(missing.place(.name).place)）有“\(missing.name)”，表中没有。"))
        }
        return .ran(hits)
    }

    private static func isSame(_ one: Target, _ other: Target?) -> Bool {
        guard let other else { return false }
        if TextNormalizer.key(one.shown) == TextNormalizer.key(other.shown) { return true }
        if let period = one.quantity.period { return period == other.quantity.period }
        // The declared target has no figure reached beside it to read its words by.
        let one = other.isWorded ? one.figureAmongWords() ?? one : one
        guard let number = one.quantity.number, one.comparison == other.comparison, one.tolerance == other.tolerance,
            one.isStrict == other.isStrict
        else { return false }
        return UnitConversion.number(of: other.quantity, in: one.quantity.unit) == number
    }
}
