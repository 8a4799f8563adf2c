import Assessment
import Foundation
import Testing

/// Methods whose limits stand in the template: steps, deductions, one of a pair.
@Suite struct JudgedScoringTests {
    private static func decimal(_ text: String) -> Decimal { Decimal(string: text) ?? -1 }

    private func score(_ text: String, _ choice: Standard.MethodChoice) throws -> Score {
        var standard = Standard.sample()
        standard.methods = [choice]
        return try #require(Evaluator.evaluate(Grid(text).submission, standard: standard).scores.first)
    }

    /// 0 → 5, (0, 10] → 4, (10, 20] → 3, (20, 30] → 2, else 0.
    static let bands: [ScoreSteps.Band] = [
        .init(to: 0, gives: 5), .init(above: 0, to: 10, gives: 4), .init(above: 10, to: 20, gives: 3),
        .init(above: 20, to: 30, gives: 2),
    ]

    @Test(arguments: [
        ("-3%", "5"), ("0%", "5"), ("0.01%", "4"), ("10%", "4"), ("10.01%", "3"), ("20%", "3"), ("30%", "2"),
        ("39.94%", "0"),
    ])
    func stepsGivePointsByBand(actual: String, expected: String) throws {
        let score = try score(
            RuleTests.row("预算控制率||\(actual)|5||"),
            .init(name: "预算控制率", method: .steps, steps: ScoreSteps(bands: Self.bands)))
        #expect(score.method == .steps)
        #expect(score.points == Self.decimal(expected))
        #expect(score.trace.formula == "\(expected) = \(expected)")
        #expect(score.missing == nil)
    }

    @Test func stepsAsSharesFitOtherWeights() throws {
        let steps = ScoreSteps(
            bands: [.init(to: 0, gives: 100), .init(above: 0, to: 10, gives: 75)], otherwise: 0, isShare: true)
        let score = try score(
            RuleTests.row("预算控制率||8%|8||"), .init(name: "预算控制率", method: .steps, steps: steps))
        #expect(score.points == 6)
        #expect(score.trace.formula == "8 × 75% = 6")
        #expect(score.trace.judgement == "8% 属于“大于 0%、不超过 10%”")
    }

    @Test func pointsOfABandAreHeldToTheWeight() throws {
        let score = try score(
            RuleTests.row("预算控制率||0%|3||"),
            .init(name: "预算控制率", method: .steps, steps: ScoreSteps(bands: Self.bands)))
        #expect(score.points == 3)
        #expect(score.trace.cap.contains("3"))
    }

    @Test(arguments: [
        // Each full point over 100 costs 0.5.
        ("95.1%", ScoreDeduction.Counting.full, "8"), ("100%", .full, "8"), ("100.9%", .full, "8"),
        ("101%", .full, "7.5"), ("103.2%", .full, "6.5"), ("198.31%", .full, "0"),
        ("100.9%", .started, "7.5"), ("101%", .started, "7.5"), ("101.01%", .started, "7"),
        ("100.9%", .exact, "7.55"), ("101.5%", .exact, "7.25"),
    ])
    func deductionsCountSteps(actual: String, counting: ScoreDeduction.Counting, expected: String) throws {
        let score = try score(
            RuleTests.row("在职人员控制率||\(actual)|8||"),
            .init(
                name: "在职人员控制率", method: .deduct,
                deduction: ScoreDeduction(limit: 100, side: .above, costs: Self.decimal("0.5"), counting: counting)))
        #expect(score.points == Self.decimal(expected))
        #expect(score.trace.cap.isEmpty == (expected != "0"))
    }

    @Test(arguments: [("100%", "8"), ("99.27%", "8"), ("95%", "6"), ("94%", "6"), ("90%", "4"), ("0%", "0")])
    func deductionsBelowALimit(actual: String, expected: String) throws {
        let score = try score(
            RuleTests.row("预算完成率||\(actual)|8||"),
            .init(
                name: "预算完成率", method: .deduct,
                deduction: ScoreDeduction(limit: 100, side: .below, step: 5, costs: 2, counting: .full)))
        #expect(score.points == Self.decimal(expected))
    }

