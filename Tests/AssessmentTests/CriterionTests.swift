import Assessment
import Foundation
import Testing

/// 评分标准 as forms print them, held against what a row says.
@Suite struct CriterionTests {
    private static let heading = "一级|二级|三级|年度指标值|实际完成值|分值|得分|原因|评分标准\n"

    static func score(_ criterion: String, _ weight: String, _ target: String, _ actual: String) throws -> Score {
        let grid = Grid(heading + "产出指标|数量指标|指标|\(target)|\(actual)|\(weight)|||\(criterion)")
        return try #require(Evaluator.evaluate(grid.submission, standard: .sample()).scores.first)
    }

    /// Criterion, 分值, target, actual, and the points; 人 where only the person can give them.
    private static let cases: [(String, String, String, String, String)] = [
        // Deductions by steps from a bound.
        ("≥95%得满分，每低1个百分点扣1分，扣完为止", "10", "≥95%", "96%", "10"),
        ("≥95%得满分，每低1个百分点扣1分，扣完为止", "10", "≥95%", "93%", "8"),
        ("≥95%得满分，每低1个百分点扣1分，扣完为止。", "10", "≥95%", "60%", "0"),
        ("达到95%（含）以上得满分，每降低一个百分点，扣0.5分，扣完该项分值为止", "10", "≥95%", "93%", "9"),
        ("完成率100%得满分，每下降1%扣0.2分", "5", "100%", "90%", "3"),
        ("100%计满分，每低于5%扣2分，扣完为止。", "8", "100%", "99.27%", "8"),
        ("100%计满分，每低于5%扣2分，扣完为止。", "8", "100%", "90%", "4"),
        ("在职人员控制率≤100%，计8分；每超过一个百分点扣0.5分，扣完为止。", "8", "≤100%", "95.10%", "8"),
        ("在职人员控制率≤100%，计8分；每超过一个百分点扣0.5分，扣完为止。", "8", "≤100%", "103%", "6.5"),
        ("“三公经费”变动率≤0，计8分；每超过一个百分点扣0.8分，扣完为止。", "8", "≤0%", "98.31%", "0"),
        ("以100%为标准:≤100%计1分;每超过一个百分点扣0.1分,扣完为止", "1", "≤100%", "105%", "人"),
        ("≤0计3分；>0每超过一个百分点扣0.3分，扣完为止", "3", "≤0%", "2%", "2.4"),
        ("低于95%的，每低1个百分点扣1分", "10", "≥95%", "90%", "5"),
        ("低于95%的，每低1个百分点扣1分", "10", "≥95%", "99%", "10"),
        ("每少1个扣2分", "10", "≥20个", "18个", "6"),
        ("每少1个扣2分，扣完为止", "10", "≥20个", "20个", "10"),
        ("少一项扣2分", "10", "10项", "9项", "8"),
        ("完成20场得满分，每少一场扣0.5分", "10", "≥20场", "17场", "8.5"),
        ("不超过20万元得满分，每超1万元扣1分", "10", "≤20万元", "23万元", "7"),
        ("达到目标值得满分，每低5%扣该项分值的10%", "10", "≥90%", "80%", "8"),
        ("达到目标得满分，每少5%扣1分", "10", "≥20场", "16场", "6"),
        ("每发生一起扣2分，扣完为止", "5", "0起", "1起", "3"),
        ("未发生得满分，每发生一起扣2分", "5", "0起", "无", "人"),
        ("每低1个百分点扣1分，最多扣3分", "10", "≥95%", "80%", "7"),
        ("≥90%得满分，低于60%不得分，每低1个百分点扣0.2分", "10", "≥90%", "50%", "0"),
        ("≥90%得满分，低于60%不得分，每低1个百分点扣0.2分", "10", "≥90%", "80%", "8"),
        // Met or not.
        ("完成得满分，未完成不得分", "5", "≥20场", "21场", "5"),
        ("完成得满分，未完成不得分", "5", "≥20场", "19场", "0"),
        ("完成得5分，未完成得0分", "5", "≥20场", "19场", "0"),
        ("完成计5分，否则0分", "5", "≥20场", "20场", "5"),
        ("达到指标值得满分，否则不得分", "5", "≥20场", "12场", "0"),
        ("按时完成得满分，未按时完成不得分", "5", "2023年12月底前", "2023年11月", "5"),
        ("按期完成得满分，延期1天扣1分", "5", "2023年12月底前", "2023年11月", "5"),
        ("未达到目标不得分", "5", "≥20场", "21场", "5"),
        ("未完成扣2分", "5", "≥20场", "12场", "3"),
        // By proportion.
        ("按比例得分", "10", "≥20场", "15场", "7.5"),
        ("按完成比例计分", "10", "≥20场", "15场", "7.5"),
        ("按完成率计分", "10", "100%", "93%", "9.3"),
        ("按完成比例 × 分值", "10", "≥20场", "15场", "7.5"),
        ("得分=实际完成值/目标值×分值", "10", "≥20场", "15场", "7.5"),
        ("完成率×权重", "10", "≥20场", "15场", "7.5"),
        ("达到指标值得满分，未达到按比例得分。", "15", "≥24期", "20期", "12.5"),
        ("达到指标值得满分，未达到按比例得分。", "5", "≤10%", "6%", "5"),
        ("≥95%得满分，未达到的按比例得分", "5", "≥95%", "93.20%", "4.91"),
        ("达到指标值得满分，未达到按比例得分。", "2", "相关", "相关", "2"),
        // Bands.
        ("90%（含）以上得10分，80%-90%得8分，80%以下得5分", "10", "≥90%", "95%", "10"),
        ("90%（含）以上得10分，80%-90%得8分，80%以下得5分", "10", "≥90%", "90%", "10"),
        ("90%（含）以上得10分，80%-90%得8分，80%以下得5分", "10", "≥90%", "85%", "8"),
        ("90%（含）以上得10分，80%-90%得8分，80%以下得5分", "10", "≥90%", "79.9%", "5"),
        ("0计8分；0-10%（含）计6分；10-20%（含）计4分；20-30%（含）计2分；大于30%不得分。", "8", "≤0%", "39.94%", "0"),
        ("0计8分；0-10%（含）计6分；10-20%（含）计4分；20-30%（含）计2分；大于30%不得分。", "8", "≤0%", "-3%", "8"),
        ("0计8分；0-10%（含）计6分；10-20%（含）计4分；20-30%（含）计2分；大于30%不得分。", "8", "≤0%", "12%", "4"),
        ("90%≤满意度得满分，80%≤满意度<90%得6分，其他不得分", "10", "≥90%", "85%", "6"),
        ("大于等于９５％计满分；８０％～９５％记分值的80%；其余不得分", "10", "≥95%", "90%", "8"),
        ("95%以上得10分", "10", "≥95%", "96%", "10"),
        ("95%以上得10分", "10", "≥95%", "93%", "人"),
        ("① 90%以上得满分；② 60%以下不得分；③ 60%-90%得5分", "10", "≥90%", "70%", "5"),
        // Numbers of a list are no bounds: 2.90% is 90 %.
        ("1.完成率≥95%，得10分；2.90%≤完成率<95%，得8分；3.80%≤完成率<90%，得5分；4.完成率<80%，不得分。", "10", "≥95%", "85%", "5"),
        ("1.95%以上得10分；2.90%以上得8分；3.90%以下不得分", "10", "≥95%", "93%", "8"),
        ("(1)95%以上得10分；(2)90%以上得8分；(3)90%以下不得分", "10", "≥95%", "50%", "0"),
        // Figures that are explained before, and formulas.
        ("实际完成率=（实际完成数/计划完成数）×100%。完成率100%得满分，未达到100%按完成比例得分。", "10", "≥20场", "18场", "9"),
        ("预算完成率=100%，得10分；预算完成率<100%，得分=预算完成率×10分", "10", "100%", "94%", "9.4"),
        ("达到指标值，记满分；未达到指标值，按B/A*该指标分值记分", "10", "≥15天", "12天", "8"),
        ("低于95%每降1个百分点扣2分，低于80%不得分", "10", "≥95%", "92%", "4"),
        ("满意度90%（含）以上，得满分；80%（含）-90%，得80%分值；80%以下不得分", "10", "≥90%", "88%", "8"),
        ("完成率≥95%，得满分；每低1个百分点，扣权重分的10%，扣完为止", "10", "≥95%", "93%", "8"),
        // What only a person can judge.
        ("有制度1分，执行到位1分", "2", "健全", "健全", "人"),
        ("表格2分、报告2分、佐证1分", "5", "齐全", "齐全", "人"),
        ("好得10分，较好得8分，一般得5分", "10", "好", "较好", "8"),
        ("合理得满分", "10", "合理", "合理", "10"),
        ("规定时间内报送得5分，否则0分", "5", "及时", "较及时", "人"),
        ("达到要求得10分，未达到的按规定扣分，扣完为止。", "10", "≥20场", "12场", "人"),
        ("达到要求得10分，未达到的按规定扣分，扣完为止。", "10", "≥20场", "22场", "10"),
        // What is not understood, and what is of other points or another figure.
        ("≥95%且资料齐全得满分，每低1个百分点扣1分", "10", "≥95%", "93%", "人"),
        ("满意度≥95%得5分，合格率≥98%得5分", "10", "≥95%", "96%", "人"),
        ("每有一项不符合扣1分", "10", "≥95%", "93%", "人"),
        ("≥95%得20分，每低1个百分点扣1分", "10", "≥95%", "96%", "人"),
        ("每完成1场得1分", "10", "≥20场", "8场", "人"),
        ("每少1个扣2分", "10", "≥95%", "93%", "人"),
        ("得分=分值×（1-（实际值-目标值）/目标值）", "10", "≤20万元", "25万元", "人"), ("每低1个百分点扣1分，扣完5分为止", "10", "≥95%", "93%", "人"),
        ("≥95%得10分，≥90%得8分，每低1个百分点扣1分", "10", "≥95%", "85%", "人"), ("效果显著得8-10分，一般得0-5分", "10", "显著", "显著", "人"),
        ("每制定一项得4分，满分10分", "10", "≥3项", "3项", "人"), ("每超过1个加1分", "10", "≥20场", "22场", "人"),
        ("由专家打分确定得分", "10", "≥20场", "8场", "人"),
    ]

