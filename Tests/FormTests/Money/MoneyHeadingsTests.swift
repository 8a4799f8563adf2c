import Assessment
import FormRecognition
import Foundation
import Testing

/// Headings in two rows, and funds by the words that stand only there.
@Suite struct MoneyHeadingsTests {
    @Test(arguments: [
        "资金情况|预算|<|执行|<\n^|年初数|全年数|执行数|执行率", "资金情况|预算||执行|\n|年初数|全年数|执行数|执行率", "资金情况|预算数|<|支出情况|<\n^|年初|调整后|金额|比例",
        "资金情况|预算情况|<|执行情况|<\n^|年初预算数|全年预算数|全年执行数|执行率", "资金情况|年初|全年|<|<\n^|预算数|预算数|执行数|执行率",
    ])
    func headingsInTwoRows(heads: String) throws {
        let rows = "\n年度资金总额|100|120|90|75%\n其中：财政拨款|60|80|54|67.5%\n其他资金|40|40|36|90%"
        let form = try MoneyGrid(heads + rows, points: 100, total: "100")
        #expect(form.musts.isEmpty && form.asked.isEmpty, "\(form.musts) \(form.asked)")
        #expect(form.total(.initial) == 100 && form.total(.adjusted) == 120 && form.total(.executed) == 90)
        #expect(form.total(.rate) == 75)
        let wrong = try MoneyGrid(
            heads + rows.replacingOccurrences(of: "|120|", with: "|130|"), points: 100, total: "100")
        #expect(wrong.musts.map { $0.prefix(6) }.contains("BUD-02"))
    }

    /// Points beside headings in two rows, merged down to them or not.
    @Test(arguments: [
        "资金情况|预算|<|执行|<|分值|得分\n^|年初数|全年数|金额|率|^|^", "资金情况|预算||执行||分值|得分\n|年初数|全年数|金额|率||",
    ])
    func pointsBesideTwoRows(heads: String) throws {
        let form = try MoneyGrid(heads + "\n年度资金总额|120|120|90|75%|10|7.5\n财政拨款|120|120|90|75%||", total: "97.5")
        #expect(form.musts.isEmpty && form.asked.isEmpty && form.total(.weight) == 10)
    }

    /// The year before stands beside the year: its amounts are none of the form's.
    @Test(arguments: [
        "资金|上年|<|本年|<|<\n^|预算数|执行数|预算数|执行数|执行率", "资金|本年||上年||\n|预算数|执行数|预算数|执行数|",
    ])
    func twoYears(heads: String) throws {
        let isFirst = heads.hasPrefix("资金|本年")
        let form = try MoneyGrid(
            heads + (isFirst ? "\n年度资金总额|100|90|80|70|" : "\n年度资金总额|80|70|100|90|90%"), points: 100, total: "100")
        #expect(form.total(.adjusted) == 100 && form.total(.executed) == 90 && form.musts.isEmpty)
    }

    /// A budget of 0 beside a row or a column of money that was not read: what could be spent is not said to be missing. Read, it is.
    @Test(arguments: [
        ("资金|年初预算数|调整预算数|执行数\n年度资金总额|100|0|90\n可用资金合计|100|100|90", true),
        ("资金|年初预算数|调整预算数|可用资金合计|执行数\n年度资金总额|100|0|100|90\n财政拨款|100|0|100|90", true),
        ("资金|年初预算数|调整预算数|盘子|执行数\n年度资金总额|100|0|100|90\n财政拨款|100|0|100|90", true),
        ("资金|年初预算数|调整预算数|执行数\n年度资金总额|100|0|90\n财政拨款|100|0|90", false),
    ])
    func noBudgetBesideMoneyNotRead(block: String, isOpen: Bool) throws {
        let form = try MoneyGrid(block, points: 100, total: "100")
        #expect(form.asked.isEmpty == !isOpen, "\(form.asked)")
        #expect(form.musts.contains { $0.hasPrefix("BUD-06") } == !isOpen, "\(form.musts)")
    }

    /// Numbered rows, the total last, whatever the funds are called.
    @Test(arguments: [
        ("序号|资金来源|批复数|到位数|执行数|执行率", ["中央财政", "县级配套", "其他"], "小计|"),
        ("序号|资金来源|预算批复数|资金到位数|支出数|支出率", ["中央", "省级", "自筹"], "|合计"),
        ("序号|资金渠道|下达金额|到位金额|支出金额|支付率", ["省级财政", "地方配套", "单位自筹"], "|项目总预算"),
    ])
    func fundsInRows(heads: String, funds: [String], total: String) throws {
        let rows = zip(funds, ["60|60|54|90%", "30|30|27|90%", "10|10|9|90%"]).enumerated()
            .map { "\($0 + 1)|\($1.0)|\($1.1)" }
        let form = try MoneyGrid(
            ([heads] + rows + ["\(total)|100|100|90|90%"]).joined(separator: "\n"), points: 100, total: "100")
        #expect(form.musts.isEmpty && form.asked.isEmpty, "\(form.musts) \(form.asked)")
        #expect(form.total(.adjusted) == 100 && form.total(.executed) == 90)
        #expect(form.evaluation.rulesRun.contains("BUD-02"))
    }

