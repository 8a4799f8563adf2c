import Assessment
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import Testing

/// Funds and kinds that stand once a group in an export, and rows that say none.
struct ExportGroupTests {
    struct Layout: CustomTestStringConvertible, Sendable {
        /// What was wrong.
        var name: String
        /// The columns before the amounts, in order.
        var columns: [String]
        /// Sums of the accounts stand over them.
        var hasParents = false
        var testDescription: String { name }

        /// The export of a water bureau, its fund and its kind written once a group.
        var grid: String {
            let sums: [[String: String]] =
                hasParents ? [["科目编码": "213", "项目名称": "农林水支出"], ["科目编码": "21303", "项目名称": "水利"]] : []
            let rows: [[String: String]] = [
                ["科目编码": "2130301", "项目名称": "行政运行", "资金来源": "财政拨款", "支出类型": "基本支出"],
                ["科目编码": "2130302", "项目名称": "一般行政管理事务"],
                ["科目编码": "2130305", "项目名称": "水利工程建设", "支出类型": "项目支出"],
                ["科目编码": "2130310", "项目名称": "水土保持"],
                ["科目编码": "2130314", "项目名称": "防汛", "资金来源": "其他资金", "支出类型": "项目支出"],
                ["科目编码": "2130399", "项目名称": "其他水利支出"],
            ]
            let whole = ["13,000,000.00|13,505,000.00|12,832,000.00"]
            let amounts =
                (hasParents ? whole + whole : []) + [
                    "3,000,000.00|3,005,000.00|3,004,000.00", "1,000,000.00|1,000,000.00|900,000.00",
                    "6,000,000.00|6,500,000.00|6,128,000.00", "1,000,000.00|1,000,000.00|900,000.00",
                    "1,500,000.00|1,500,000.00|1,400,000.00", "500,000.00|500,000.00|500,000.00",
                ]
            let lines = zip(sums + rows, amounts).map { row, amount in
                columns.map { row[$0] ?? "" }.joined(separator: "|") + "|" + amount
            }
            return (["单位：元", columns.joined(separator: "|") + "|年初预算数|全年预算数|累计支出"] + lines).joined(separator: "\n")
        }
    }

    static let layouts: [Layout] = [
        Layout(name: "right-of-the-names", columns: ["科目编码", "项目名称", "资金来源", "支出类型"]),
        Layout(name: "kind-before-fund", columns: ["科目编码", "项目名称", "支出类型", "资金来源"]),
        Layout(name: "between", columns: ["科目编码", "资金来源", "支出类型", "项目名称"]),
        Layout(name: "on-both-sides", columns: ["资金来源", "科目编码", "项目名称", "支出类型"]),
        Layout(name: "without-codes", columns: ["项目名称", "资金来源", "支出类型"]),
        Layout(name: "right-of-the-names-with-parents", columns: ["科目编码", "项目名称", "资金来源", "支出类型"], hasParents: true),
        Layout(name: "kind-before-fund-with-parents", columns: ["科目编码", "项目名称", "支出类型", "资金来源"], hasParents: true),
        Layout(name: "between-with-parents", columns: ["科目编码", "资金来源", "支出类型", "项目名称"], hasParents: true),
    ]

    /// 财政拨款 was 300.5 where only its first row says it.
    @Test(arguments: layouts) func blanksAreFilledWhereverTheColumnStands(layout: Layout) throws {
        let found = try ExportVariantTests.read(ExportVariantTests.workbook(layout.grid))
        #expect(ExportVariantTests.questions(found.account).isEmpty, "\(ExportVariantTests.questions(found.account))")
        for (name, budget) in [
            ("合计", "1350.5"), ("财政拨款", "1150.5"), ("其他资金", "200"), ("基本支出", "400.5"), ("项目支出", "950"),
        ] {
            #expect(found.submission.line(name)?[.adjusted] == Decimal(string: budget), "\(name)\n\(layout.grid)")
        }
        #expect(found.submission.notes.contains { $0.contains("资金来源 4 格") }, "\(found.submission.notes)")
    }

    /// The same blanks as `convert --tidy` fills them: sums of others stay blank.
    @Test(arguments: layouts) func tidyFillsTheSame(layout: Layout) throws {
        let table = try TableGrid(layout.grid.replacing("单位：元\n", with: ""))
        let place = try #require(layout.columns.firstIndex(of: "资金来源"))
        let funds = table.rows.dropFirst().map { row in
            String(row.split(separator: "|", omittingEmptySubsequences: false)[place])
        }
        let details = ["财政拨款", "财政拨款", "财政拨款", "财政拨款", "其他资金", "其他资金"]
        #expect(funds == (layout.hasParents ? ["", ""] : []) + details, "\(table.text)")
    }

