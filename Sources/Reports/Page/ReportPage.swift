import Assessment
import Foundation
import Spreadsheet

/// What a report says, in the order in which it says it: text and HTML are the same page in two renderings.
struct ReportPage {
    /// Findings of one level.
    struct Level {
        var level: Finding.Level
        var count: Int
        var groups: [FindingGroup]
    }

    /// The first line and the last.
    var verdict: String
    /// Name and value: 总分, 等级 …
    var facts: [(name: String, value: String)]
    /// What was understood and what was not.
    var account: AccountPage
    /// Nothing must be corrected, nothing is cut off on paper, and nothing that matters was left unread.
    var isGood: Bool
    /// Levels that have findings, weightiest first.
    var levels: [Level]
    /// What of a form that was filled would be cut off on paper: lines of a list, beginning with its heading; empty for none.
    var cut: [String] = []
    /// Consequences whose cause is not among the findings.
    var consequences: [String]
    /// How many rules did not run.
    var notRunCount: Int
    /// Rules that did not run, by cause: one sentence each.
    var notRun: [String]
    /// What was understood while reading.
    var notes: [String]
    /// What of the template is 依据待核.
    var unsettled: [String]
    /// What was written.
    var closing: [String]

    /// The page of a form that was filled.
    init(_ report: FillReport) {
        self.init(
            report.evaluation, file: nil, facts: [], notes: report.notes, unsettled: report.unsettled)
        verdict = Verdict.sentence(report)
        cut = Self.cut(report.cut)
        isGood = isGood && cut.isEmpty
        let isUnreadAlone = report.evaluation.count(.must) == 0 && report.cut.isEmpty
        let why = isUnreadAlone ? "有内容没有读懂时不写" : "有必须改正的问题或文字会被截断时不写"
        closing = [report.output.map { "自评表：\($0)" } ?? "自评表：没有写出（--strict-write：\(why)）"]
    }

    /// The page of a form that was checked.
    init(_ report: CheckReport) {
        let match = report.match
        let template =
            match.isGeneric ? "没有认出是哪一种表样，按各地表样共有的规则核对；知道的话用 --template 指定" : "\(match.title)（\(match.id)）"
        var facts = [("文件", report.name), ("模板", template)]
        if !match.evidence.isEmpty { facts.append(("认表依据", match.evidence.joined(separator: "；"))) }
        self.init(
            report.evaluation, file: report.file, facts: facts, notes: report.notes, unsettled: report.unsettled)
        closing = report.marked.map { ["标注的副本：\($0)"] } ?? []
    }

    /// What must be corrected: before what was not understood.
    var gravest: [Level] { levels.filter { $0.level == .must } }
    /// The other levels: after it.
    var lighter: [Level] { levels.filter { $0.level != .must } }

    private init(
        _ evaluation: Evaluation, file: String?, facts: [(String, String)], notes: [String], unsettled: [String]
    ) {
        verdict = Verdict.sentence(evaluation)
        self.facts =
            facts + [
                ("总分", Self.total(evaluation)), ("等级", evaluation.grade?.name ?? Self.noGrade(evaluation)),
                (
                    "预算执行率",
                    evaluation.executionRatePercent.map {
                        DecimalText.text($0, places: evaluation.standard.ratePlaces) + "%"
                    } ?? "算不出（缺全年预算数或全年执行数）"
                ),
            ]
        account = AccountPage(evaluation.account, file: file)
        isGood = evaluation.count(.must) == 0 && evaluation.account.isUnderstood
        var consequences = Consequences(evaluation)
        levels = Finding.Level.allCases.compactMap { level in
            let count = evaluation.count(level)
            guard count > 0 else { return nil }
            var groups = FindingGroup.groups(level, of: evaluation, file: file)
            for index in groups.indices { groups[index].consequences = consequences.take(groups[index].rule) }
            return Level(level: level, count: count, groups: groups)
        }
        self.consequences = consequences.rest()
        notRunCount = evaluation.notRun.count
        notRun = Self.notRun(evaluation.notRun)
        self.notes = notes
        self.unsettled = unsettled
        closing = []
    }

    private static func cut(_ texts: [CutText]) -> [String] {
        guard !texts.isEmpty else { return [] }
        return ["\(CutText.title)（\(texts.count) 处）"]
            + texts.enumerated().flatMap { index, cut in
                let line = cut.source.text.filter { !$0.isNewline }
                let beginning = line.count > 20 ? line.prefix(20) + "…" : line
                return [
                    "  \(index + 1). \(cut.source.place)　\(beginning)", "     \(cut.message)", "     办法：\(cut.remedy)",
                ]
            }
    }

    private static func total(_ evaluation: Evaluation) -> String {
        let places = evaluation.standard.scorePlaces
        // What a form prints and what its methods give are two figures where they differ.
        let printed = evaluation.submission.printedTotal.flatMap { $0.value == evaluation.total ? nil : $0.text }
        return (printed.map { "填写 \($0)；按计分方法计算 " } ?? "") + reckoned(evaluation, places: places)
    }

    private static func noGrade(_ evaluation: Evaluation) -> String {
        evaluation.submission.isExcerpt ? "算不出（只有一部分指标）" : "算不出"
    }

    private static func reckoned(_ evaluation: Evaluation, places: Int) -> String {
        guard let total = evaluation.total else {
            return "算不出（有指标没有得分；已有得分合计 \(DecimalText.text(evaluation.scored, places: places))）"
        }
        return "\(DecimalText.text(total, places: places))（分值合计 \(DecimalText.text(evaluation.weightTotal))）"
    }

    /// One rule is named with its title, several with the same cause by their ids.
    static func notRun(_ rules: [Evaluation.NotRun]) -> [String] {
        var causes: [String] = []
        var byCause: [String: [Evaluation.NotRun]] = [:]
        for rule in rules {
            if byCause[rule.why] == nil { causes.append(rule.why) }
            byCause[rule.why, default: []].append(rule)
        }
        return causes.map { why in
            let same = byCause[why] ?? []
            if same.count == 1, let only = same.first { return "\(only.rule) \(only.title)：\(why)" }
            return "\(same.map(\.rule).joined(separator: "、"))：\(why)"
        }
    }
}
