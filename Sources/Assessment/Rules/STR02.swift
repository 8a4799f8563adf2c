import Foundation
import Spreadsheet

/// Every 一级指标 that the template fixes is there, and no 二级指标 stands under a parent that is not its own.
enum STR02: Rule {
    static let info = RuleInfo(
        id: "STR-02",
        title: "一级、二级指标与表样一致",
        level: .must,
        citation: "表样印出的一级、二级指标",
        departure: "缺少二级指标不算错（已见的表常省去生态效益指标）；表样没有的一级指标只要求说明，没有的二级指标只作提示；表题不是这个模板的，都只要求说明；名称一方包含另一方的算作相同。",
        remedy: "按表样补上缺少的一级指标，把放错位置的二级指标移到所属的一级指标下。")

    static let needs: [RuleNeed] = [.column(.level1)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        if let why = evaluation.submission.whyPartial { return .notRun(why) }
        let fixed = evaluation.standard.fixedLevels
        // A form without the title of the template may be another one.
        let certainty: Finding.Level? = evaluation.standard.isSureOfForm ? nil : .explain
        guard !fixed.isEmpty else { return .notRun("本模板没有规定一级、二级指标") }
        let outline = evaluation.outline
        guard !outline.isEmpty else { return .notRun("指标表没有一级、二级指标") }
        let tops = outline.filter { $0.level2.isEmpty && !Label.isExecutionRateLevel($0.level1) }
        let missing = fixed.filter { level in !tops.contains { Label.isSameLevel($0.level1, level.level1) } }
        let place = evaluation.submission.columns.first { $0.role == .level1 }?.heading.source
        var hits = missing.map { level in
            RuleHit(
                place ?? evaluation.submission.source, subject: level.level1, found: "没有这一组",
                expected: "有“\(level.level1)”", message: "表样有一级指标“\(level.level1)”，表中没有。", level: certainty)
        }
        for group in outline where !Label.isExecutionRateLevel(group.level1) {
            if let hit = group.level2.isEmpty ? unknownTop(group, fixed) : misplaced(group, fixed, certainty) {
                hits.append(hit)
            }
        }
        return .ran(hits)
    }

    private typealias Levels = [(level1: String, children: [String])]

    private static func unknownTop(_ group: IndicatorGroup, _ fixed: Levels) -> RuleHit? {
        guard !fixed.contains(where: { Label.isSameLevel($0.level1, group.level1) }) else { return nil }
        let known = fixed.map(\.level1).joined(separator: "、")
        return RuleHit(
            group.source, subject: group.level1, found: group.level1, expected: known,
            message: "表样没有一级指标“\(group.level1)”。", level: .explain)
    }

    private static func misplaced(_ group: IndicatorGroup, _ fixed: Levels, _ certainty: Finding.Level?) -> RuleHit? {
        guard let own = fixed.first(where: { Label.isSameLevel($0.level1, group.level1) }), !own.children.isEmpty,
            !own.children.contains(where: { Label.isSameLevel($0, group.level2) })
        else { return nil }
        let parent = fixed.first { level in
            level.children.contains {
                Label($0, isLevel: true).levelName == Label(group.level2, isLevel: true).levelName
            }
        }
        guard let parent else {
            return RuleHit(
                group.source, subject: group.level2, found: group.level2,
                expected: own.children.joined(separator: "、"),
                message: "表样的“\(own.level1)”下没有“\(group.level2)”。", level: .note)
        }
        return RuleHit(
            group.source, subject: group.level2, found: "\(group.level1)—\(group.level2)",
            expected: "\(parent.level1)—\(group.level2)",
            message: "“\(group.level2)”在表样里属于“\(parent.level1)”，表中放在“\(group.level1)”下。", level: certainty)
    }
}
