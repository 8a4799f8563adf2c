import Assessment
import FormRecognition
import Foundation
import Testing

/// Rows of money are told by what they are made of and by where they stand, not by a list of names.
@Suite struct MoneyRowsTests {
    /// A total by any name, alone in its block.
    @Test(arguments: [
        "部门预算总额（万元）", "年度财政资金总额", "预算资金总额", "部门支出总额", "年度预算总额", "支出合计", "本年支出合计", "全年支出",
        "部门整体支出总额", "当年财政资金总计",
    ])
    func theTotalByAnyName(name: String) throws {
        let form = try MoneyForm(
            """
            某地自评表
            资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
            |\(name)|100|100|90|10|90%|9
            """)
        #expect(form.amount("年度资金总额") == 100 && form.amount("年度资金总额", .executed) == 90)
        #expect(form.asked.isEmpty && form.evaluation.weightTotal == 100)
        #expect(form.form.account.readings.contains { $0.reading == "资金合计（年度资金总额）" && $0.weight >= 6 })
    }

    /// 某某 says nothing: it is asked, though it stands where the total does.
    @Test func aTotalThatNobodyKnowsIsAsked() throws {
        let form = try MoneyForm(
            """
            某地自评表
            资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
            |某某|100|100|90|10|90%|9
            """)
        #expect(form.amount("年度资金总额") == nil && form.asked == ["B3"] && form.findings("BUD-06").isEmpty)
    }

    /// The parts stand first, the total last; 当年财政资金 is 财政资金 of the year.
    @Test func aTotalAtTheEnd() throws {
        let form = try MoneyForm(
            """
            某地自评表
            资金（万元）|资金来源|年初预算数|全年预算数|全年执行数|执行率|分值|得分
            |当年财政资金|100|100|105|105%||
            |其他资金|0|0|0|||
            |合计|100|100|105|105%|10|10
            """)
        #expect(form.asked.isEmpty && form.findings("BUD-02").isEmpty)
        #expect(form.findings("BUD-03").contains { $0.hasPrefix("E5 ") })
    }

    /// Two breakdowns of one total, under one another: each makes it, they are not added to each other.
    @Test(arguments: [(350, []), (340, ["C3 1250→1240"])])
    func twoBreakdowns(project: Int, wrong: [String]) throws {
        let form = try MoneyForm(
            """
            某地自评表
            预算情况||预算数（万元）|执行数（万元）|执行率
            |部门预算总额（万元）|1250|1165|93.20%
            |1、资金来源：（1）政府预算资金|1200|1120|93.33%
            |（2）财政专户管理资金|0|0|
            |（3）单位资金|50|45|90.00%
            |2、资金结构：（1）基本支出|900|880|97.78%
            |（2）项目支出|\(project)|285|
            """)
        #expect(form.findings("BUD-02") == wrong && form.asked.isEmpty)
        #expect(form.amount("政府预算资金") == 1200 && form.amount("单位资金", .executed) == 45)
    }

    /// A wrong sum on plain words stays a fault, whatever the rows are called.
    @Test func aWrongSumOfPlainParts() throws {
        let form = try MoneyForm(
            """
            某地自评表
            资金||全年预算数|全年执行数
            |年度资金总额|100|90
            |其中：中央财政资金|60|60
            |地方资金|30|30
            """)
        #expect(form.findings("BUD-02") == ["C3 100→90"] && form.asked.isEmpty)
    }

    /// What stands within another part is not added once more, and an amount that fits in no way is no must.
    @Test(arguments: [(100, true), (95, false)])
    func partsWithinParts(granted: Int, fits: Bool) throws {
        let form = try MoneyForm(
            """
            某地自评表
            资金||全年预算数|全年执行数
            |年度资金总额|120|120
            |财政拨款|\(granted)|\(granted)
            |其中：中央补助|60|60
            |省级补助|40|40
            |其他资金|20|20
            """)
        #expect(form.findings("BUD-02").isEmpty && form.asked.isEmpty)
        #expect(form.evaluation.rulesRun.contains("BUD-02") == fits)
    }

    /// A fund that nobody knows is a part where it fits, and asked where it doesn't.
    @Test(arguments: [(10, []), (20, ["B5"])])
    func aFundThatNobodyKnows(amount: Int, asked: [String]) throws {
        let form = try MoneyForm(
            """
            某地自评表
            资金||全年预算数|全年执行数
            |年度资金总额|100|100
            |财政拨款|90|90
            |村里自筹款|\(amount)|\(amount)
            """)
        #expect(form.asked == asked && form.findings("BUD-02").isEmpty)
        #expect(form.amount("村里自筹款") == (asked.isEmpty ? 10 : nil))
    }

    /// Parts without a total: nothing says that they are all.
    @Test func partsWithoutATotal() throws {
        let form = try MoneyForm(
            """
            某地自评表
            资金||全年预算数|全年执行数
            |财政拨款|100|90
            |其他资金|10|10
            """)
        #expect(form.findings("BUD-06").isEmpty && form.amount("其他资金") == 10)
    }

    /// Headings in other words, each with its unit.
    @Test(arguments: [
        ("年初批复预算（元）", "调整后预算金额（元）", "实际支出金额（元）", "预算执行进度"),
        ("年初部门预算数（元）", "年度预算资金（元）", "资金支付数（元）", "资金执行率"),
        ("年初安排数（元）", "全年（调整）预算金额（元）", "累计支出金额（元）", "支出率"),
    ])
    func headingsInOtherWords(initial: String, adjusted: String, executed: String, rate: String) throws {
        let form = try MoneyForm(
            """
            某地自评表
            资金||\(initial)|\(adjusted)|\(executed)|\(rate)
            |年度资金总额|2000000|1000000|900000|90%
            """)
        let line = form.form.submission.line("年度资金总额")
        let unit = form.form.template.moneyUnit
        #expect(line?[.initial] == MoneyUnit.yuan.converted(2_000_000, to: unit))
        #expect(line?[.adjusted] == MoneyUnit.yuan.converted(1_000_000, to: unit))
        #expect(line?[.executed] == MoneyUnit.yuan.converted(900_000, to: unit) && line?[.rate] == 90)
        #expect(form.asked.isEmpty)
    }

    /// Points of the rate in a heading, where no column holds them.
    @Test(arguments: [
        ("预算执行情况（10分）", "执行率", "得分"), ("预算执行情况", "执行率（10分）", "得分"), ("预算执行情况", "执行率", "得分（10分*执行率）"),
    ])
    func pointsInAHeading(block: String, rate: String, score: String) throws {
        let form = try MoneyForm(
            """
            某地自评表
            \(block)||预算数|执行数|\(rate)|\(score)
            |部门整体支出总额|100|95|95%|9.6
            """)
        #expect(form.amount("年度资金总额", .weight) == 10 && form.evaluation.weightTotal == 100)
        #expect(form.findings("SCO-09").count == 1 && form.asked.isEmpty)
    }

    /// What arrived is said besides; it is told and asks for nothing.
    @Test func figuresBesidesTheBudget() throws {
        let form = try MoneyForm(
            """
            某地自评表
            资金||全年预算数|资金到位数|全年执行数
            |年度资金总额|100|100|90
            """)
        #expect(form.asked.isEmpty && form.form.account.unread.contains { $0.source.cell?.description == "D2" })
    }
}