    /// 其中：中央 and 其中：省级 are parts.
    @Test func partsByOneWord() throws {
        let form = try MoneyGrid(
            "资金（金额单位：万元）||全年预算数|全年执行数\n|年度资金总额|100|90\n|其中：中央|60|50\n|其中：省级|30|30\n|市县|10|10", points: 100,
            total: "100")
        #expect(form.musts.isEmpty && form.asked.isEmpty && form.evaluation.line("中央")?[.executed] == 50)
    }

    /// Funds side by side, the total before or behind them, over the indicators or under them.
    @Test(arguments: [
        "资金构成|合计|中央|省|市|县\n预算数|100|40|30|20|10\n执行数|90|36|27|18|9",
        "资金构成|中央|省|市|县|合计\n预算数|40|30|20|10|100\n执行数|36|27|18|9|90",
        "资金情况|合计|省级|市级|区级|自筹\n全年预算数|100|40|30|20|10\n全年执行数|90|36|27|18|9",
    ])
    func fundsSideBySide(money: String) throws {
        let form = try MoneyGrid(money, points: 100, total: "100")
        #expect(form.musts.isEmpty && form.asked.isEmpty, "\(form.musts) \(form.asked)")
        #expect(form.total(.adjusted) == 100 && form.total(.executed) == 90)
        let below = try MoneyForm("某地自评表", below: money, points: 100)
        #expect(below.asked.isEmpty && below.amount("年度资金总额", .executed) == 90)
        // One that fits in no way is asked.
        let wrong = try MoneyGrid(money.replacingOccurrences(of: "|100", with: "|110"), points: 100, total: "100")
        #expect(wrong.musts.isEmpty && !wrong.asked.isEmpty)
    }

    /// Labels of facts over the names of funds are no groups of them, and their values no labels.
    @Test(arguments: ["项目名称|社区矫正|<|<|主管部门|区司法局", "嗏噽|社区矫正|<|<|实施单位|区司法局", "项目名称：社区矫正||主管部门：区司法局|||"])
    func factsOverFunds(above: String) throws {
        func grid(_ executed: String) -> String {
            """
            \(above)
            资金情况（万元）||年度资金总额|其中：财政拨款|上年结转资金|其他资金
            ^|年初预算数|60|50|10|0
            ^|全年预算数|65|55|10|0
            ^|全年执行数|62.4|\(executed)|10|0
            """
        }
        let right = try MoneyGrid(grid("52.4"), points: 100, total: "100")
        #expect(right.musts.isEmpty, "\(right.musts)")
        #expect(above.contains("项目名称") == (right.form.submission.facts["项目名称"]?.text == "社区矫正"))
        #expect(above.contains("嗏噽") == right.asked.contains("A1"))
        let wrong = try MoneyGrid(grid("53.4"), points: 100, total: "100")
        #expect(wrong.musts == ["BUD-02 C5"])
    }

    /// What was carried over from the year before stands in a column that is asked: it may have been spent too.
    @Test(arguments: ["上年结转|本年预算|本年支出|年末结转|执行率", "结转下来的|本年预算|本年支出|剩下的|执行率"])
    func carriedOver(heads: String) throws {
        let form = try MoneyGrid("资金情况（万元）|\(heads)\n合计|10|140|145|5|96.67%", points: 100, total: "100")
        #expect(form.musts.isEmpty && form.asked.contains("B1"), "\(form.musts) \(form.asked)")
        #expect(form.whyNot("BUD-01")?.contains("可能也是可以用的钱") ?? false)
        #expect(form.whyNot("BUD-03") != nil)
    }

    /// Funds that go on beside themselves, with the total of both at the end.
    @Test(arguments: [("90", [String]()), ("95", ["BUD-02 F3"])])
    func fundsGoOnBeside(total: String, musts: [String]) throws {
        let money = "资金来源|预算数|执行数|资金来源|预算数|执行数\n中央财政|50|45|市财政|30|27\n省财政|20|18|合计|100|\(total)"
        let form = try MoneyGrid(money, points: 100, total: "100")
        #expect(form.musts == musts && form.asked.isEmpty, "\(form.musts) \(form.asked)")
    }

    /// What 其中 lists is some of a row: more than that it can't be, and less it may.
    @Test(arguments: [
        ("人员支出|800|800|800", "公用支出|100|100|100", [String]()),
        ("人员支出|800|850|850", "公用支出|100|100|100", ["BUD-02 C3", "BUD-02 D3"]),
        ("人员支出|700|700|700", "公用支出|100|100|100", []), ("工资福利支出|800|800|820", "商品和服务支出|100|100|100", ["BUD-02 D3"]),
    ])
    func whatIsWithinARow(first: String, second: String, musts: [String]) throws {
        let money = """
            支出项目|年初预算数|全年预算数|全年执行数
            支出合计|1500|1600|1520
            基本支出|900|900|900
            其中：\(first)
            \(second)
            项目支出|600|700|620
            """
        let form = try MoneyGrid(money, points: 100, total: "100")
        #expect(form.musts == musts, "\(form.musts) \(form.asked)")
    }
}