    @Test func costsScaleWithTheWeightOnlyWhereTheTemplateSaysSo() throws {
        let score = try score(
            RuleTests.row("在职人员控制率||102%|4||"),
            .init(
                name: "在职人员控制率", method: .deduct,
                deduction: ScoreDeduction(limit: 100, side: .above, costs: 10, isShare: true, counting: .full)))
        #expect(score.points == Self.decimal("3.2"))
        #expect(score.trace.formula == "4 − 2 × (4 × 10%) = 3.2")
    }

    @Test func figuresGoBeforeWhatTheRowStates() throws {
        let choice = Standard.MethodChoice(
            name: "三公经费变动率", method: .deduct,
            rate: RateFigures(
                numerator: [.init(name: "三公经费 本年"), .init(name: "三公经费 上年", isSubtracted: true)],
                denominator: [.init(name: "三公经费 上年")]),
            deduction: ScoreDeduction(limit: 0, side: .above, costs: Self.decimal("0.5"), counting: .full))
        let row = RuleTests.row("三公经费变动率||50%|8||")
        let byFigures = try score("# 三公经费 本年=33\n# 三公经费 上年=32\n" + row, choice)
        #expect(byFigures.points == Self.decimal("6.5"))
        #expect(byFigures.trace.derivation == "(33 − 32) ÷ 32 × 100% = 3.13%")
        #expect(byFigures.trace.inputs.map(\.name) == ["三公经费 本年", "三公经费 上年", "分值"])
        #expect(byFigures.trace.inputs.map { $0.source?.cell?.description } == ["A1", "A2", "F4"])
        // Last year nothing was spent: the row's own figure is all there is.
        let stated = try score("# 三公经费 本年=33\n# 三公经费 上年=0\n" + row, choice)
        #expect(stated.points == 0)
        #expect(stated.trace.derivation == "")
        let neither = try score(RuleTests.row("三公经费变动率|||8||"), choice)
        #expect(neither.points == nil)
        #expect(neither.missing == "缺少三公经费 本年、三公经费 上年，没有实际完成值")
    }

    @Test(arguments: [
        // First row, second row; points; the total; whose weight counts.
        ("≥1|1|40|", "≥1||40|", "100", "40"), ("≥1||40|", "≥2|1|40|", "80", "20"),
        ("≥1|1|40|", "≥1|1|40|", nil, nil), ("≥1||40|", "≥1||40|", nil, nil),
    ])
    func ofAPairExactlyOneIsScored(first: String, second: String, total: String?, points: String?) {
        var standard = Standard.sample()
        standard.oneOf = [["结转结余率", "结转结余变动率"]]
        let grid = Grid(
            RuleTests.row("场次|≥1|1|60||") + "产出指标|数量指标|结转结余率|\(first)|\n产出指标|数量指标|结转结余变动率|\(second)|")
        let evaluation = Evaluator.evaluate(grid.submission, standard: standard)
        #expect(evaluation.total == total.map(Self.decimal))
        if let points {
            #expect(evaluation.weightTotal == 100)
            #expect(evaluation.leftOutWeight == 0)
            #expect(evaluation.scores.compactMap(\.points) == [60, Self.decimal(points)])
            #expect(evaluation.scores.count { $0.leftOut != nil && $0.method == .oneOf } == 1)
            #expect(evaluation.submission.indicators.allSatisfy { !$0.isNotApplicable })
        } else {
            #expect(evaluation.totalMissing.contains { $0.contains("结转结余率、结转结余变动率") })
            #expect(evaluation.totalTrace.judgement.contains("一项"))
        }
    }

    @Test(arguments: [(Standard.NotApplicable.leaveOut, "85.5"), (.rescale, "95")])
    func rowsThatDoNotApply(kind: Standard.NotApplicable, expected: String) {
        var standard = Standard.sample()
        standard.notApplicable = kind
        var grid = Grid(
            RuleTests.row("场次|≥20|19|90||") + "产出指标|数量指标|次数|≥1|不适用|10||")
        grid.submission.indicators[1].isNotApplicable = true
        let evaluation = Evaluator.evaluate(grid.submission, standard: standard)
        #expect(evaluation.total == Self.decimal(expected))
        #expect(evaluation.scored == Self.decimal("85.5"))
        #expect(evaluation.weightTotal == 90)
        #expect(evaluation.leftOutWeight == 10)
        #expect(evaluation.rescaling?.words == (kind == .rescale ? "85.5 × 100 ÷ 90 = 95" : nil))
        #expect(evaluation.totalTrace.process.contains("次数不适用") == (kind == .rescale))
    }

