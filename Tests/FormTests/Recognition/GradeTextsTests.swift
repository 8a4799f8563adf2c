import Assessment
import FormRecognition
import Spreadsheet
import Testing

/// What a form says of its grades outside the table: bands wherever they stand, ticks, and totals and grades in prose.
struct GradeTextsTests {
    struct Lines: Sendable, CustomTestStringConvertible {
        let name: String
        /// What stands below the table, whose total is 93.
        let lines: String
        var above = ""
        /// `SCO-06 must B5` of what SCO-05 and SCO-06 say.
        var findings: [String] = []
        /// Cells that are asked for.
        var asked: [String] = []
        /// SCO-06 ran.
        var runs = true

        var testDescription: String { name }
    }

    static let forms = [
        Lines(name: "one line", lines: "评价等级|良好\n优秀（95-100分）、良好（85-94分）、一般（70-84分）、较差（70分以下）"),
        Lines(name: "behind the label of a grade", lines: "等级|良好\n评价等级：优秀95-100分，良好85-95分，一般70-85分，较差70分以下"),
        Lines(name: "signs on both sides", lines: "等级|良\n优≥95分，95分>良≥85分，85分>中≥60分，差<60分"),
        Lines(name: "a band a cell", lines: "评价等级|良好\n优秀≥95分|良好85-95分|一般70-85分|较差70分以下"),
        Lines(name: "names over bounds", lines: "评价等级|良好\n等级|优秀|良好|一般|较差\n分数|95-100|85-94|70-84|0-69"),
        Lines(name: "a band a row", lines: "评价等级|良好\n优秀|95分（含）以上\n良好|85分（含）-95分\n一般|70分（含）-85分\n较差|70分以下"),
        Lines(name: "in the label", lines: "评价等级（优≥95，良≥85，中≥60，差<60）|良"),
        Lines(name: "beside the grade", lines: "评价等级|良|优：95分以上；良：85-95分；中：60-85分；差：60分以下"),
        Lines(name: "above the table", lines: "评价等级|良", above: "填表说明：1.得分95分以上为优，85-95分为良，60-85分为中，60分以下为差。\n"),
        Lines(
            name: "another grade than its band", lines: "评价等级|优\n优≥95分，95分>良≥85分，85分>中≥60分，差<60分",
            findings: ["SCO-06 must B5"]),
        Lines(name: "一等", lines: "评价等级|二等\n一等（95分及以上）、二等（80-95分）、三等（60-80分）、四等（60分以下）"),
        Lines(
            name: "A of another band", lines: "评价等级|A\nA（95分及以上）、B（80-95分）、C（60-80分）、D（60分以下）",
            findings: ["SCO-06 must B5"]),
        Lines(name: "no bands after all", lines: "评价等级|良好\n优秀95，良好85，一般70，其余为较差", asked: ["A6"], runs: false),
        Lines(
            name: "two scales", lines: "评价等级|良\n优≥95分，95分>良≥85分，85分>中≥60分，差<60分\n注：90分以上为优，80-90分为良，60-80分为中，60分以下为差",
            asked: ["A7"], runs: false),
        Lines(name: "ticked behind", lines: "自评等级|优☑ 良□ 中□ 差□"),
        Lines(name: "ticked in brackets behind", lines: "自评等级|优（ ）良（√）中（ ）差（ ）", findings: ["SCO-06 must B5"]),
        Lines(name: "ticked in brackets before", lines: "自评等级|（√）优（ ）良（ ）中"),
        Lines(name: "a tick alone", lines: "自评等级|优 良√ 中 差", findings: ["SCO-06 must B5"]),
        Lines(name: "circles", lines: "自评等级|○优 ●良 ○中 ○差", findings: ["SCO-06 must B5"]),
        Lines(name: "ticked beside bands", lines: "自评等级|优（95-100分）□ 良（85-94分）☑ 中（60-84分）□ 差（60分以下）□"),
        Lines(name: "a box on both sides", lines: "自评等级|□优√良□中□", asked: ["B5"], runs: false),
        Lines(name: "words without spaces", lines: "自评等级|优√良中差", asked: ["B5"], runs: false),
        Lines(name: "another total in prose", lines: "自评结论|本项目自评得分95.75分，等级为优。", findings: ["SCO-05 explain B5"]),
        Lines(name: "the same in prose", lines: "自评结论|总分100分，自评总得分为93分，评定为优。产出指标得分50分。"),
        Lines(
            name: "another grade in prose", lines: "自评等级|优\n自评结论|经自评，综合得分93分，评定为良好。", findings: ["SCO-06 explain B6"]),
        Lines(
            name: "totals of two in prose", lines: "自评结论|单位自评得分98分，评定为良。",
            findings: ["SCO-05 explain B5", "SCO-06 explain B5"], runs: true),
        Lines(name: "last year and counts in prose", lines: "自评等级|优\n存在问题|去年自评得分92分，等级为优，今年抽查合格98家、不合格66家。"),
        Lines(
            name: "points that the project got", lines: "自我评价：本项目得95分，结果为良好。",
            findings: ["SCO-05 explain A5", "SCO-06 explain A5"]),
        Lines(name: "points that the unit gives itself", lines: "自评结论|我局自评95分。", findings: ["SCO-05 explain B5"]),
        Lines(
            name: "points after those that could be had", lines: "自评结论|满分100分，得95分。", findings: ["SCO-05 explain B5"]),
        Lines(
            name: "what it came out as", lines: "自评等级|优\n自评结论|综合评定得93分，最终结果为良好。",
            findings: ["SCO-06 explain B6"]),
        Lines(name: "points of parts in prose", lines: "自评结论|投入得15分，过程得20分，满意度调查得9分，质量检测结果为合格，抽查得5分的3家。"),
        Lines(name: "points of an indicator in prose", lines: "自评结论|培训指标满分10分，得9分；宣传满分5分，得4分，扣1分。"),
        Lines(name: "a box a cell", lines: "自评等级|优□|良☑|中□|差□", findings: ["SCO-06 must C5"]),
        Lines(name: "a letter with 级", lines: "自评等级|B级\nA级95-100；B级80-95；C级60-80；D级60以下"),
        Lines(
            name: "among brackets of 在…之间",
            lines: "评价等级|良\n得分在95（含）—100分之间的，等级为“优”；在85（含）—95分之间的，等级为“良”；60分（含）至85分为“中”；60分以下的，为“差”。"),
        Lines(name: "rates of people", lines: "自评等级|优\n完成情况|优良率≥95%，合格率≥90%"),
    ]

