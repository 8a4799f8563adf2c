import Assessment
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import Testing

/// Kinds of finance exports that were read wrongly, or refused.
struct ExportKindTests {
    struct Kind: CustomTestStringConvertible, Sendable {
        /// What was wrong.
        var name: String
        var template = "guangzhou-department"
        var grid: String
        var merges: [String] = []
        /// Line, 全年预算数, 全年执行数 in 万元.
        var lines: [(String, String, String)]
        /// What is asked of the person; nothing where the sums are sure.
        var asks: [String] = []
        var testDescription: String { name }
    }

    static let kinds: [Kind] = [
        Kind(
            name: "parents-by-code-were-added-three-times", template: "national-project",
            grid: """
                单位：万元
                科目编码|科目名称|资金来源|全年预算数|全年执行数
                201|一般公共服务支出||480.5|460.2
                20129|群众团体事务||480.5|460.2
                2012901|行政运行|财政拨款|300|298.7
                2012902|一般行政管理事务|财政拨款|180.5|161.5
                221|住房保障支出||30.04|17.61
                22102|住房改革支出||30.04|17.61
                2210201|住房公积金|财政拨款|30.04|17.61
                """,
            lines: [("年度资金总额", "510.54", "477.81"), ("当年财政拨款", "510.54", "477.81")]),
        Kind(
            name: "a-parent-that-is-not-the-sum-is-asked-with-both-figures",
            grid: "单位：元\n科目编码|全年预算数|支出数\n201|1000000|900000\n20129|1000000|900000\n2012901|600000|500000",
            lines: [("合计", "60", "50")], asks: ["这一行 900000，第 5 行之和 500000"]),
        Kind(
            name: "a-sum-without-a-name-is-asked",
            grid: "单位：万元\n项目名称|全年预算数|支出数\n基本支出|100|90\n人员经费|60|55\n公用经费|40|35\n项目支出|50|41",
            lines: [("合计", "250", "221")], asks: ["第 3 行没有写“小计”，却正好等于"]),
        Kind(
            name: "a-sum-without-a-name-is-proved-by-the-total",
            grid: "单位：万元\n项目名称|全年预算数|支出数\n基本支出|100|90\n人员经费|60|55\n公用经费|40|35\n项目支出|50|41\n合计|150|131",
            lines: [("合计", "150", "131")]),
        Kind(
            name: "a-total-without-a-name-was-added",
            grid: "单位：万元\n资金来源|项目名称|全年预算数|支出数\n财政拨款|甲|100|90\n|乙|60|55\n||160|145",
            lines: [("合计", "160", "145"), ("财政拨款", "160", "145")]),
        Kind(
            name: "blanks-under-a-fund-were-not-filled",
            grid: """
                单位：万元
                资金来源|支出类型|项目名称|全年预算数|执行数
                财政拨款|基本支出|人员经费|100|100
                ||公用经费|50|40
                合计|||150|140
                """,
            lines: [("合计", "150", "140"), ("财政拨款", "150", "140"), ("基本支出", "150", "140")]),
        Kind(
            name: "a-number-before-the-blanks-kept-them-from-being-filled",
            grid: "单位：万元\n序号|资金来源|项目名称|全年预算数|执行数\n1|财政拨款|甲|100|90\n2||乙|50|40",
            lines: [("合计", "150", "130"), ("财政拨款", "150", "130")]),
        Kind(
            name: "kinds-of-the-integrated-system",
            grid: """
                单位：元
                预算项目名称|项目类别|资金性质|调整后预算数|支出数
                工资福利支出|人员类|一般公共预算资金|3105000|3105000
                水电费|公用经费类|一般公共预算资金|200000|190000
                物业|其他运转类|一般公共预算资金|100000|90000
                妇女维权|特定目标类|单位资金|1200000|983000
                """,
            lines: [
                ("基本支出", "330.50", "329.50"), ("项目支出", "130", "107.30"), ("财政拨款", "340.50", "338.50"),
                ("其他资金", "120", "98.30"),
            ]),
        Kind(
            name: "not-a-fiscal-appropriation",
            grid: "单位：万元\n项目名称|资金来源|全年预算数|支出数\n甲|财政拨款|10|9\n乙|非财政拨款资金|20|18",
            lines: [("合计", "30", "27"), ("财政拨款", "10", "9"), ("其他资金", "20", "18")]),
        Kind(
            name: "brought-forward-without-a-place-on-the-form",
            grid: "单位：万元\n项目名称|资金来源|调整预算|支出数\n数字化|上年结转|32.5|32.5\n数字化|当年财政拨款|110|104.2\n总计||142.5|136.7",
            lines: [("合计", "142.50", "136.70"), ("财政拨款", "110", "104.20")], asks: ["“上年结转”认不出"]),
        Kind(
            name: "brought-forward-with-a-place", template: "national-project",
            grid: "单位：万元\n项目名称|资金来源|调整预算|支出数\n数字化|上年结转财政拨款|32.5|32.5\n数字化|当年财政拨款|110|104.2\n总计||142.5|136.7",
            lines: [("上年结转资金", "32.50", "32.50"), ("当年财政拨款", "110", "104.20")]),
        Kind(
            name: "two-rows-of-headings-with-a-merged-fund", template: "national-project",
            grid: """
                预算执行情况表
                单位：万元
                资金来源|预算数||执行数
                |年初预算数|调整后预算数|累计支出
                财政拨款|520|550.54|520
                其他资金|20|20|17.81
                合计|540|570.54|537.81
                """, merges: ["B3:C3", "A3:A4"],
            lines: [("年度资金总额", "570.54", "537.81"), ("当年财政拨款", "550.54", "520"), ("其他资金", "20", "17.81")]),
        Kind(
            name: "funds-side-by-side",
            grid: """
                单位：万元
                项目名称|支出类型|财政拨款||单位资金||合计|
                ||全年预算数|支出数|全年预算数|支出数|全年预算数|支出数
                甲|基本支出|100|90|10|9|110|99
                乙|项目支出|50|40|20|15|70|55
                合计||150|130|30|24|180|154
                """, merges: ["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2"],
            lines: [
                ("合计", "180", "154"), ("财政拨款", "150", "130"), ("其他资金", "30", "24"), ("基本支出", "110", "99"),
                ("项目支出", "70", "55"),
            ]),
        Kind(
            name: "a-table-that-is-turned",
            grid: "单位：万元\n资金来源|财政拨款|其他资金|合计\n年初预算数|520|20|540\n全年预算数|550.54|20|570.54\n全年执行数|520|17.81|537.81",
            lines: [("合计", "570.54", "537.81"), ("财政拨款", "550.54", "520"), ("其他资金", "20", "17.81")]),
        Kind(
            name: "a-budget-that-may-hold-the-changes-beside-it",
            grid: "单位：万元\n项目名称|指标数|追加|支出数\n甲|100|10|90", lines: [("合计", "100", "90")],
            asks: ["“指标数”合计 100，加减“追加”后是 110"]),
        Kind(
            name: "a-budget-that-its-balance-proves",
            grid: "单位：万元\n项目名称|指标数|追加|支出数|指标余额\n甲|100|10|90|10", lines: [("合计", "100", "90")]),
        Kind(
            name: "what-was-brought-forward-is-part-of-the-budget-where-the-balance-says-so",
            grid: "单位：万元\n项目名称|上年结转|年初预算|追加|累计支出|结余\n甲|5|100|10|90|25", lines: [("合计", "115", "90")]),
        Kind(
            name: "months-of-a-plan-are-asked",
            grid: "用款计划表\n单位：万元\n项目名称|指标数|1月|2月\n甲|100|10|20", lines: [("合计", "100", "30")], asks: ["说的是计划"]),
        Kind(
            name: "months-that-do-not-make-the-year",
            grid: "单位：万元\n项目名称|指标数|1月|2月\n甲|100|10|20", lines: [("合计", "100", "30")], asks: ["不满一年"]),
        Kind(
            name: "an-amount-that-looks-like-a-month", grid: "单位：万元\n项目名称|指标数|支付数\n甲|1978.06|1951.1",
            lines: [("合计", "1978.06", "1951.1")]),
        Kind(
            name: "a-row-called-as-a-kind-over-the-rows-of-that-kind",
            grid: """
                单位：万元
                项目|支出类型|全年预算数|支出数
                基本支出||100|90
                人员经费|基本支出|60|55
                公用经费|基本支出|40|35
                项目支出||50|40
                专项|项目支出|50|40
                """,
            lines: [("合计", "150", "130"), ("基本支出", "100", "90"), ("项目支出", "50", "40")]),
        Kind(
            name: "a-code-in-three-columns-and-years-in-the-headings",
            grid: """
                编制单位：某局||||金额单位：万元
                科目编码|||科目名称|2023年年初预算数|2023年调整后预算数|2023年支出数
                类|款|项||||
                201|||服务|100|110|105
                201|29||群团|100|110|105
                201|29|01|运行|60|70|65
                201|29|02|事务|40|40|40
                """,
            lines: [("合计", "110", "105")]),
        Kind(
            name: "a-column-brought-forward-is-not-passed-over",
            grid: "单位：万元\n项目名称|资金来源|全年预算数|全年执行数|上年结转\n甲|财政拨款|100|90|5", lines: [("合计", "100", "90")],
            asks: ["“上年结转”这一列没有用到（合计 5）"]),
        Kind(
            name: "sums-of-kinds-side-by-side",
            grid: """
                单位：万元
                项目|预算数|||支出数||
                |小计|基本支出|项目支出|小计|基本支出|项目支出
                教育|100|60|40|90|55|35
                卫生|50|30|20|45|28|17
                合计|150|90|60|135|83|52
                """,
            lines: [("合计", "150", "135"), ("基本支出", "90", "83"), ("项目支出", "60", "52")]),
        Kind(
            name: "a-sum-side-by-side-that-is-none",
            grid: """
                单位：万元
                项目|预算数|||支出数||
                |小计|基本支出|项目支出|小计|基本支出|项目支出
                教育|100|60|40|99|55|35
                """,
            lines: [("合计", "100", "90")], asks: ["全年执行数合计是 99，各项加起来是 90"]),
        Kind(
            name: "a-staircase-of-sums",
            grid: """
                单位：万元
                资金来源|支出类型|项目|全年预算数|支出数
                财政拨款|||150|130
                |基本支出||100|90
                ||人员|60|55
                ||公用|40|35
                |项目支出||50|40
                ||专项|50|40
                其他资金|||20|10
                |项目支出||20|10
                ||杂项|20|10
                """,
            lines: [("合计", "170", "140"), ("财政拨款", "150", "130"), ("基本支出", "100", "90"), ("项目支出", "70", "50")]),
        Kind(
            name: "a-step-of-a-staircase-that-is-not-the-sum",
            grid: "单位：万元\n资金来源|项目|全年预算数|支出数\n财政拨款||150|130\n|人员|60|55\n|公用|40|35",
            lines: [("合计", "100", "90")], asks: ["这一行 130，第 4 行、第 5 行之和 90"]),
        Kind(
            name: "the-later-of-two-years",
            grid: "单位：万元\n项目|2022年支出数|2023年预算数|2023年支出数\n甲|80|100|90", lines: [("合计", "100", "90")],
            asks: ["用了“2023年支出数”，没有用“2022年支出数”"]),
        Kind(
            name: "months-of-the-whole-year-in-one-column",
            grid: "单位：万元\n项目|1-12月累计支出|调整后预算数\n甲|90|110", lines: [("合计", "110", "90")]),
        Kind(
            name: "thousands",
            grid: "某局情况表\n单位：千元\n资金来源|全年预算数|全年执行数\n财政拨款|5505.4|5200\n其他资金|200|178.1\n合计|5705.4|5378.1",
            lines: [("合计", "570.54", "537.81"), ("财政拨款", "550.54", "520")]),
    ]