    /// Blanks that may mean something else stay blank, and it is said why.
    @Test(arguments: [
        ("甲|财政拨款|10|9\n乙|财政拨款|20|18\n丙||30|27\n丁|其他资金|5|5", "连着都是“财政拨款”"), ("甲||10|9\n乙|财政拨款|20|18\n丙||30|27", "上面没有写"),
    ])
    func whatIsNotFilledSaysWhy(rows: String, why: String) throws {
        let grid = "项目名称|资金来源|全年预算数|支出数\n" + rows
        let found = try ExportVariantTests.read(ExportVariantTests.workbook("单位：万元\n" + grid))
        let asked = ExportVariantTests.questions(found.account)
        #expect(asked.contains { $0.contains("“丙”认不出属于“按资金来源”的哪一项") }, "\(asked)")
        #expect(asked.count { $0.contains(why) } == 1, "\(asked)")
        let table = try TableGrid(grid)
        #expect(
            table.text.contains("丙||#30") && table.report.lines.contains { $0.contains(why) }, "\(table.report.lines)")
    }

    static let unnamed = """
        单位：元
        科目编码|项目名称|资金来源|支出类型|年初预算数|全年预算数|支出数
        2130301|行政运行||基本支出|3,000,000.00|3,005,000.00|3,004,000.00
        2130305|水利工程建设||项目支出|6,000,000.00|6,500,000.00|6,128,000.00
        2130314|防汛|其他资金|项目支出|1,500,000.00|1,500,000.00|1,400,000.00
        2130315|抗旱|其他资金||500,000.00|500,000.00|500,000.00
        """

    /// A row without a fund was a line called by its kind, and clashed with the sum of that kind: one cell with two values.
    @Test func aRowWithoutAFundIsNoLineOfItsKind() throws {
        let found = try ExportVariantTests.read(ExportVariantTests.workbook(Self.unnamed))
        let said = found.account.unread.map(\.message) + found.submission.notes
        #expect(!said.contains { $0.contains("两处不同") }, "\(said)")
        #expect(found.submission.line("项目支出")?[.adjusted] == 850)
        #expect(found.submission.line("基本支出")?[.adjusted] == Decimal(string: "300.5"))
        #expect(found.submission.line("其他资金")?[.adjusted] == 200)
        #expect(Set(found.submission.budget.map(\.name)).count == found.submission.budget.count)
    }

    /// A row that two breakdowns lack was named under each, in the notes, and as amounts without a place.
    @Test func aRowIsToldOnce() throws {
        let grid = "单位：万元\n项目名称|资金来源|支出类型|全年预算数|支出数\n甲|财政拨款|基本支出|10|9\n乙|捐赠款|代管支出|20|18"
        let found = try ExportVariantTests.read(ExportVariantTests.workbook(grid))
        let rows = found.account.unread.filter { $0.source.cell?.row == 3 }
        #expect(rows.map(\.message) == ["第 4 行“捐赠款 代管支出”认不出属于“按资金来源”和“按支出构成”的哪一项，只计入合计"])
        #expect(!found.submission.notes.contains { $0.contains("第 4 行") }, "\(found.submission.notes)")
    }

    /// Dictionaries have another order each time the program runs: what is told came in another one too.
    @Test func differencesComeInTheOrderOfTheForm() throws {
        let table = ExportVariantTests.workbook(
            "年初预算数（万元）|1\n全年预算数（万元）|2\n全年执行数（万元）|3\n" + ExportVariantTests.table)
        let found = try SubmissionRecognizer.recognize(
            table, budget: ExportVariantTests.workbook(Self.unnamed),
            template: Repository.templates.template("guangzhou-department"),
            labels: Repository.templates.labels(), options: RecognitionOptions())
        let differences = found.account.unread.map(\.message).filter { $0.contains("两处不同") }
        #expect(
            differences.map { String($0.prefix(9)) } == ["合计的年初预算数有", "合计的全年预算数有", "合计的全年执行数有"], "\(differences)")
    }

    /// The total of an export was dropped by a form that has no block of money.
    @Test func aFormWithoutMoneyTakesTheTotal() throws {
        let found = try ExportVariantTests.read(
            ExportVariantTests.workbook(Layout(name: "", columns: ["科目编码", "项目名称"]).grid), "hunan-department")
        #expect(found.submission.line("合计")?[.executed] == Decimal(string: "1283.2"))
        // 年初预算 of the sheet of base figures.
        #expect(found.submission.facts["年初预算"]?.text == "1300.00")
    }

    /// Amounts beside each other were written in two ways: 13,000,000.00 and 12500000.
    @Test func amountsInAMessageAreWrittenAlike() throws {
        let grid = "单位：元\n项目名称|年初预算数|支出数\n甲|12,500,000.00|9,000,000.00\n合计|13,000,000.00|9,000,000.00"
        let error = #expect(throws: ToolError.self) { try ExportVariantTests.read(ExportVariantTests.workbook(grid)) }
        #expect(error?.message.contains("加起来是 12,500,000.00") == true, "\(error?.message ?? "")")
    }
}