    @Test(arguments: forms)
    func readsGrades(form: Lines) throws {
        let table = """
            一级指标|二级指标|三级指标|目标值|实际值|分值|得分|偏差原因
            产出指标|数量指标|培训次数|≥12次|12次|50|50|
            效益指标|社会效益|知晓率|≥85%|80%|50|43|受众少
            合计|||||100|93|

            """
        let evaluation = try LayoutGrid.judge(form.above + table + form.lines).evaluation
        let findings = evaluation.findings.filter { ["SCO-05", "SCO-06"].contains($0.rule) }
        #expect(findings.map { "\($0.rule) \($0.level) \($0.source.cell?.description ?? "")" } == form.findings)
        #expect(
            evaluation.account.unread.filter(\.isBlocking).map { $0.source.cell?.description ?? "" } == form.asked)
        let hasGrade =
            form.lines.contains("等级|") || form.lines.contains("）|") || form.findings.contains { $0.hasPrefix("SCO-06") }
        #expect(evaluation.rulesRun.contains("SCO-06") == (form.runs && hasGrade))
    }

    /// Bands beside the indicators, merged over their rows.
    @Test(arguments: ["评分等级说明", "等级标准"])
    func bandsBesideTheIndicators(heading: String) throws {
        let evaluation = try LayoutGrid.judge(
            """
            一级指标|二级指标|三级指标|目标值|实际值|分值|得分|\(heading)
            产出指标|数量指标|培训次数|≥12次|12次|50|50|优：95分以上；良：85-95分；中：60-85分；差：60分以下
            效益指标|社会效益|知晓率|≥85%|80%|50|43|^
            合计|||||100|93|
            评价等级|良||||||
            """
        ).evaluation
        #expect(evaluation.rulesRun.contains("SCO-06"))
        #expect(!evaluation.findings.contains { $0.rule == "SCO-06" })
    }

    /// A cell that says its total and nothing else has the place of the printed one.
    @Test func totalOfOneCell() throws {
        let evaluation = try LayoutGrid.judge(
            """
            一级指标|二级指标|三级指标|目标值|实际值|分值|得分|偏差原因
            产出指标|数量指标|培训次数|≥12次|12次|50|50|
            效益指标|社会效益|知晓率|≥85%|80%|50|43|受众少
            总分：99.8分，等级：优
            """
        ).evaluation
        #expect(evaluation.submission.printedTotal?.value == 99.8)
        #expect(evaluation.submission.printedGrade?.text == "优")
        #expect(evaluation.findings.contains { $0.rule == "SCO-05" && $0.level == .must })
        #expect(evaluation.account.unread.isEmpty)
    }
}
