import Assessment
import Foundation
import Spreadsheet
import Testing

/// Each rule with grids that it passes and grids that it must flag at the marked cells.
@Suite struct RuleTests {
    static let cases =
        RuleCase.structure + RuleCase.weights + RuleCase.money + RuleCase.values + RuleCase.scores + RuleCase.reasons

    static let heading = RuleCase.heading

    static func row(_ rest: String) -> String { RuleCase.row(rest) }

    @Test(arguments: cases)
    func flagsTheMarkedCellsAndNoOther(example: RuleCase) throws {
        let evaluation = example.evaluation
        let hits = evaluation.findings.filter { $0.rule == example.rule }
        let told = hits.map { "\($0.source.place) \($0.message)" }.joined(separator: "\n")
        #expect(Set(hits.map(\.source.cell)) == Set(Grid(example.grid).marks.values.map(\.cell)), "\(told)")
        #expect(evaluation.rulesRun.contains(example.rule))
        #expect(hits.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty && !$0.citation.isEmpty })
    }

    @Test(arguments: RuleCatalogue.all.map { $0.id })
    func everyRuleHasAPassingAndAFailingGrid(id: String) {
        let own = Self.cases.filter { $0.rule == id }
        #expect(own.contains { !"①②③".contains(where: $0.grid.contains) })
        #expect(own.contains { $0.grid.contains("①") })
    }

    @Test(arguments: RuleCase.notRun + RuleCase.unread)
    func whatCanNotBeJudgedIsNotRunAndSaysWhy(example: RuleCase) {
        let evaluation = example.evaluation
        #expect(!evaluation.rulesRun.contains(example.rule))
        let why = evaluation.notRun.first { $0.rule == example.rule }?.why
        #expect(why?.contains(example.why) == true, "\(why ?? "")")
    }

    /// What keeps no promise from being made keeps no rule from running; and what was read is judged, whatever else was not.
    @Test func whatMattersToNoRuleSilencesNone() {
        let text = "一级|二级|三级|?目标|实际完成值|分值|得分\n产出指标|数量指标|场次|≥12场|12场|100|100"
        let grid = Grid(text)
        var account = grid.account
        account.unread[0].isBlocking = false
        let evaluation = Evaluator.evaluate(grid.submission, standard: .sample(), account: account)
        #expect(evaluation.findings.contains { $0.rule == "STR-03" && $0.subject == "年度指标值" })
        let filled = Grid(Self.row("场次|≥20场||10|10|") + "$ 合计|?备注=5|全年预算数=0")
        let read = Evaluator.evaluate(filled.submission, standard: .sample(), account: filled.account)
        #expect(["VAL-01", "BUD-06"].allSatisfy { rule in read.findings.contains { $0.rule == rule } })
    }

    /// 全年预算数 was asked for where the form has no place for money.
    @Test(arguments: [true, false]) func aFormWithoutMoneyAsksForNone(hasMoney: Bool) {
        var standard = Standard.sample()
        if !hasMoney { standard.budgetBlocks = [] }
        let grid = Grid("三级|目标|实际完成值|分值|得分\n场次|≥12场|12场|100|100")
        let evaluation = Evaluator.evaluate(grid.submission, standard: standard)
        #expect(evaluation.findings.contains { $0.rule == "BUD-06" } == hasMoney)
        #expect(evaluation.notRun.contains { $0.rule == "BUD-06" } == !hasMoney)
    }

    /// Points of a qualitative indicator were asked for where the form has no column for them.
    @Test(arguments: [true, false]) func aFormWithoutScoresAsksForNone(hasScores: Bool) {
        let grid = Grid(hasScores ? "三级|目标|实际完成值|分值|得分\n机制|健全|健全|100|" : "三级|目标|实际完成值|分值\n机制|健全|健全|100")
        let evaluation = Evaluator.evaluate(grid.submission, standard: .sample())
        #expect(evaluation.rulesRun.contains("SCO-02") == hasScores)
    }

    /// A reason was asked for where the form has no cell to write it in.
    @Test(arguments: [
        ("BUD-07", "全年预算数=10|全年执行数=8|原因=", Finding.Level.explain), ("BUD-07", "全年预算数=10|全年执行数=8", .note),
        ("BUD-08", "年初预算数=20|全年预算数=25|原因=", .explain), ("BUD-08", "年初预算数=20|全年预算数=25", .note),
    ])
    func aReasonWithoutACellIsANote(rule: String, money: String, level: Finding.Level) {
        var standard = Standard.sample()
        standard.rules[rule] = .init(threshold: 90)
        let grid = Grid("三级|目标|实际完成值|分值|得分\n场次|≥12场|12场|100|100\n$ 合计|" + money)
        let hits = Evaluator.evaluate(grid.submission, standard: standard).findings.filter { $0.rule == rule }
        #expect(hits.map(\.level) == [level])
        #expect(hits.allSatisfy { $0.remedy.contains("没有写这个原因的格子") == (level == .note) })
    }

    /// Of several that are missing, those that are certain are reported.
    @Test func whatIsCertainIsReportedBesideWhatIsNot() {
        let grid = Grid("# 单位名称=\n# ?负责=甲\n" + RuleCase.fine)
        var standard = Standard.sample()
        standard.requiredFacts = ["单位名称", "填报人"]
        let evaluation = Evaluator.evaluate(grid.submission, standard: standard, account: grid.account)
        #expect(evaluation.findings.filter { $0.rule == "STR-01" }.map(\.subject) == ["单位名称"])
    }

    @Test(arguments: RuleCase.consequences)
    func whatOnlyFollowsIsNotReportedAgain(example: RuleCase) {
        let evaluation = example.evaluation
        #expect(evaluation.findings.contains { $0.rule == example.why })
        #expect(!evaluation.findings.contains { $0.rule == example.rule })
        #expect(evaluation.followOns.contains { $0.rule == example.rule && $0.cause == example.why })
    }

    @Test func templateSwitchesAndRegradesRules() {
        let grid = Grid(Self.row("场次|≥12场|11场|6||"))
        var standard = Standard.sample()
        standard.rules["EXP-01"] = .init(level: .note)
        standard.rules["WGT-01"] = .init(isOn: false)
        let evaluation = Evaluator.evaluate(grid.submission, standard: standard)
        #expect(evaluation.findings.first { $0.rule == "EXP-01" }?.level == .note)
        #expect(evaluation.notRun.contains { $0.rule == "WGT-01" && $0.why.contains("不使用") })
        #expect(!evaluation.findings.contains { $0.rule == "WGT-01" })
    }

    @Test func aRuleThatCannotRunIsNamedWithItsCause() {
        let evaluation = Evaluator.evaluate(Submission(source: Source(file: "空.csv")), standard: .sample())
        #expect(Set(evaluation.rulesRun).isDisjoint(with: evaluation.notRun.map(\.rule)))
        #expect(evaluation.rulesRun.count + evaluation.notRun.count == RuleCatalogue.all.count)
        #expect(evaluation.notRun.allSatisfy { !$0.why.isEmpty })
        #expect(evaluation.total == nil)
    }
}
