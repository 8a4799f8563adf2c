import Assessment
import Foundation
import Spreadsheet
import Testing

/// Each rule with grids that it passes and grids that it must flag at the marked cells.
@Suite struct RuleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var rule: String
        var grid: String
        var place = Standard.ExecutionRatePlace.indicator
        var requiredFacts: [String] = []
        var threshold: Decimal?
        var limits: [(label: String, characters: Int)] = []
        var testDescription: String { "\(rule): \(grid.prefix(60))" }
    }

    static let heading = "一级|二级|三级|年度指标值|实际完成值|分值|得分|原因\n"

    static func row(_ rest: String) -> String { heading + "产出指标|数量指标|" + rest + "\n" }

    static let cases: [Case] = [
        Case(rule: "STR-01", grid: "# 单位名称=甲\n" + row("场次|≥20场|21场|100||"), requiredFacts: ["单位名称"]),
        Case(rule: "STR-01", grid: "# 单位名称=①\n" + row("场次|≥20场|21场|100||"), requiredFacts: ["单位名称"]),
        Case(rule: "STR-03", grid: row("场次|≥20场|21场|100||")),
        Case(rule: "STR-03", grid: "一级|二级|三级|年度指标值|实际完成值|分值|分值①\n产出指标|数量指标|场次|≥20场|21场|100|100"),
        Case(rule: "STR-03", grid: "一级①|二级|三级|实际完成值|分值\n产出指标|数量指标|场次|21场|100"),
        Case(rule: "STR-03", grid: "一级|二级|三级|年度指标值|实际完成值|分值|责任科室①\n产出指标|数量指标|场次|≥20场|21场|100|办"),
        Case(rule: "STR-08", grid: "# 存在问题=四个字呢\n" + row("场次|≥20场|21场|100||"), limits: [("存在问题", 4)]),
        Case(rule: "STR-08", grid: "# 存在问题=超过四个字①\n" + row("场次|≥20场|21场|100||"), limits: [("存在问题", 4)]),
        Case(rule: "WGT-01", grid: row("场次|≥20场|21场|60||") + "效益指标|社会效益|人数|≥1人|1人|40||"),
        Case(rule: "WGT-01", grid: row("场次|≥20场|21场|60||") + "效益指标|社会效益|人数|≥1人|1人|30||\n合计|||||90①||"),
        Case(rule: "WGT-01", grid: row("场次|≥20场|21场|90||") + "$ 合计|全年预算数=10|全年执行数=10", place: .budget),
        Case(rule: "WGT-01", grid: row("场次|≥20场|21场|100||") + "合计|||||100.5①||"),
        Case(rule: "WGT-04", grid: row("场次|≥20场|21场|0.5||")),
        Case(rule: "WGT-04", grid: row("场次|≥20场|21场|①||") + "产出指标|数量指标|次数|≥2次|2次|0②||\n产出指标|数量指标|户数|≥2户|2户|十分③||"),
        Case(rule: "BUD-01", grid: row("场次|≥20场|21场|100||") + "$ 合计|全年预算数=570.54|全年执行数=537.81|执行率=94.26%"),
        Case(rule: "BUD-01", grid: row("场次|≥20场|21场|100||") + "$ 合计|全年预算数=43.2|全年执行数=37.24|执行率=86%"),
        Case(rule: "BUD-01", grid: row("场次|≥20场|21场|100||") + "$ 合计|全年预算数=570.54|全年执行数=537.81|执行率=94.27%①"),
        Case(
            rule: "BUD-02",
            grid: row("场次|≥20场|21场|100||")
                + "$ 合计|全年预算数=570.54|全年执行数=537.81\n$ 财政拨款|全年预算数=562.54|全年执行数=529.81\n$ 其他资金|全年预算数=8|全年执行数=8"),
        Case(
            rule: "BUD-02",
            grid: row("场次|≥20场|21场|100||")
                + "$ 合计|全年预算数=570.54①|全年执行数=537.81\n$ 财政拨款|全年预算数=562.54|全年执行数=529.81\n$ 其他资金|全年预算数=0.8|全年执行数=8"),
        Case(rule: "BUD-03", grid: row("场次|≥20场|21场|100||") + "$ 合计|全年预算数=10|全年执行数=10"),
        Case(rule: "BUD-03", grid: row("场次|≥20场|21场|100||") + "$ 合计|全年预算数=10|全年执行数=10.01①"),
        Case(rule: "BUD-06", grid: row("场次|≥20场|21场|100||") + "$ 合计|全年预算数=10"),
        Case(rule: "BUD-06", grid: row("场次|≥20场|21场|100||") + "$ 合计|全年预算数=0①"),
        Case(
            rule: "BUD-07", grid: row("场次|≥20场|21场|100||") + "$ 合计|全年预算数=10|全年执行数=9", threshold: 90),
        Case(
            rule: "BUD-07", grid: row("场次|≥20场|21场|100||") + "$ 合计|全年预算数=10|全年执行数=8.99①", threshold: 90),
        Case(rule: "VAL-01", grid: row("场次|≥20场|0|100||没有开展")),
        Case(rule: "VAL-01", grid: row("场次|≥20场|①|100||")),
        Case(rule: "VAL-02", grid: row("场次|≥20场|21场|100||") + "产出指标|数量指标|家庭|≥20家|20余家|1||\n产出指标|质量指标|制度|健全|完成|1|1|"),
        Case(rule: "VAL-02", grid: row("场次|≥20场|完成①|100||") + "产出指标|时效指标|时间|≤2022年6月|按时②|1||"),
        Case(rule: "VAL-07", grid: row("场次|≥20场|21场|100||")),
        Case(rule: "VAL-07", grid: row("场次|①|21场|100||")),
        Case(rule: "SCO-01", grid: row("场次|≥20场|21场|100|100|")),
        Case(rule: "SCO-01", grid: row("场次|≥20场|21场|10|11①|") + "产出指标|数量指标|次数|≥2次|2次|10|-1②|"),
        Case(rule: "SCO-02", grid: row("场次|≥12场|11场|6|5.5|少一场") + "产出指标|质量指标|制度|健全|部分达成|10|7|差一项"),
        Case(rule: "SCO-02", grid: row("知晓率|=100%|98%|10|9①|") + "产出指标|质量指标|制度|健全|部分达成|10|9②|差一项"),
        Case(rule: "SCO-02", grid: row("制度|健全|健全|10|①|")),
        Case(rule: "SCO-05", grid: row("场次|≥12场|11场|6|5.5|少一场") + "合计|||||6|5.5|"),
        Case(rule: "SCO-05", grid: row("场次|≥12场|11场|6|5.5|少一场") + "合计|||||6|6|"),
        Case(rule: "SCO-05", grid: row("场次|≥12场|11场|6|5.5|少一场") + "合计|||||6|6.5①|"),
        Case(rule: "SCO-06", grid: row("场次|≥20场|21场|100||") + "合计|||||100|89.5|良"),
        Case(rule: "SCO-06", grid: row("场次|≥20场|21场|100||") + "合计|||||100|89.5|优①"),
        Case(rule: "SCO-07", grid: row("场次|≥20场|21场|10|10|")),
        Case(rule: "SCO-07", grid: row("场次||21场|10|10①|") + "产出指标|数量指标|次数|≥2次||10|10②|"),
        Case(
            rule: "SCO-09",
            grid: heading + "预算执行率|预算执行率|预算执行率|=100%|94.26%|10|9.43|尾款\n$ 合计|全年预算数=570.54|全年执行数=537.81"),
        Case(
            rule: "SCO-09",
            grid: heading + "预算执行率|预算执行率|预算执行率|=100%|94.26%|10|10①|尾款\n$ 合计|全年预算数=570.54|全年执行数=537.81"),
        Case(
            rule: "SCO-09",
            grid: row("场次|≥20场|21场|90|90|") + "$ 合计|全年预算数=43.2|全年执行数=37.24|得分=9①", place: .budget),
        Case(rule: "EXP-01", grid: row("场次|≥12场|11场|6|5.5|少一场")),
        Case(rule: "EXP-01", grid: row("场次|≥12场|11场|6||①") + "产出指标|数量指标|次数|≥2次|2次|10|7|②"),
    ]

    @Test(arguments: cases)
    func flagsTheMarkedCellsAndNoOther(example: Case) throws {
        let grid = Grid(example.grid)
        var standard = Standard.sample(place: example.place)
        standard.requiredFacts = example.requiredFacts
        standard.textLimits = example.limits
        if let threshold = example.threshold { standard.rules["BUD-07"] = .init(threshold: threshold) }
        let evaluation = Evaluator.evaluate(grid.submission, standard: standard)
        let hits = evaluation.findings.filter { $0.rule == example.rule }
        #expect(Set(hits.map(\.source.cell)) == Set(grid.marks.values.map(\.cell)))
        #expect(evaluation.rulesRun.contains(example.rule))
        #expect(hits.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty && !$0.citation.isEmpty })
    }

    @Test(arguments: RuleCatalogue.all.map { $0.id })
    func everyRuleHasAPassingAndAFailingGrid(id: String) {
        let own = Self.cases.filter { $0.rule == id }
        #expect(own.contains { !"①②③".contains(where: $0.grid.contains) })
        #expect(own.contains { $0.grid.contains("①") })
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
