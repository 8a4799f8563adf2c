import FormJobs
import Spreadsheet
import Testing

/// What a blank prints stays, and rows come where they belong: each blank has a kind of print that filling harmed.
struct PrintedBlankTests {
    struct Blank: CustomTestStringConvertible, Sendable {
        var name: String
        var rows: [String]
        var merges: [String] = []
        var table: [String]
        var sets: [String: String] = [:]
        /// Texts and formulas by cell of the filled form.
        var stands: [String: String]
        /// Merges that the filled form must have.
        var merged: [String] = []
        var testDescription: String { name }
    }

    static let heading = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因"

    static let blanks: [Blank] = [
        Blank(
            name: "groups-stand-in-the-column-of-names",
            rows: [
                "部门整体支出绩效自评表|||||", "部门名称|||||", "指标名称|指标值|实际完成值|计量单位|分值|得分", "产出指标||||60|", "数量指标||||40|",
                "|||||", "质量指标||||20|", "|||||", "效益指标||||40|", "社会效益指标||||40|", "|||||", "合计||||100|",
            ],
            table: [
                heading, "产出指标|数量指标|促消费活动场次|≥12场|13场|20||", "产出指标|数量指标|培训企业家数|≥80家|96家|20||",
                "产出指标|质量指标|培训合格率|≥95%|96%|20||", "效益指标|社会效益指标|零售总额增速|≥5%|5.1%|40||",
            ],
            sets: ["单位名称": "某局"],
            stands: [
                "B2": "某局", "A6": "促消费活动场次", "A7": "培训企业家数", "A8": "质量指标", "E8": "20", "A9": "培训合格率", "A11": "社会效益指标",
                "A12": "零售总额增速", "A13": "合计", "E13": "=SUM(E6:E7,E9,E12)", "F13": "=SUM(F6:F7,F9,F12)",
                "F4": "=SUM(F6:F7,F9)", "F5": "=SUM(F6:F7)", "F8": "=SUM(F9)", "F10": "=SUM(F12)", "F11": "=SUM(F12)",
            ]),
        Blank(
            name: "points-of-levels-are-merged-over-rows",
            rows: [
                "专项经费绩效评价表|||||||||", "单位名称|||||||||",
                "一级指标|权重|二级指标|分值|三级指标|年度指标值|实际完成值|分值|得分|偏差原因", "预算绩效|100|预算管理|75|执行进度|40%||35||",
                "||||核减情况|0次||40||", "||财务管理|25|差错率|0%||25||",
            ],
            merges: ["A4:A6", "B4:B6", "C4:C5", "D4:D5"],
            table: [
                heading, "预算绩效|预算管理|执行进度|40%|42.4%|35||", "预算绩效|预算管理|核减情况|0次|0次|40||",
                "预算绩效|财务管理|差错率|0%|0%|25||",
            ],
            sets: ["单位名称": "某局"],
            stands: ["B4": "100", "D4": "75", "D6": "25", "F4": "40%", "H4": "35", "G4": "42.4%"],
            merged: ["A4:A6", "B4:B6", "C4:C5", "D4:D5"]),
        Blank(
            name: "a-printed-day-is-no-limit",
            rows: [
                "项目支出绩效自评表|||||||", "单位名称|||||||", heading, "产出指标|时效指标|完成时间|2022年12月31日前||100||",
            ],
            table: [heading, "产出指标|时效指标|完成时间|≤2022年12月31日|2022年12月20日|100||"],
            sets: ["单位名称": "某局"], stands: ["D4": "2022年12月31日前", "E4": "2022年12月20日"]),
        Blank(
            name: "rows-come-under-their-own-group",
            rows: [
                "项目支出绩效自评表|||||||", "单位名称|||||||", heading, "产出指标（60分）|数量指标||||||", "|质量指标||||||",
                "效益指标（40分）|社会效益指标||||||", "总分|||||100||",
            ],
            merges: ["A4:A5"],
            table: [
                heading, "产出指标|数量指标|甲|≥1次|1次|20||", "产出指标|数量指标|乙|≥1次|1次|20||", "产出指标|质量指标|丙|≥1次|1次|20||",
                "效益指标|社会效益指标|丁|≥1次|1次|40||",
            ],
            sets: ["单位名称": "某局"],
            stands: [
                "A4": "产出指标（60分）", "B4": "数量指标", "C4": "甲", "C5": "乙", "B6": "质量指标", "C6": "丙", "A7": "效益指标（40分）",
                "C7": "丁", "F8": "=SUM(F4:F7)",
            ], merged: ["A4:A6", "B4:B5"]),
        Blank(
            name: "each-breakdown-is-its-total",
            rows: [
                "部门整体支出绩效自评表||||", "单位名称||||", "年度支出规模（万元）||全年预算数|执行数|执行率", "按资金来源|财政拨款|||", "|其他资金|||", "|合计|||",
                "按支出构成|基本支出|||", "|项目支出|||", "|合计|||", "三级指标|年度指标值|实际完成值|分值|得分", "检查次数|≥10次||100|",
            ],
            table: ["三级指标|年度指标值|实际完成值|分值|得分", "检查次数|≥10次|11次|100|"],
            sets: [
                "单位名称": "某局", "财政拨款全年预算数": "60", "财政拨款全年执行数": "50", "其他资金全年预算数": "30", "其他资金全年执行数": "30",
                "基本支出全年预算数": "40", "基本支出全年执行数": "40", "项目支出全年预算数": "50", "项目支出全年执行数": "40", "全年预算数": "90",
                "全年执行数": "80",
            ],
            stands: ["C6": "=SUM(C4:C5)", "C9": "=SUM(C7:C8)", "D6": "=SUM(D4:D5)", "D9": "=SUM(D7:D8)"]),
        Blank(
            name: "each-goal-has-its-table",
            rows: [
                "部门整体绩效自评表|||||||", "单位名称|||||||", "目标1|保障运转||||||", heading, "产出指标|数量指标|甲|≥1次||30||",
                "效益指标|社会效益指标|乙|≥1次||20||", "目标2|做好接待||||||", heading, "产出指标|数量指标|丙|≥1次||30||",
                "效益指标|社会效益指标|丁|≥1次||20||", "总分|||||100||",
            ],
            table: [
                heading, "产出指标|数量指标|甲|≥1次|1次|30||", "效益指标|社会效益指标|乙|≥1次|2次|20||", "产出指标|数量指标|丙|≥1次|3次|30||",
                "效益指标|社会效益指标|丁|≥1次|4次|20||",
            ],
            sets: ["单位名称": "某局"],
            stands: ["E5": "1次", "E6": "2次", "A7": "目标2", "E9": "3次", "E10": "4次", "F11": "=SUM(F5:F6,F9:F10)"]),
        Blank(
            name: "the-unit-under-its-seal",
            rows: ["项目支出绩效自评表|||||||", "填报单位（盖章）|||||||", heading, "产出指标|数量指标||||||", "总分|||||||"],
            table: [heading, "产出指标|数量指标|甲|≥1次|1次|100||"], sets: ["单位名称": "某局"],
            stands: ["A2": "填报单位（盖章）", "B2": "某局", "C4": "甲"]),
    ]

