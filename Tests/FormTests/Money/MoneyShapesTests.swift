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
