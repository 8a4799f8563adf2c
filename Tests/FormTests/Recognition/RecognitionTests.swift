import Assessment
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// What a person brings, as small text grids: one row a line, cells between `|`.
struct RecognitionTests {
    private func workbook(_ sheets: [(String, String)]) -> Workbook {
        Workbook(
            fileName: "表.xlsx",
            sheets: sheets.map { name, grid in
                var sheet = Sheet(name: name)
                for (row, line) in grid.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                    for (column, text) in line.split(separator: "|", omittingEmptySubsequences: false).enumerated()
                    where !text.isEmpty {
                        sheet[row, column] = Cell(text: String(text).replacing("↵", with: "\n"))
                    }
                }
                return sheet
            })
    }

    private func recognize(
        _ sheets: [(String, String)], export: String? = nil, template: String = "guangzhou-department",
        _ change: (inout RecognitionOptions) -> Void = { _ in }
    ) throws -> Submission {
        var options = RecognitionOptions()
        change(&options)
        return try SubmissionRecognizer.recognize(
            workbook(sheets), budget: export.map { workbook([("导出", $0)]) },
            template: Repository.templates.template(template), labels: Repository.templates.labels(), options: options
        ).submission
    }

    static let head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值"

    @Test func theTableMayStartAnywhereWithColumnsInAnyOrder() throws {
        let found = try recognize([
            (
                "表",
                """
                |某某局指标表
                |（2022年度）

                |权重|完成值|指标值|三级指标名称|二级指标|一级指标|自评得分|备用|未完成原因分析
                |10|21场|≥20场|讲座|数量指标|产出指标（50分）|10||
                |10|9场|≥10场|培训|||9|x|场地停用
                ||||||效益指标
                |5|达成预期指标|有效|影响|社会效益指标|效益指标|5
                |25|||合计|||24
                注：本表不含其他
                填报人：张三
                """
            )
        ])
        #expect(found.indicators.map(\.name) == ["讲座", "培训", "影响"])
        #expect(found.indicators.map(\.level1) == ["产出指标", "产出指标", "效益指标"])
        #expect(found.indicators.map(\.level2) == ["数量指标", "数量指标", "社会效益指标"])
        #expect(found.indicators[1].reason?.text == "场地停用")
        #expect(found.indicators[1].place(.actual).place == "表.xlsx〔表〕C6")
        #expect(found.columns.first { $0.role == nil }?.heading.text == "备用")
        #expect(found.facts["年度"]?.text == "2022")
        #expect(found.facts["填报人"]?.text == "张三")
    }

    @Test func totalsArePrintedFiguresAndNoIndicators() throws {
        let found = try recognize([
            ("表", Self.head + "|得分\n产出|数量|讲座|20|21|100|100\n合计|||||100|99.5\n等级|优")
        ])
        #expect(found.indicators.count == 1)
        #expect(found.printedWeightTotal?.value == 100)
        #expect(found.printedTotal?.text == "99.5")
        #expect(found.printedGrade?.text == "优")
    }

    @Test func twoRowsOfHeadings() throws {
        let found = try recognize([
            (
                "表",
                """
                一级指标|二级指标|三级指标|年度指标值|||实际完成值|分值
                |||指标性质|指标值|度量单位
                产出指标|数量指标|讲座|≥|20|场|21|10
                """
            )
        ])
        let target = try #require(found.indicators.first?.target)
        #expect(target.comparison == .atLeast && target.quantity.number == 20 && target.quantity.unit == "场")
        #expect(found.indicators[0].weight?.value == 10)
    }

    @Test func namesOfLevelsUnderAWideHeading() throws {
        let found = try recognize([
            (
                "表",
                """
                绩效指标|||年度指标值|||实际完成值|分值|得分
                一级指标|二级指标|三级指标|指标性质|指标值|度量单位
                产出指标|数量指标|讲座|≥|20|场|21|10|10
                """
            )
        ])
        #expect(found.indicators.map(\.name) == ["讲座"])
        #expect(found.indicators[0].givenScore?.value == 10)
        #expect(found.indicators[0].target?.quantity.number == 20)
    }

    @Test func goalsMayStandUnderTheirLabels() throws {
        let found = try recognize([
            ("表", "预期目标|实际完成情况\n办好讲座|都办了\n" + Self.head + "\n产出|数量|讲座|20|21|100")
        ])
        #expect(found.facts["年度总体目标"]?.text == "办好讲座")
        #expect(found.facts["完成情况"]?.text == "都办了")
    }

    @Test func formulasWithoutTheirValueAreSaid() throws {
        var book = workbook([("表", Self.table)])
        book.sheets[0][1, 5] = Cell(value: .empty, shown: "", formula: "50+50", lacksCachedValue: true)
        let found = try SubmissionRecognizer.recognize(
            book, budget: nil, template: Repository.templates.template("guangzhou-department"),
            labels: Repository.templates.labels(), options: RecognitionOptions()
        ).submission
        #expect(found.indicators[0].weight == nil)
        #expect(found.notes.contains { $0.contains("F2 等 1 格是公式") })
    }

    @Test(arguments: [
        ("0.0900000762939453", "≥8%", "9%"), ("0.95", "≥90%", "95%"), ("95%", "≥90%", "95%"), ("0.5", "≥0.3%", "0.5"),
        ("1.2", "≥1%", "1.2"),
    ])
    func sharesAreReadAgainstTheTarget(actual: String, target: String, understood: String) throws {
        let found = try recognize([("表", Self.head + "\n产出|质量|合格率|\(target)|\(actual)|10")])
        #expect(found.indicators[0].actual?.text == understood)
        #expect(found.notes.contains { $0.contains(actual) } == (actual != understood))
    }

    @Test func factsComeByPriorityAndDifferencesAreSaid() throws {
        let sheets = [
            ("指标", "单位名称：甲局\n（2021年度）\n" + Self.head + "\n产出|数量|讲座|20|21|100"),
            ("基本情况", "单位名称|乙局\n年度|2022年\n完成情况|都↵完成了\n单位：元"),
        ]
        let found = try recognize(sheets)
        #expect(found.facts["单位名称"]?.text == "乙局")
        #expect(found.facts["年度"]?.text == "2022")
        #expect(found.facts["完成情况"]?.text == "都\n完成了")
        #expect(found.notes.contains { $0.contains("单位名称有两处不同") && $0.contains("甲局") && $0.contains("B1") })
        let set = try recognize(sheets) { $0.settings = [("填报单位", "丙局"), ("全年预算数", "12.50")] }
        #expect(set.facts["单位名称"]?.text == "丙局")
        #expect(set.line("合计")?[.adjusted] == Decimal(string: "12.5"))
    }

    @Test func moneyByLabelAndAsASmallTable() throws {
        let byLabel = try recognize([
            (
                "表",
                "全年预算数（元）|1,234,500.00|执行数（万元）|100\n其中：财政拨款 全年预算数（万元）|100\n执行率|81%\n" + Self.head
                    + "\n产出|数量|讲座|20|21|100"
            )
        ])
        #expect(byLabel.line("合计")?[.adjusted] == Decimal(string: "123.45"))
        #expect(byLabel.line("合计")?[.executed] == 100)
        #expect(byLabel.line("财政拨款")?[.adjusted] == 100)
        #expect(byLabel.line("合计")?.amounts[.rate]?.value == 81)
        let grid = try recognize(
            [
                (
                    "表",
                    "项目资金|年初预算数|全年预算数（A）|全年执行数（B）\n年度资金总额|20|21|19\n其中：当年财政拨款|20|20|18\n其他资金||1|1\n"
                        + Self.head + "\n产出|数量|讲座|20|21|100"
                )
            ], template: "national-project")
        #expect(grid.line("年度资金总额")?[.executed] == 19)
        #expect(grid.line("其他资金")?[.adjusted] == 1)
        // A form of another region in 元, brought to a form in 万元.
        let yuan = try recognize(
            [
                (
                    "表",
                    "项目资金↵（元）||全年预算数|全年执行数|分值\n|年度资金总额|387664.62|193832.31|10\n" + Self.head
                        + "\n产出|数量|讲座|20|21|90"
                )
            ], template: "national-project")
        #expect(yuan.line("年度资金总额")?[.adjusted] == Decimal(string: "38.766462"))
        #expect(yuan.line("年度资金总额")?[.executed] == Decimal(string: "19.383231"))
        #expect(yuan.line("年度资金总额")?[.weight] == 10)
    }

    private static let table = head + "\n产出|数量|讲座|20|21|100"

    @Test(arguments: [
        ("单位：万元\n项目|资金来源|年初预算|支出数\n甲|财政拨款|100|90", nil, "按万元理解：表头\"单位：万元\"", "100"),
        ("项目|预算数（元）|支出数（元）\n甲|2000000|10000", nil, "按元理解，折合万元：列名\"预算数（元）\"", "200"),
        ("项目|预算数|支出数\n甲|2000000.00|10000.00", nil, "按元理解，折合万元：合计 2,000,000.00", "200"),
        ("项目|预算数|支出数\n甲|123456|10000", "12.3456", "与已填全年预算数 12.3456 万元相符", "12.35"),
        ("项目|预算数|支出数\n甲|12|10", "12", "按万元理解：合计 12.00 与已填", "12"),
    ])
    func theUnitIsDecidedOnEvidence(export: String, known: String?, note: String, budget: String) throws {
        let found = try recognize([("表", Self.table)], export: export) { options in
            if let known { options.settings = [("全年预算数", known)] }
        }
        #expect(found.notes.contains { $0.contains(note) }, "\(found.notes)")
        let amount = found.line("合计")?[.adjusted] ?? found.line("合计")?[.initial]
        #expect(amount == Decimal(string: budget))
    }

    @Test func subtotalsAreNotAddedAndRowsFindTheirFund() throws {
        let found = try recognize(
            [("表", Self.table)],
            export: """
                项目名称|资金性质|支出类别|调整预算|累计支出
                工资|一般公共预算财政拨款|基本支出|100|90
                小计||基本支出|100|90
                活动|单位资金|项目支出|50|40
                借款|未知来源|项目支出|10|10
                小计||项目支出|60|50
                合计|||160|140
                """
        ) { $0.unit = "万元" }
        #expect(found.line("合计")?[.adjusted] == 160)
        #expect(found.line("财政拨款")?[.adjusted] == 100)
        #expect(found.line("其他资金")?[.executed] == 40)
        #expect(found.line("项目支出")?[.executed] == 50)
        #expect(found.line("合计")?.amounts[.adjusted]?.source.place == "表.xlsx〔导出〕D7")
        #expect(found.line("未知来源")?[.adjusted] == 10)
    }

    @Test func anotherSheetOfTheExportIsNamed() throws {
        let table = "项目名称|资金性质|支出类别|调整预算|累计支出\n工资|财政拨款|基本支出|100|90"
        var options = RecognitionOptions()
        options.unit = "万元"
        let account = try SubmissionRecognizer.recognize(
            workbook([("表", Self.table)]), budget: workbook([("封面", "甲局"), ("导出", table), ("其他资金", table)]),
            template: Repository.templates.template("guangzhou-department"), labels: Repository.templates.labels(),
            options: options
        ).account
        let named = account.unread.filter { $0.source.sheet != "表" }
        #expect(named.map(\.source.sheet) == ["封面", "其他资金"])
        #expect(named.map(\.isBlocking) == [false, true])
    }

    @Test func twoTablesAskForASheetAndAChosenOneIsRead() throws {
        let sheets = [("甲", Self.table), ("乙", Self.table + "\n||培训|1|1|1")]
        let error = #expect(throws: ToolError.self) { try recognize(sheets) }
        #expect(error?.code.exitStatus == 65)
        #expect(error?.message.contains("〔甲〕A1:F2（1 行指标）、〔乙〕A1:F3（2 行指标）") == true)
        #expect(try recognize(sheets) { $0.sheet = "乙" }.indicators.count == 2)
        #expect(try recognize(sheets) { $0.sheet = "1" }.indicators.count == 1)
        let missing = #expect(throws: ToolError.self) { try recognize(sheets) { $0.sheet = "丙" } }
        #expect(missing?.advice.contains("1 甲、2 乙") == true)
    }

    /// What no row could hold goes on below; it is one text again when it is read.
    @Test func textsThatGoOnInRowsBelowAreJoined() throws {
        let found = try recognize([
            (
                "表",
                """
                年度总体目标|开展讲座，
                （续）|服务群众，
                (续)|按期完成。
                |预期目标|实际完成情况
                年度目标|办好|全部
                （续）||办好
                \(Self.table)
                """
            )
        ])
        #expect(found.facts["年度总体目标"]?.text == "开展讲座，服务群众，按期完成。")
        #expect(found.facts["完成情况"]?.text == "全部办好")
    }

    @Test func aGoalDeclarationBesideTheTableIsNoSecondTable() throws {
        let found = try recognize([("申报表", "三级指标|年度指标值|分值\n讲座|20|100"), ("自评", Self.table)])
        #expect(found.indicators.first?.actual?.text == "21")
    }
}