    @Test(arguments: blanks + composed) func staysAsItIsPrinted(blank: Blank) throws {
        let library = try Examples.library()
        let sheet = BlankGrid.sheet("自评表", blank.rows, merges: blank.merges)
        var request = FillRequest(table: try BlankGrid.file("指标表.xlsx", [BlankGrid.sheet("指标表", blank.table)]))
        request.form = try BlankGrid.file("空表.xlsx", [sheet])
        request.options.settings = blank.sets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let outcome = try FillJob.run(request, library: library)
        let filled = outcome.form.workbook.sheets[0]
        for (place, text) in blank.stands.sorted(by: { $0.key < $1.key }) {
            let cell = filled[try #require(CellReference(place))]
            #expect((cell?.formula.map { "=" + $0 } ?? cell?.shown ?? "") == text, "\(place)")
        }
        for merge in blank.merged { #expect(filled.merges.map(\.description).contains(merge), "\(merge)") }
        #expect(PrintedHarm.found(blank: sheet, filled: filled) == [])
        let lost = outcome.report.evaluation.account.notPlaced.filter(\.isBlocking)
        #expect(lost.isEmpty, "\(lost.map { $0.name + $0.why })")
    }

    private static let two: [Sheet] = [
        BlankGrid.sheet("目录", ["目录|", "1|项目支出绩效自评表", "2|专项资金绩效自评表"]),
        BlankGrid.sheet("项目", ["项目支出绩效自评表|||||||", "项目名称|||||||", heading, "产出指标|数量指标||||||"]),
        BlankGrid.sheet("专项", ["专项资金绩效自评表|||||||", "专项名称|||||||", heading, "产出指标|数量指标||||||"]),
        BlankGrid.sheet("填表说明", ["填表说明", "一、金额单位为万元。"]),
    ]

    /// One of several forms was taken unasked.
    @Test func ofSeveralFormsThePersonIsAsked() throws {
        let library = try Examples.library()
        let file = try BlankGrid.file("空表.xlsx", Self.two)
        let error = #expect(throws: ToolError.self) {
            try LearnJob.run(LearnRequest(blank: file, id: "a"), library: library)
        }
        #expect(error?.message.contains("2 张空表：〔项目〕、〔专项〕") == true)
        #expect(error?.advice.contains("--sheet 项目") == true)
        for sheet in ["专项", "3"] {
            let learned = try LearnJob.run(LearnRequest(blank: file, id: "a", sheet: sheet), library: library)
            #expect(learned.yaml.contains("title: 专项资金绩效自评表") && learned.yaml.contains("sheet: 专项"))
        }
    }

    /// The sheet that was learned is the one that is filled.
    @Test func theSheetThatWasLearnedIsFilled() throws {
        let library = try Examples.library()
        let learned = try LearnedFolder(BlankGrid.file("空表.xlsx", Self.two), sheet: "专项", library: library)
        defer { learned.remove() }
        var request = FillRequest(
            table: try BlankGrid.file(
                "表.xlsx", [BlankGrid.sheet("表", [Self.heading, "产出指标|数量指标|甲|≥1次|1次|100||"])]))
        request.template = "own"
        request.options.settings = [("项目名称", "某专项")]
        let form = try FillJob.run(request, library: learned.library()).form.workbook
        #expect(form.sheets[2][CellReference(row: 3, column: 2)]?.shown == "甲")
        #expect(form.sheets[2][CellReference(row: 1, column: 1)]?.shown == "某专项")
        #expect(form.sheets[1][CellReference(row: 3, column: 2)]?.shown == "")
    }
}