    @Test(arguments: cases)
    func printedCriteriaGiveThePointsOrLeaveThemToThePerson(
        criterion: String, weight: String, target: String, actual: String, expected: String
    ) throws {
        let score = try Self.score(criterion, weight, target, actual)
        #expect(score.method == .criterion)
        if expected == "人" {
            #expect(score.missing != nil, "\(score.points.map { "\($0)" } ?? "") \(score.trace.rule)")
        } else {
            #expect(score.points == Decimal(string: expected), "\(score.trace.rule) \(score.missing ?? score.formula)")
            #expect(score.missing == nil)
        }
    }

    /// A row that was scored against its printed criterion: 93.5 % is 1.5 points below 95 %, and nobody wrote what half a step costs.
    @Test(arguments: [("9", 0), ("8.5", 0), ("8", 0), ("10", 1), ("7.5", 1), ("9.84", 1)])
    func aPartOfAStepMayCountOrNot(given: String, hits: Int) {
        let row = "产出指标|质量指标|合格率|≥95%|93.5%|10|\(given)|验收晚|≥95%得满分，每低1个百分点扣1分，扣完为止"
        #expect(Self.musts(row).count == hits)
    }

    /// Rows that no rule on points may call wrong: the criterion was not understood, or leaves the points to the person.
    @Test(arguments: [
        "≥95%|93%|10|10||由专家评议后得分", "≥95%|96%|10|6||视资料完整程度给分", "健全|健全|5|3||有制度2分，执行到位3分",
        "≥20场|12场|10|10||每项资料齐全得2分，最高10分",
        "≥100人次|100个|10|10||按比例得分", "≥95%|93%|5|4.65||达到指标值得满分，未达到按比例得分",
    ])
    func whatWasNotUnderstoodIsNeverHeldAgainstARow(row: String) {
        #expect(Self.musts("产出指标|质量指标|指标|" + row).isEmpty)
        #expect(!Self.findings("产出指标|质量指标|指标|" + row).contains { $0.rule == "SCO-03" })
    }

