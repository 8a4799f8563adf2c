import Assessment
import Foundation
import Spreadsheet
import Testing

@Suite struct ScoringTests {
    @Test(arguments: [
        ("≥20场", "21场", "6", "6"), ("≥12名", "11名", "6", "5.5"), ("≥30", "28", "10", "9.33"),
        ("20", "10", "10", "5"), ("≤100%", "95.1%", "8", "8"), ("≤10", "12", "10", "8.33"),
        ("=4次", "4次", "6", "6"), ("=100%", "98%", "10", "9.8"), ("=4", "5", "10", "8"),
        ("50±10", "55", "5", "5"), ("50±10", "70", "5", "2.5"), ("=0", "0", "5", "5"), ("≤0", "1", "5", "0"),
        ("≤0%", "-5%", "5", "5"),
        ("≥20万元", "190000元", "10", "9.5"), ("≥200名", "近200名", "5", "5"), ("20场以上", "15场", "4", "3"),
        ("≤2022年6月", "2022年6月", "7", "7"), ("2022年12月底前", "2022.12.31", "7", "7"),
        ("≥3", "2", "1", "0.67"), ("≥8", "1", "1", "0.13"), ("≥10", "-5", "10", "0"),
    ])
    func proportion(target: String, actual: String, weight: String, expected: String) throws {
        let grid = Grid(RuleTests.row("指标|\(target)|\(actual)|\(weight)||"))
        let score = try #require(Evaluator.evaluate(grid.submission, standard: .sample()).scores.first)
        #expect(score.method == .proportion)
        #expect(score.points == Decimal(string: expected))
        #expect(score.missing == nil)
        #expect(score.formula.contains(expected))
    }

    @Test(arguments: [("570.54", "537.81", "9.43"), ("10", "12", "10"), ("43.2", "37.24", "8.62")])
    func rateOverTheMoneyBlock(budget: String, executed: String, expected: String) {
        let grid = Grid(RuleTests.row("场次|≥1|1|90||") + "$ 合计|全年预算数=\(budget)|全年执行数=\(executed)")
        let evaluation = Evaluator.evaluate(grid.submission, standard: .sample(place: .budget))
        #expect(evaluation.budgetScore?.points == Decimal(string: expected))
        #expect(evaluation.total == (Decimal(string: expected) ?? 0) + 90)
    }

    @Test func rateOverNamedFiguresWithSigns() {
        let grid = Grid("# 编制数=143\n# 在职人数=150\n# 借用=14\n" + RuleTests.row("在职人员控制率|≤100%|95.1%|8||"))
        var standard = Standard.sample()
        standard.methods = [
            .init(
                name: "在职人员控制率", method: .rate,
                rate: RateFigures(
                    numerator: [.init(name: "在职人数"), .init(name: "借用", isSubtracted: true)],
                    denominator: [.init(name: "编制数")]))
        ]
        let score = Evaluator.evaluate(grid.submission, standard: standard).scores[0]
        #expect(score.points == Decimal(string: "7.61"))
        #expect(score.formula == "136 ÷ 143 × 8 = 7.61")
    }

    @Test func rowThatStatesItsRateIsEnoughWithoutMoney() {
        let grid = Grid(RuleTests.heading + "预算执行率|预算执行率|预算执行率|=100%|94.26%|10||尾款")
        let score = Evaluator.evaluate(grid.submission, standard: .sample()).scores[0]
        #expect(score.points == Decimal(string: "9.43"))
        #expect(score.method == .rate)
    }

    @Test func qualitativeAndSelfGivenScoresAreThePersons() {
        let grid = Grid(RuleTests.row("制度|健全|部分达成|10|7|差一项") + "产出指标|数量指标|次数|≥2|2|5|4|自评")
        var standard = Standard.sample()
        standard.methods = [.init(name: "次数", method: .self)]
        let scores = Evaluator.evaluate(grid.submission, standard: standard).scores
        #expect(scores.map(\.points) == [7, 4])
        #expect(scores.map(\.method) == [.bands, .self])
        #expect(scores[0].allowed == 6...8)
    }

    @Test(arguments: [
        ("100", "优"), ("90", "优"), ("89.99", "良"), ("80", "良"), ("79.5", "中"), ("60", "中"), ("59.99", "差"),
    ])
    func gradesAreHalfOpen(total: String, grade: String) throws {
        #expect(Standard.sample().grade(of: try #require(Decimal(string: total)))?.name == grade)
    }

    @Test func totalIsMissingWhileAScoreIs() {
        let grid = Grid(RuleTests.row("场次|≥20场|完成|60||") + "产出指标|数量指标|次数|≥2|2|40||")
        let evaluation = Evaluator.evaluate(grid.submission, standard: .sample())
        #expect(evaluation.total == nil)
        #expect(evaluation.scored == 40)
        #expect(evaluation.grade == nil)
        #expect(evaluation.scores[0].missing != nil)
    }

    @Test func rowOfTheRateStandsForTheMoneyBlock() {
        let grid = Grid(
            RuleTests.row("场次|≥1|1|88||") + "预算执行率|预算执行率|预算执行率|=100%|50%|12||慢\n$ 合计|全年预算数=10|全年执行数=5")
        let evaluation = Evaluator.evaluate(grid.submission, standard: .sample(place: .budget))
        #expect(evaluation.rows.rateRow == 1)
        #expect(evaluation.indicators.count == 1)
        #expect(evaluation.budgetTotal?.reason?.text == "慢")
        // What was read stays as it was read.
        #expect(evaluation.submission.indicators.count == 2)
        #expect(evaluation.submission.line("合计")?[.weight] == nil)
        #expect(evaluation.budgetScore?.points == 6)
        #expect(evaluation.weightTotal == 100)
    }
}
