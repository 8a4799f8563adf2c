import Assessment
import FormRecognition
import Foundation
import Testing

/// 得分 of 预算执行率 that is left blank, and points that stand where nobody reads them.
@Suite struct MoneyScoreTests {
    private static let heads = "项目资金||全年预算数|全年执行数|分值|执行率|得分\n"

    /// The form is scored, and 预算执行率 is not: the same certain fault as with an indicator, whatever stands for nothing, wherever the points are.
    @Test(arguments: [
        (heads + "|年度资金总额|100|90|10|90%|\n|其中：财政拨款|100|90||90%|", "G2"),
        (heads + "|年度资金总额|100|90|10|90%|—\n|其中：财政拨款|100|90||90%|", "G2"),
        (heads + "|年度资金总额|100|90|10|90%|/", "G2"), (heads + "|年度资金总额|100|90|10|90%| ", "G2"),
        ("项目资金||全年预算数|全年执行数|执行率（10分）|得分\n|年度资金总额|100|90|90%|", "F2"),
        ("全年预算数|100|全年执行数|90|执行率|90%|分值|10|得分|", "J1"), ("全年预算数：100|全年执行数：90|执行率：90%|分值：10|得分：", "E1"),
        ("全年预算数|100\n全年执行数|90\n执行率|90%\n分值|10\n得分|", "B5"),
        ("项目资金|资金合计|财政拨款\n全年预算数|100|100\n全年执行数|90|90\n分值|10|\n得分||", "B5"),
        ("项目资金|资金合计|财政拨款\n全年预算数|100|100\n全年执行数|90|90\n分值|10|\n得分|—|", "B5"),
    ])
    func aBlankScore(money: String, cell: String) throws {
        let form = try MoneyGrid(money, total: "99")
        #expect(form.musts == ["SCO-01 \(cell)"], "\(form.evaluation.notRun)")
        // 99 is 90 and the 9 that the rate makes: the total holds.
        #expect(form.evaluation.rulesRun.contains("SCO-05") && form.whyNot("SCO-09")?.contains("SCO-01") == true)
    }

    /// The printed total is held against what any points of the rate can make.
    @Test(arguments: [("97", false), ("90", false), ("89", true), ("101", true)])
    func theTotalBesideABlankScore(total: String, isWrong: Bool) throws {
        let form = try MoneyGrid(Self.heads + "|年度资金总额|100|90|10|90%|", total: total)
        #expect(form.musts.contains { $0.hasPrefix("SCO-05") } == isWrong, "\(form.musts)")
        #expect(isWrong || form.whyNot("SCO-05") == "“预算执行率”没有填得分，总分无从核对")
    }

    /// A form that nobody has scored yet lacks no score, nor does a rate without points.
    @Test func nothingIsScored() throws {
        let grid = """
            项目资金||全年预算数|全年执行数|分值|执行率|得分
            |年度资金总额|100|90|10|90%|
            一级指标|二级指标|三级指标|目标值|实际值|分值|得分
            产出指标|数量指标|培训次数|≥12次|12次|50|
            效益指标|社会效益|知晓率|≥85%|90%|40|
            """
        let found = try LayoutGrid.judge(grid).evaluation.findings
        #expect(!found.contains { $0.rule == "SCO-01" })
        let weightless = "项目资金||全年预算数|全年执行数|执行率|得分\n|年度资金总额|100|90|90%|"
        #expect(try MoneyGrid(weightless, points: 100, total: "100").musts.isEmpty)
    }

    /// The rate as a row of the indicator table.
    @Test func aBlankScoreInTheTable() throws {
        let (_, evaluation) = try LayoutGrid.judge(
            """
            项目资金||全年预算数|全年执行数
            |年度资金总额|100|90
            一级指标|二级指标|三级指标|目标值|实际值|分值|得分|偏差原因
            产出指标|数量指标|培训次数|≥12次|12次|50|50|
            效益指标|社会效益|知晓率|≥85%|90%|40|40|
            预算执行率|预算执行率|预算执行率|100%|90%|10||年底结算
            合计|||||100|99|
            """)
        #expect(evaluation.findings.map { "\($0.rule) \($0.source.cell?.description ?? "")" } == ["SCO-01 G6"])
    }

    /// Points merged over the rows of the block are the total's, where it stands last too.
    @Test func pointsMergedOverTheRows() throws {
        let form = try MoneyGrid(
            """
            项目资金||全年预算数|全年执行数|分值|执行率|得分
            |财政拨款|60|50|10|90%|9
            |其他资金|40|40|^|^|^
            |合计|100|90|^|^|^
            """, total: "99")
        #expect(form.musts.isEmpty && form.asked.isEmpty && form.total(.weight) == 10 && form.total(.score) == 9)
    }

