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

    @Test(arguments: RuleCase.notRun)
    func whatCanNotBeJudgedIsNotRunAndSaysWhy(example: RuleCase) {
        let evaluation = example.evaluation
        #expect(!evaluation.rulesRun.contains(example.rule))
        let why = evaluation.notRun.first { $0.rule == example.rule }?.why
        #expect(why?.contains(example.why) == true, "\(why ?? "")")
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
