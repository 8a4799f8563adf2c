import Assessment
import FormRecognition
import Spreadsheet
import Testing

/// Indicator tables of layouts that no template has: what is read of them, and what must be corrected.
struct TableLayoutTests {
    struct Layout: Sendable, CustomTestStringConvertible {
        let name: String
        let grid: String
        /// `一级/二级/名称 分值 得分` of each indicator.
        let rows: [String]
        /// `SCO-01 E5` of everything that must be corrected.
        var musts: [String] = []
        /// Cells that are asked for.
        var asked: [String] = []

        var testDescription: String { name }
    }

    static let layouts = [
        Layout(
            name: "a column of points behind each level, under three rows of headings",
            grid: """
                某市某局整体支出自评评分表
                单位名称|某局
                评价指标|<|<|<|<|<|指标说明|评分标准|扣分原因|得分
                一级指标|<|二级指标|<|三级指标|<|^|^|^|^
                名称|权重(%)|名称|权重(%)|名称|权重(%)|^|^|^|^
                投入|60|预算|40|编制合理性|20|是否合理|合理得20分||20
                ^|^|^|^|编制规范性|20|是否规范|规范得20分||21
                ^|^|目标|20|目标明确性|15|是否明确|明确得15分||15
                效果|40|履职|40|完成率|40|完成情况|按率计分|个别事项推迟|38
                合计|<|<|<|<|100||||94
                """,
            rows: ["投入/预算/编制合理性 20 20", "投入/预算/编制规范性 20 21", "投入/目标/目标明确性 15 15", "效果/履职/完成率 40 38"],
            musts: ["WGT-01 F10", "WGT-03 B6", "WGT-03 D8", "SCO-01 J7"]),
        Layout(
            name: "four levels, scores without target and actual",
            grid: """
                一级指标|二级指标|三级指标|四级指标|分值|评分标准|自评得分|失分原因
                投入|目标|设定|目标合理性|40|合理得满分|40|
                ^|^|^|目标明确性|20|明确得满分|18|部分指标不细
                过程|执行|进度|支出率|40|按比例得分|39|
                合计|<|<|<|100||97|
                """,
            rows: ["投入/设定/目标合理性 40 40", "投入/设定/目标明确性 20 18", "过程/进度/支出率 40 39"],
            musts: ["EXP-01 H4"]),
        Layout(
            name: "two levels alone",
            grid: """
                一级指标|二级指标|分值|评分标准|得分|扣分原因
                投入|预算编制合理性|30|合理得满分|30|
                ^|预算编制规范性|20|规范得满分|20|
                过程|执行进度|50|按进度|50|
                合计|<|100||99|
                """,
            rows: ["投入//预算编制合理性 30 30", "投入//预算编制规范性 20 20", "过程//执行进度 50 50"],
            musts: ["SCO-05 E5"]),
        Layout(
            name: "words for indicators of whatever level go by their order",
            grid: """
                指标类别|评价内容|考核指标|目标|完成情况|标准分|自评分|扣分说明
                产出|数量|培训次数|≥12次|13次|50|50|
                效益|社会效益|知晓率|≥85%|80%|40|40|
                满意度|满意度|群众满意度|≥90%|95%|10|10|
                总分|<|<|||100|100|
                """,
            rows: ["产出/数量/培训次数 50 50", "效益/社会效益/知晓率 40 40", "满意度/满意度/群众满意度 10 10"],
            musts: ["SCO-04 G3"]),
        Layout(
            name: "groups and indicators in one column, numbered",
            grid: """
                指标名称|目标值|完成值|分值|得分|未达标原因
                一、产出指标|||60|57|
                （一）数量指标|||30|30|
                1.检查次数|≥20次|22次|30|30|
                （二）质量指标|||30|28.42|
                1.整改率|≥95%|90%|30|28.42|个别未完成
                二、效益指标|||40|40|
                （一）社会效益|||40|40|
                1.知晓率|≥80%|85%|40|40|
                合计|||100|98.42|
                """,
            rows: [
                "一、产出指标/（一）数量指标/1.检查次数 30 30", "一、产出指标/（二）质量指标/1.整改率 30 28.42",
                "二、效益指标/（一）社会效益/1.知晓率 40 40",
            ],
            musts: ["SCO-05 E2"]),
        Layout(
            name: "groups in one column that their words tell, the points of one of them wrong",
            grid: """
                绩效指标|计算符号|指标值|实际值|单位|分值|得分|未完成原因
                产出指标||||||40|50
                数量指标||||||30|30
                培训场次|≥|12|13|场|30|30|
                质量指标||||||20|20
                合格率|≥|95|96|%|20|20|
                满意度指标||||||50|50
                服务对象满意度||||||50|50
                群众满意度|≥|90|95|%|50|50|
                合计|||||100|100|
                """.replacing("||||||", with: "|||||"),
            rows: ["产出指标/数量指标/培训场次 30 30", "产出指标/质量指标/合格率 20 20", "满意度指标/服务对象满意度/群众满意度 50 50"],
            musts: ["WGT-03 F2"]),
        Layout(
            name: "one heading over the columns of all levels",
            grid: """
                绩效指标|<|<|年度目标|实际完成|权重|评分
                产出|数量|检查次数|≥20次|15次|60|60
                效益|社会效益|知晓率|≥80%|85%|40|40
                合计|<|<|||100|100
                """,
            rows: ["产出/数量/检查次数 60 60", "效益/社会效益/知晓率 40 40"], musts: ["SCO-04 G2"]),
        Layout(
            name: "a table for each goal",
            grid: """
                年度目标1：完成检查任务
                三级指标|目标值|完成值|分值|得分
                检查次数|≥20次|22次|50|50
                年度目标2：完成培训任务
                三级指标|目标值|完成值|分值|得分
                培训次数|≥10次|8次|50|50
                总分|||100|100
                """,
            rows: ["//检查次数 50 50", "//培训次数 50 50"], musts: ["SCO-04 E6"]),
        Layout(
            name: "headings that are repeated on the next page, groups that go on under them",
            grid: """
                一级指标|二级指标|三级指标|指标值|完成值|分值|得分
                产出指标（70分）|数量指标|检查次数|≥20次|22次|30|30
                ||培训次数|≥10次|10次|20|20
                一级指标|二级指标|三级指标|指标值|完成值|分值|得分
                ||抽检批次|≥5批|5批|20|20
                效益指标（30分）|社会效益|知晓率|≥80%|85%|30|30
                合计|||||100|100
                """,
            rows: [
                "产出指标/数量指标/检查次数 30 30", "产出指标/数量指标/培训次数 20 20", "产出指标/数量指标/抽检批次 20 20",
                "效益指标/社会效益/知晓率 30 30",
            ]),
        Layout(
            name: "two tables side by side",
            grid: """
                三级指标|指标值|完成值|分值|得分|三级指标|指标值|完成值|分值|得分
                检查次数|≥20次|22次|25|25|培训次数|≥10次|8次|25|25
                整改率|≥95%|96%|25|25|知晓率|≥80%|85%|25|25
                """,
            rows: ["//检查次数 25 25", "//整改率 25 25", "//培训次数 25 25", "//知晓率 25 25"], musts: ["SCO-04 J2"]),
        Layout(
            name: "a subtotal of all groups in the first column",
            grid: """
                一级指标|二级指标|三级指标|指标值|完成值|分值|得分
                产出指标|数量指标|检查次数|≥20次|20次|50|50
                效益指标|社会效益指标|知晓率|≥80%|85%|40|40
                小计|||||90|90
                """,
            rows: ["产出指标/数量指标/检查次数 50 50", "效益指标/社会效益指标/知晓率 40 40"]),
        Layout(
            name: "a subtotal that is not the sum of its group",
            grid: """
                一级指标|二级指标|三级指标|指标值|完成值|分值|得分
                产出指标|数量指标|检查次数|≥20次|20次|50|50
                |质量指标|整改率|≥90%|95%|10|10
                小计|||||50|60
                效益指标|社会效益指标|知晓率|≥80%|85%|40|40
                小计|||||40|40
                """,
            rows: ["产出指标/数量指标/检查次数 50 50", "产出指标/质量指标/整改率 10 10", "效益指标/社会效益指标/知晓率 40 40"],
            musts: ["WGT-03 F4"]),
        Layout(
            name: "headings that nobody knows are judged by what stands under them, and shown as guesses",
            grid: """
                一级指标|二级指标|三级指标|应达水准|实绩如何|份值|打分结果|为何没做到
                产出指标|数量指标|培训次数|≥12次|13次|50|50|
                ^|质量指标|合格率|≥95%|90%|40|37.9|学员缺考
                满意度指标|满意度|群众满意度|≥90%|95%|10|10|
                """,
            rows: ["产出指标/数量指标/培训次数 50 50", "产出指标/质量指标/合格率 40 37.9", "满意度指标/满意度/群众满意度 10 10"],
            asked: ["D1", "E1", "F1", "G1", "H1"]),
        Layout(
            name: "a label of the first level that is lost is asked for: its group is used up",
            grid: """
                一级指标|二级指标|三级指标|指标值|完成值|分值|得分
                产出指标（50分）|数量指标|检查次数|≥20次|22次|30|30
                |质量指标|整改率|≥95%|96%|20|20
                |公众反响|知晓率|≥80%|85%|50|50
                """,
            rows: ["产出指标/数量指标/检查次数 30 30", "产出指标/质量指标/整改率 20 20", "产出指标/公众反响/知晓率 50 50"], asked: ["A4"]),
        Layout(
            name: "a label of the first level that is lost is asked for: the cell above it has ended",
            grid: """
                一级指标|二级指标|三级指标|指标值|完成值|分值|得分
                产出|数量|检查次数|≥20次|22次|30|30
                ^|质量|整改率|≥95%|96%|30|30
                |反响|知晓率|≥80%|85%|40|40
                """,
            rows: ["产出/数量/检查次数 30 30", "产出/质量/整改率 30 30", "产出/反响/知晓率 40 40"], asked: ["A4"]),
    ]