    /// Labels and values side by side or under one another.
    @Test(
        arguments: [
            "全年预算数|100|全年执行数|90|执行率|90%|分值|10|得分|SCORE", "全年预算数|100|全年执行数|90|执行率|90%\n分值|10|得分|SCORE",
            "全年预算数|100\n全年执行数|90\n执行率|90%\n分值|10\n得分|SCORE", "全年预算数：100|全年执行数：90|执行率：90%|分值：10|得分：SCORE",
            "全年预算数|100|全年执行数|90\n执行率|90%|分值|10|得分|SCORE", "项目名称：甲|全年预算数：100|全年执行数：90|执行率：90%|分值：10|得分：SCORE",
            "全年预算数（万元）|100|全年执行数（万元）|90|预算执行率|90%|权重|10|自评得分|SCORE",
        ], [("9", true), ("8", false)])
    func pointsInPairs(money: String, score: (text: String, fits: Bool)) throws {
        let form = try MoneyGrid(
            money.replacingOccurrences(of: "SCORE", with: score.text), total: score.fits ? "99" : "98")
        #expect(form.asked.isEmpty && form.total(.weight) == 10 && form.total(.score) == Decimal(string: score.text))
        #expect(form.musts.map { $0.prefix(6) } == (score.fits ? [] : ["SCO-09"]), "\(form.musts)")
    }

    /// 得分 without 分值 in the row of the money is the rate's too; 自评得分 alone is left to the form.
    @Test func aScoreInPairs() throws {
        let form = try MoneyGrid("全年预算数|100|全年执行数|90|执行率|90%|得分|9", total: "99")
        #expect(form.asked.isEmpty && form.total(.score) == 9 && form.musts.isEmpty)
        let whole = try MoneyGrid("全年预算数|100|全年执行数|90|执行率|90%|自评得分|100", points: 100, total: "100")
        #expect(whole.total(.score) == nil && whole.musts.isEmpty)
    }

    /// The points of the rate may stand in what nobody read: that 10 are missing is not certain.
    @Test(arguments: [
        ("资金|||||\n金额来源|预算安排额|花掉的|执行率分值|执行率得分\n总数|100|95|10|9.5", "100", "99.5"),
        ("资金投向|拨付量|开销量|比例|权值|得数\n某某|100|95|95%|10|9.5", "100", "95"),
        ("资金投向|拨付量|开销量|比例|权值|得数\n某某|100|95|95%|10|9.5", "90", "99.5"),
        ("资金||全年预算数|全年执行数|占比|比重|得数\n|年度资金总额|100|95|95%|10|9.5", "90", "99.5"),
        ("资金||全年预算数|全年执行数\n|年度资金总额|100|95\n预算执行占比（10分）|9.5", "90", "99.5"),
    ])
    func pointsThatWereNotRead(money: String, weights: String, total: String) throws {
        let form = try MoneyGrid(money, weights: weights, total: total)
        #expect(form.musts.isEmpty && !form.asked.isEmpty, "\(form.musts)")
        // A table alone leaves the points of the rate to the form that it belongs to.
        let isOpen = form.whyNot("WGT-01")?.contains("没有读懂") ?? (form.form.submission.kind == .table)
        #expect(isOpen && form.whyNot("SCO-05") != nil)
        // What is not known is not 0 either.
        #expect(form.evaluation.budgetScore?.points == nil)
    }

    /// A score that was not read may be the one that is missing.
    @Test(arguments: [
        "|年度资金总额|100|90|10|90%|\n|财政拨款|100|90||90%|9", "|年度资金总额|100|90|10|90%|\n预算执行得分|9",
        "|年度资金总额|100|90||90%|\n|财政拨款|60|50|6|83.33%|5\n|其他资金|40|40|4|100%|4",
    ])
    func aScoreThatWasNotRead(rows: String) throws {
        let form = try MoneyGrid(Self.heads + rows, total: "99")
        #expect(form.musts.isEmpty && !form.asked.isEmpty, "\(form.musts)")
    }

    /// What stands behind an amount's colon and is none is asked, not passed over.
    @Test func noAmountBehindAColon() throws {
        let form = try MoneyGrid("全年预算数：见附件|全年执行数：见附件|执行率：90%", points: 100, total: "100")
        #expect(form.asked == ["A1", "B1"] && form.musts.isEmpty)
    }

    /// A row of a table that nobody knows is no label with its amount: which column is the total's is not said.
    @Test func aRowOfATableIsNoPair() throws {
        let form = try MoneyGrid("预算数|100|40|30|30\n执行数|100|40|30|30", points: 100, total: "100")
        #expect(form.evaluation.executionRate == nil && !form.asked.isEmpty)
    }
}
