import Assessment
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// Workbooks with several forms.
struct FormSheetsTests {
    private static func sheet(_ name: String, _ grid: String, _ visibility: Sheet.Visibility = .visible) -> Sheet {
        var sheet = Sheet(name: name)
        sheet.visibility = visibility
        for (row, line) in grid.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for (column, text) in line.split(separator: "|", omittingEmptySubsequences: false).enumerated()
            where !text.isEmpty { sheet[row, column] = Cell(text: String(text)) }
        }
        return sheet
    }

    private static func form(unit: String, actual: String) -> String {
        """
        单位名称|\(unit)
        年度|2022
        一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
        产出指标|数量指标|讲座场次|≥20场|\(actual)|90|90|
        预算执行率|预算执行率|预算执行率|=100%|100%|10|10|
        """
    }

    private static let sheets = [
        sheet("说明", "填表说明|单位名称|全体"), sheet("项目一", form(unit: "甲局", actual: "21场")),
        sheet("底稿", "旧稿|不要的", .hidden), sheet("项目二", form(unit: "乙局", actual: "5场")),
        sheet("旧表", form(unit: "丙局", actual: "1场"), .hidden),
        sheet("申报表", "三级指标|年度指标值|分值\n讲座场次|≥20场|90"),
    ]

    private static func read(_ sheets: [Sheet], sheet: String? = nil) throws -> [FormReader.Form] {
        var options = RecognitionOptions()
        options.sheet = sheet
        return try FormReader.forms(
            in: Workbook(fileName: "各项目.xlsx", sheets: sheets), library: Repository.library, options: options)
    }

    @Test func eachVisibleFormIsReadByItself() throws {
        let forms = try Self.read(Self.sheets)
        #expect(forms.map(\.sheet) == ["项目一", "项目二"])
        let submissions = try forms.map { try $0.result.get().submission }
        #expect(submissions.map { $0.facts["单位名称"]?.text } == ["甲局", "乙局"])
        #expect(submissions.map { $0.indicators.first?.actual?.text } == ["21场", "5场"])
        #expect(submissions.map(\.unitNames.count) == [1, 1])
        // What is hidden in the workbook is told once.
        #expect(submissions[0].hidden.contains { $0.source.sheet == "底稿" } && submissions[1].hidden.isEmpty)
    }

    @Test(arguments: [("项目二", "乙局"), ("2", "甲局"), ("旧表", "丙局")])
    func theOneThatIsAskedForIsReadByItself(sheet: String, unit: String) throws {
        let forms = try Self.read(Self.sheets, sheet: sheet)
        let submission = try #require(forms.first).result.get().submission
        #expect(forms.count == 1 && forms[0].sheet == nil && submission.facts["单位名称"]?.text == unit)
    }

    /// A form beside a declaration and an explanation is one form, and what stands on their sheets is read with it.
    @Test func oneFormIsNoneOfSeveral() throws {
        let forms = try Self.read([Self.sheets[0], Self.sheets[1], Self.sheets[5]])
        #expect(forms.count == 1 && forms[0].sheet == nil)
    }

    /// Whole forms on one sheet, of which nothing but their own points and what stands over them tells where each begins.
    @Test(arguments: [
        ("right below one another", ""), ("after an empty row", "\n"), ("numbered", "表2\n"),
        ("called by its project", "送戏下乡项目\n"),
        ("after who signs", "填报人：张三\n"), ("after a grade", "评价等级|优\n"),
    ])
    func formsOnOneSheetAreReadEach(name: String, between: String) throws {
        let twice = Self.form(unit: "甲局", actual: "21场") + "\n" + between + Self.form(unit: "乙局", actual: "22场")
        let forms = try Self.read([Self.sheet("表", twice), Self.sheets[1]])
        let read = try forms.map { try $0.result.get().submission }
        #expect(read.map { $0.facts["单位名称"]?.text }.prefix(2) == ["甲局", "乙局"], "\(name)")
        #expect(read.map { $0.indicators.first?.actual?.text }.prefix(2) == ["21场", "22场"], "\(name)")
        #expect(read.map(\.indicators.count).prefix(2) == [2, 2], "\(name)")
        // What ends a form is its own.
        #expect(read[0].facts["填报人"]?.text == (between.contains("张三") ? "张三" : nil))
        #expect(read[0].printedGrade?.text == (between.contains("优") ? "优" : nil))
    }

    /// Two forms beside one another are called by their columns.
    @Test func formsSideBySideAreReadEach() throws {
        func half(_ name: String, _ score: Int) -> [String] {
            [
                "一级指标|三级指标|目标值|实际值|分值|得分", "产出指标|\(name)|≥5次|6次|60|\(score)", "效益指标|满意度|≥85%|90%|40|40",
                "合计||||100|100",
            ]
        }
        let rows = zip(half("培训次数", 60), half("检查次数", 61)).map { "\($0)||\($1)" }
        let forms = try Self.read([Self.sheet("表", rows.joined(separator: "\n"))])
        #expect(forms.map(\.sheet) == ["表，A 列起", "表，H 列起"])
        let read = try forms.map { try $0.result.get().submission }
        #expect(read.map { $0.indicators.first?.name } == ["培训次数", "检查次数"])
        #expect(read.map(\.printedTotal?.value) == [100, 100])
        #expect(read[1].indicators.first?.givenScore?.source.cell?.description == "M2")
    }

    /// Halves of one form beside one another, with its points between them, stay one.
    @Test func halvesOfAFormAreOne() throws {
        let rows = [
            "一级指标|三级指标|目标值|实际值|分值|得分||一级指标|三级指标|目标值|实际值|分值|得分", "产出指标|培训次数|≥5次|6次|60|60||效益指标|满意度|≥85%|90%|40|40",
        ]
        let forms = try Self.read([Self.sheet("表", rows.joined(separator: "\n"))])
        #expect(forms.map(\.sheet) == [nil])
        #expect(try forms[0].result.get().submission.indicators.count == 2)
    }

    /// Forms below one another, each under its title, are read each by itself; what goes on under the same title is no second form.
    @Test func formsUnderTitlesOfTheirOwnOnOneSheetAreReadEach() throws {
        func stacked(_ title: String) -> String {
            "项目支出绩效自评表\n" + Self.form(unit: "甲局", actual: "21场") + "\n\n\(title)\n"
                + Self.form(unit: "乙局", actual: "5场")
        }
        for title in ["项目支出绩效自评表", "2023年度财政项目绩效评价表（2023年）"] {
            let forms = try Self.read([Self.sheet("表", stacked(title)), Self.sheets[1]])
            let first =
                stacked(title).split(separator: "\n", omittingEmptySubsequences: false).lastIndex { $0 == title } ?? 0
            #expect(forms.map(\.sheet).prefix(2) == ["表，第 1 行起", "表，第 \(first + 1) 行起"])
            let read = try forms.map { try $0.result.get().submission }
            #expect(read.map { $0.facts["单位名称"]?.text }.prefix(2) == ["甲局", "乙局"])
            #expect(read.map { $0.indicators.first?.actual?.text }.prefix(2) == ["21场", "5场"])
            // Cells are those of the file.
            let line = stacked(title).split(separator: "\n", omittingEmptySubsequences: false).lastIndex {
                $0.contains("5场")
            }
            #expect(read[1].indicators.first?.actual?.source.cell?.row == line)
        }
        let goesOn = #expect(throws: ToolError.self) {
            try Self.read([Self.sheet("表", stacked("项目支出绩效自评表（续）")), Self.sheets[1]])
        }
        #expect(goesOn?.code.rawValue == "not-readable.two-tables")
    }

    /// Published forms in one workbook give the findings that each gives alone.
    @Test(.enabled(if: Repository.cases != nil, "needs ../shared/cases"))
    func togetherTheyGiveWhatEachGivesAlone() throws {
        let cases = try #require(Repository.cases)
        let names = ["zhongjiang-water-2022", "yongde-mingliang-school-2022", "langfang-food-school-2019"]
        let books = try names.map { try WorkbookReader.read(path: "\(cases)/\($0).xlsx") }
        let sheets = zip(names, books).map { name, book in
            var sheet = book.sheets[0]
            sheet.name = name
            return sheet
        }
        let forms = try Self.read(sheets)
        #expect(forms.map(\.sheet) == names)
        for (form, book) in zip(forms, books) {
            let together = try Self.findings(form.result.get())
            let alone = try Self.findings(FormReader.read(book, library: Repository.library))
            #expect(!alone.isEmpty && together == alone)
        }
    }

    private static func findings(_ form: RecognizedForm) -> [String] {
        Evaluator.evaluate(form.submission, standard: form.template.standard).findings.map {
            "\($0.rule) \($0.source.cell?.description ?? "") \($0.found) \($0.expected)"
        }
    }
}