    static func workbook(_ kind: Kind) -> Workbook {
        var workbook = ExportVariantTests.workbook(kind.grid)
        workbook.sheets[0].merges = kind.merges.compactMap { CellRange($0) }
        return workbook
    }

    @Test(arguments: kinds) func sumsAreRight(kind: Kind) throws {
        let found = try ExportVariantTests.read(Self.workbook(kind), kind.template)
        let asked = ExportVariantTests.questions(found.account).filter { !$0.contains("没有说明每行属于") }
        for (name, budget, spent) in kind.lines {
            let line = found.submission.line(name)
            #expect(line?[.adjusted] == Decimal(string: budget), "\(name)：\(line.debugDescription) \(asked)")
            #expect(line?[.executed] == Decimal(string: spent), "\(name)：\(line.debugDescription) \(asked)")
        }
        for word in kind.asks { #expect(asked.contains { $0.contains(word) }, "\(asked)") }
        if kind.asks.isEmpty { #expect(asked.isEmpty) }
    }

    /// What is refused says what stood there.
    @Test func whatIsNotKnownIsListed() throws {
        let error = #expect(throws: ToolError.self) {
            try ExportVariantTests.read(ExportVariantTests.workbook("单位：元\n项目名称|户名|摘要|发生额\n甲|乙|丙|5"))
        }
        #expect(error?.code.exitStatus == 65)
        #expect(error?.message.contains("看到的：项目名称、户名、摘要、发生额") == true, "\(error?.message ?? "")")
    }

    /// A unit that is not told is asked with the headings and what each unit would make of it.
    @Test func theUnitIsAskedWithWhatEachWouldMake() throws {
        let error = #expect(throws: ToolError.self) {
            try ExportVariantTests.read(ExportVariantTests.workbook("项目名称|指标金额|已支付金额\n甲|5000|4000"))
        }
        #expect(error?.message.contains("指标金额、已支付金额") == true)
        for word in ["--unit 元（全年预算数即 0.50 万元）", "--unit 千元（全年预算数即 500.00 万元）", "--unit 亿元"] {
            #expect(error?.advice.contains(word) == true, "\(error?.advice ?? "")")
        }
    }

    /// The indent of a cell's format tells as spaces before the text do.
    @Test func indentedRowsArePartsOfTheRowAbove() throws {
        var workbook = ExportVariantTests.workbook(
            "单位：万元\n项目名称|全年预算数|支出数\n运转|100|90\n人员|60|55\n公用|40|35\n专项|50|41")
        var style = CellStyle()
        style.alignment.indent = 1
        workbook.styles.append(style)
        for row in [3, 4] { workbook.sheets[0][row, 0]?.style = 1 }
        let found = try ExportVariantTests.read(workbook)
        #expect(found.submission.line("合计")?[.adjusted] == 150)
        #expect(found.submission.line("合计")?[.executed] == 131)
    }
}
