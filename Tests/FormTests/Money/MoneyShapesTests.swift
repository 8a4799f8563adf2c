import Assessment
import FormRecognition
import Foundation
import Testing

/// Money in other shapes than rows under headings.
@Suite struct MoneyShapesTests {
    /// Funds side by side, the amounts of the year under one another.
    @Test(arguments: [("20", []), ("30", ["C4 660.5→670.5"])])
    func fundsSideBySide(other: String, wrong: [String]) throws {
        let form = try MoneyForm(
            """
            某地自评表
            部门资金（万元）||资金来源|||支出构成
            ||合计|财政拨款|其他资金|基本支出|项目支出|执行率
            |全年预算数|660.5|640.5|\(other)|410.2|250.3|
            |全年执行数|641.73|623.73|18|405.1|236.63|97.16%
            """)
        #expect(form.amount("年度资金总额") == Decimal(string: "660.5"))
        #expect(form.amount("项目支出", .executed) == Decimal(string: "236.63"))
        #expect(form.amount("年度资金总额", .rate) == Decimal(string: "97.16"))
        #expect(form.findings("BUD-02") == wrong && form.asked.isEmpty)
    }

    /// Amounts behind colons under the block, two breakdowns beside each other: what they make says what they are.
    @Test func amountsBehindColons() throws {
        let lines = """
            某地自评表
            年度预算申请（万元）|||年初预算数|全年预算数|全年执行数|分值|执行率|得分
            |年度资金总额||1520.3|1688.42|1650.1|10|97.73%|9.77
            |按收入性质分：|||按支出性质分：
            |其中：一般公共预算：1658.42|||其中：基本支出：1102.15
            |政府性基金拨款：0|||项目支出：547.95
            |其他资金：30
            """
        let form = try MoneyForm(lines)
        #expect(form.asked.isEmpty && form.findings("BUD-02").isEmpty)
        #expect(form.amount("财政拨款") == Decimal(string: "1658.42"))
        #expect(form.amount("基本支出", .executed) == Decimal(string: "1102.15"))
        // What makes no amount of the total is asked.
        let wrong = try MoneyForm(lines.replacingOccurrences(of: "其他资金：30", with: "其他资金：31"))
        #expect(wrong.asked == ["B5"] && wrong.amount("财政拨款") == nil)
    }

    /// Labels with their amounts over the block are parts of its total, where they make it.
    @Test(arguments: [("243.96", []), ("253.96", ["A2"])])
    func amountsBesideTheBlock(project: String, asked: [String]) throws {
        let form = try MoneyForm(
            """
            某地自评表
            基本支出总额|724.2318|项目支出总额|\(project)
            预算执行情况（万元）（10分）||预算数（A）|执行数（B）|执行率（B/A）|得分（10分*执行率）
            部门整体支出总额||968.1918|951.33|98.26%|9.83
            """)
        #expect(form.asked == asked && form.findings("SCO-09").isEmpty)
        #expect(form.amount("项目支出") == (asked.isEmpty ? Decimal(string: project) : nil))
    }

    /// Tasks with their money: each column makes its total, the funds of a task its amount.
    @Test(arguments: [
        ("920", "120", []), ("930", "120", ["C5 930→920"]), ("920", "130", ["C4 120→130"]),
    ])
    func tasksWithMoney(total: String, granted: String, wrong: [String]) throws {
        let form = try MoneyForm(
            """
            某地目标自评表
            任务名称|主要内容|预算金额（万元）|其中：财政拨款|其他资金
            行政运行|保障机构运转|800|800|0
            专项检查|全省检查|120|\(granted)|0
            金额合计||\(total)|\(granted == "130" ? "930" : "920")|0
            """)
        let found = form.findings("BUD-02")
        #expect(wrong.isEmpty ? found.isEmpty : wrong.allSatisfy(found.contains), "\(found)")
        #expect(form.asked.isEmpty && form.amount("年度资金总额") == Decimal(string: total))
        #expect(form.form.submission.tasks.map { $0[.name]?.text } == ["行政运行：保障机构运转", "专项检查：全省检查"])
    }

    /// A table of money in a shape that nobody knows may hold what the rules miss: nothing is certain to be missing.
    @Test func aTableOfMoneyThatNobodyKnows() throws {
        let form = try MoneyForm(
            """
            某地自评表
            年度收支情况（万元）|收入预算||支出预算|
            |财政拨款|100|基本支出|80
            |其他资金|10|项目支出|30
            资金|全年预算数|全年执行数
            """)
        #expect(!form.asked.isEmpty && form.findings("BUD-06").isEmpty)
    }

    /// A fund side by side with others whose name is none: the sum without it is no must.
    @Test(arguments: ["村民自筹款", "某某"]) func anUnknownFundSideBySide(name: String) throws {
        let form = try MoneyForm(
            """
            某地自评表
            资金情况|年度资金总额|其中：财政拨款|其他资金|\(name)
            全年预算数|100|60|30|10
            全年执行数|90|60|20|10
            """)
        #expect(form.findings("BUD-02").isEmpty && form.amount("年度资金总额") == 100)
        #expect(form.asked.isEmpty == (name == "村民自筹款"))
    }
}