    @Test func whatWasNotUnderstoodIsNamed() throws {
        let grid = Grid(Self.heading + "产出指标|质量指标|指标|≥95%|93%|10|10||由专家评议后得分")
        let evaluation = Evaluator.evaluate(grid.submission, standard: .sample())
        #expect(evaluation.submission.notes.contains { $0.contains("评分标准没有读懂") && $0.contains("I2") })
        #expect(evaluation.notRun.contains { $0.rule == "SCO-02" && $0.why.contains("评分标准") })
    }

    /// The only case with all the points does not hold.
    @Test func allPointsBelowTheOnlyBoundAreTooMany() {
        let row = "满意度|满意度|满意度|≥95%|93%|10|10|差一点|95%以上得10分"
        #expect(Self.musts(row).map(\.rule) == ["SCO-04"])
        #expect(Self.musts("满意度|满意度|满意度|≥95%|93%|10|8|差一点|95%以上得10分").isEmpty)
    }

    /// 行业标准 in the column says nothing of points: the method stays.
    @Test func aColumnThatSaysNothingOfPointsChangesNothing() throws {
        let score = try Self.score("行业标准", "10", "≥20场", "15场")
        #expect(score.method == .proportion)
        #expect(score.points == Decimal(string: "7.5"))
    }

    @Test func theFormulaIsThatOfTheCriterion() throws {
        let score = try Self.score("≥95%得满分，每低1个百分点扣1分，扣完为止", "10", "≥95%", "93%")
        #expect(score.trace.rule == "不低于 95% 得满分；每少 1 个百分点 扣 1 分，扣完为止")
        #expect(score.formula.hasSuffix("10 − 2 × 1 = 8"))
        #expect(score.expression?.value == 8)
    }

    static func findings(_ row: String) -> [Finding] {
        Evaluator.evaluate(Grid(heading + row).submission, standard: .sample()).findings
    }

    /// Findings on points that must be corrected.
    static func musts(_ row: String) -> [Finding] {
        findings(row).filter { $0.level == .must && ["SCO-02", "SCO-03", "SCO-04", "SCO-09"].contains($0.rule) }
    }
}