    @Test(arguments: layouts)
    func isReadAndJudged(layout: Layout) throws { try Self.judge(layout) }

    /// Holds a layout against what must be read and found.
    static func judge(_ layout: Layout) throws {
        let (form, evaluation) = try LayoutGrid.judge(layout.grid)
        let rows = form.submission.indicators.map {
            "\($0.level1)/\($0.level2)/\($0.name) \($0.weight?.text ?? "-") \($0.givenScore?.text ?? "-")"
        }
        #expect(rows == layout.rows, "\(layout.name)")
        let musts = evaluation.findings.filter { $0.level == .must }.map {
            "\($0.rule) \($0.source.cell?.description ?? "-")"
        }
        #expect(Set(musts) == Set(layout.musts), "\(layout.name)")
        let asked = form.account.unread.filter(\.isBlocking).compactMap { $0.cells.first?.description }
        #expect(asked.filter { cell in layout.asked.contains(cell) } == layout.asked)
        if layout.asked.isEmpty, !layout.grid.contains("年度目标1") { #expect(asked == []) }
    }

    struct Paper: Sendable, CustomTestStringConvertible {
        let kind: PaperKind
        let grid: String
        var testDescription: String { kind.rawValue }
    }

    static let papers = [
        Paper(
            kind: .goalDeclaration,
            grid: """
                某区专项资金绩效目标申报表
                一级指标|二级指标|三级指标|指标值
                产出指标|数量指标|检查次数|≥20次
                效益指标|社会效益|知晓率|≥80%
                """),
        Paper(
            kind: .monitoring,
            grid: """
                某区项目绩效运行监控表
                一级指标|指标名称|年度指标值|上半年完成|完成目标可能性|备注
                产出指标|检查次数|≥20次|9次|确定能|
                效益指标|知晓率|≥80%|75%|有可能|正在宣传
                """),
        Paper(
            kind: .review,
            grid: """
                某区项目绩效自评复核表
                一级指标|二级指标|三级指标|指标值|权重|自评完成值|自评得分|复核完成值|复核得分|偏离度
                产出指标|数量指标|检查次数|≥20次|60|9次|60|9次|27|55%
                效益指标|社会效益|知晓率|≥80%|40|85%|40|85%|40|0%
                """),
        Paper(
            kind: .selfAssessment,
            grid: """
                环境监测项目绩效目标自评表
                一级指标|二级指标|三级指标|指标值|完成值|分值|得分
                产出指标|数量指标|检查次数|≥20次|22次|60|60
                效益指标|社会效益|知晓率|≥80%|85%|40|40
                """),
    ]

    /// Another paper of the year's round is named, and none of its cells is asked to be what a self-assessment has.
    @Test(arguments: papers)
    func otherPapersAreNamed(paper: Paper) throws {
        let (form, evaluation) = try LayoutGrid.judge(paper.grid)
        #expect(form.submission.paper == paper.kind)
        #expect(evaluation.findings.filter { $0.level == .must }.isEmpty)
        guard paper.kind != .selfAssessment else {
            #expect(evaluation.whyNoForm == nil && evaluation.canBeHandedIn)
            return
        }
        #expect(evaluation.whyNoForm == "这是\(paper.kind.rawValue)，不是自评表")
        #expect(!evaluation.canBeHandedIn)
        #expect(!evaluation.rulesRun.contains("VAL-01") && !evaluation.rulesRun.contains("SCO-04"))
    }
}