    @Test(arguments: [
        ("100", nil, "90"), ("90", nil, "90"), ("89.99", "89", "89"), ("69", "69", "69"), ("59.9", "59", "59"),
    ])
    func totalsAreCappedByTheRateOfExecution(executed: String, cap: String?, total: String) {
        var standard = Standard.sample()
        standard.caps = [
            TotalCap(below: 90, atMost: 89), TotalCap(below: 70, atMost: 69), TotalCap(below: 60, atMost: 59),
        ]
        let grid = Grid(
            RuleTests.row("场次|≥10|9|100||") + "$ 合计|全年预算数=100|全年执行数=\(executed)")
        let evaluation = Evaluator.evaluate(grid.submission, standard: standard)
        #expect(evaluation.total == Self.decimal(total))
        #expect(evaluation.uncappedTotal == 90)
        #expect(evaluation.cap?.cap.atMost == cap.map(Self.decimal))
        #expect(evaluation.totalTrace.cap.isEmpty == (cap == nil))
        #expect(evaluation.totalNotes.count == (cap == nil ? 0 : 1))
        #expect(evaluation.grade?.name == (cap == nil ? "优" : ["89": "良", "69": "中", "59": "差"][cap ?? ""]))
    }

    /// A quotient that never ends is not rounded before the end: 1 ÷ 3 × 3.015 is 1.005.
    @Test func nothingIsRoundedBeforeTheEnd() throws {
        let score = try score(RuleTests.row("次数|≥3|1|3.015||"), .init(name: "无", method: .proportion))
        #expect(score.points == Self.decimal("1.01"))
        #expect(score.trace.formula == "1 ÷ 3 × 3.015 = 1.01")
        #expect(score.trace.rounding == "四舍五入到 2 位小数：1.005 → 1.01")
    }

    /// Below 0 a quotient says the contrary of what it should.
    @Test(arguments: [
        ("≥-5", "-4", "10"), ("≥-5", "-10", nil), ("≤-5", "-6", "10"), ("≤-5", "-3", nil), ("=-2", "-2", "10"),
    ])
    func targetsBelowZeroAreMetOrNot(target: String, actual: String, expected: String?) throws {
        let score = try score(RuleTests.row("增速|\(target)|\(actual)|10||"), .init(name: "无", method: .proportion))
        #expect(score.points == expected.map(Self.decimal))
        #expect((score.missing == nil) == (expected != nil))
    }

    @Test func everyFigureOfTheFormIsTraced() {
        var standard = Standard.sample(place: .budget)
        standard.citations = ["proportion": "某办法第三条", "SCO-06": "某办法第五条"]
        let grid = Grid(RuleTests.row("场次|≥30①|28②|90||") + "$ 合计|全年预算数=570.54|全年执行数=537.81③")
        let evaluation = Evaluator.evaluate(grid.submission, standard: standard)
        let trace = evaluation.scores[0].trace
        #expect(trace.formula == "28 ÷ 30 × 90 = 84")
        #expect(trace.citation == "某办法第三条")
        #expect(
            trace.inputs.map(\.source) == [
                grid.marks["①"], grid.marks["②"], evaluation.submission.indicators[0].weight?.source,
            ])
        #expect(evaluation.budgetScore?.trace.citation == "依据待核")
        #expect(evaluation.rateTrace?.formula == "537.81 ÷ 570.54 × 100% = 94.26%")
        #expect(
            evaluation.rateTrace?.inputs.first?.source
                == grid.marks["③"].map { mark in
                    var source = mark
                    source.text = "537.81"
                    return source
                })
        #expect(evaluation.totalTrace.formula == "84 + 9.43 = 93.43")
        #expect(evaluation.gradeTrace?.judgement == "93.43 不低于 90")
        #expect(evaluation.gradeTrace?.citation == "某办法第五条")
    }
}