/// Money where it was taken for something else.
@Suite struct MoneyPlacesTests {
    /// An amount such as 2000.6 was taken for a month, and the total for nothing.
    @Test func anAmountIsNoMonth() throws {
        let form = try MoneyForm(
            """
            某地自评表
            项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
            年度资金总额|1951.1|2000.6|1978.06|10|98.87%|9.89
            其中：财政拨款|1951.1|1990.6|1970.06|||
            其他资金|0|10|8|||
            """)
        #expect(form.amount("年度资金总额") == Decimal(string: "2000.6"))
        #expect(form.amount("年度资金总额", .executed) == Decimal(string: "1978.06"))
        #expect(form.asked.isEmpty && form.findings("BUD-05").isEmpty && form.findings("BUD-02").isEmpty)
    }

    /// Funds side by side under a block's name that ends like a fund, with rate and points in rows of their own: the points were passed over.
    @Test(arguments: [("9.54", []), ("9.74", ["B7 9.74→9.54"])])
    func pointsUnderFundsSideBySide(score: String, wrong: [String]) throws {
        let form = try MoneyForm(
            """
            某地自评表
            项目资金（千元）|资金合计|财政拨款|单位资金
            全年预算数|1660.5|1640.5|20
            全年执行数|1584.3|1566.3|18
            执行率|95.41%|95.48%|90%
            分值|10
            得分|\(score)
            """)
        #expect(form.amount("年度资金总额", .weight) == 10 && form.findings("WGT-01").isEmpty)
        #expect(form.findings("SCO-09") == wrong && form.asked.isEmpty)
    }

    /// Each amount in one cell with its label, above the indicators and below them.
    @Test(arguments: [false, true], [("90.12%", true), ("93.12%", false)])
    func amountsInOneCellWithTheirLabels(isBelow: Bool, rate: (text: String, fits: Bool)) throws {
        let money = """
            年度资金总额（元）：598,850.00||预算执行数（元）：539,700.50||执行率：\(rate.text)
            其中：财政拨款（元）：256,180.00
            其他资金（元）：342,670.00
            """
        let form =
            try isBelow
            ? MoneyForm("某地自评表", below: money, points: 100)
            : MoneyForm("某地自评表\n" + money, points: 100)
        #expect(form.amount("年度资金总额") == 598850 && form.amount("其他资金") == 342670)
        #expect(form.amount("年度资金总额", .executed) == Decimal(string: "539700.5"))
        #expect(form.findings("BUD-01").isEmpty == rate.fits && form.findings("BUD-02").isEmpty && form.asked.isEmpty)
        #expect(form.form.submission.indicators.count == 3)
    }

    /// Money below the indicators, its headings put together of known words, its rows without points: each was taken for an indicator.
    @Test func moneyBelowTheIndicators() throws {
        let form = try MoneyForm(
            "某地自评表",
            below: """
                总分|||||100|100
                资金情况（千元）||调整后预算数|全年支出数|预算执行率
                |年度资金总额|1493.8|1369.0|91.65%
                |其中：政府性基金|318.4|251.5|78.99%
                |上级补助资金|1175.4|1117.5|95.07%
                """, points: 100)
        #expect(form.form.submission.indicators.count == 3 && form.findings("WGT-04").isEmpty)
        #expect(form.amount("年度资金总额") == Decimal(string: "1493.8"))
        #expect(form.asked.isEmpty && form.findings("BUD-02").isEmpty)
    }

    /// The unit that an indicator is measured in was taken for that of the money below the table.
    @Test func theUnitOfAnIndicatorIsNoneOfTheMoney() throws {
        let (form, _) = try LayoutGrid.judge(
            """
            某地自评表
            |||单位：千元
            一级指标|二级指标|三级指标|年度指标值|度量单位|实际完成值|分值|得分
            产出指标|数量指标|检查次数|≥20|次|21|60|60
            |成本指标|设备采购均价|≤25|万元|24|40|40
            资金情况||全年预算数|全年执行数|执行率
            |年度资金总额|9113.0|7890.0|86.58%
            |财政拨款|9113.0|7890.0|86.58%
            """)
        #expect(form.template.moneyUnit == .thousand && form.submission.indicators.count == 2)
        #expect(form.submission.line("年度资金总额")?[.adjusted] == 9113)
    }

    /// Two breakdowns side by side: what stood on the right was one more amount of what stood on the left.
    @Test(arguments: [("592.28", []), ("692.28", ["E4 1480.68→1580.68"])])
    func twoBreakdownsSideBySide(project: String, wrong: [String]) throws {
        let form = try MoneyForm(
            """
            某地自评表
            按资金来源分|全年预算数|全年执行数|按支出性质分|全年预算数|全年执行数
            年度资金总额|1480.68|1325.15|年度资金总额|1480.68|1325.15
            财政拨款|762.78|633.10|基本支出|888.40|795.09
            单位资金|717.90|692.05|项目支出|\(project)|530.06
            """, points: 100)
        #expect(form.amount("财政拨款") == Decimal(string: "762.78"))
        #expect(form.amount("项目支出", .executed) == Decimal(string: "530.06"))
        #expect(form.asked.isEmpty && form.findings("BUD-02").isEmpty == wrong.isEmpty)
    }
}
