import Assessment
import FormRecognition
import Spreadsheet
import Testing

/// Sums that hold only as far as everything that counts was read, and figures that the form prints twice.
struct UncertainSumTests {
    struct Form: Sendable, CustomTestStringConvertible {
        let name: String
        /// What stands over the table.
        var above = ""
        /// The last columns' headings.
        var headings = "分值|得分|偏差原因"
        var rows = "产出|数量|培训次数|≥12次|12次|50|50|\n效益|社会|知晓率|≥85%|80%|50|43|受众少"
        /// What stands under the indicators.
        var below: String
        /// `SCO-05 must G5` of everything that is found.
        var findings: [String] = []
        /// Rules that must not have run.
        var held: [String] = []
        var testDescription: String { name }

        var grid: String { "\(above)一级指标|二级指标|三级指标|目标值|完成值|\(headings)\n\(rows)\n\(below)" }
    }

    static let money = """
        某市某局项目支出绩效自评表
        项目名称|培训
        项目资金（万元）|年初预算数|全年预算数|全年执行数|执行率|分值|得分
        年度资金总额|100|100|95|95%|WEIGHT|9.5

        """

    static let forms = [
        Form(
            name: "points taken off in a row that nobody knows", below: "临时扣减|||||0|-3|\n合计|||||100|90|",
            held: ["SCO-05"]),
        Form(
            name: "points added in a row that nobody knows", below: "领导印象分|||||5|4|\n合计|||||105|97|",
            held: ["SCO-05", "WGT-01"]),
        Form(
            name: "a total of the table alone, money scored above",
            above: money.replacingOccurrences(of: "WEIGHT", with: "10"),
            rows: "产出|数量|培训次数|≥12次|12次|50|50|\n效益|社会|知晓率|≥85%|80%|40|33|受众少", below: "合计|||||90|83|"),
        Form(
            name: "a total of the table alone, money scored without its points",
            above: money.replacingOccurrences(of: "WEIGHT", with: ""),
            rows: "产出|数量|培训次数|≥12次|12次|50|50|\n效益|社会|知晓率|≥85%|80%|40|33|受众少",
            below: "合计|||||90|83|\n自评结论|本项目自评总得分92.5分", held: ["WGT-01", "SCO-09"]),
        Form(
            name: "a total of the table alone, and another one said",
            above: money.replacingOccurrences(of: "WEIGHT", with: "10"),
            rows: "产出|数量|培训次数|≥12次|12次|50|50|\n效益|社会|知晓率|≥85%|80%|40|33|受众少",
            below: "合计|||||90|83|\n自评结论|本项目自评总得分95.5分", findings: ["SCO-05 explain B9"]),
        Form(
            name: "a rate of the money in a row of the indicators",
            above: "某市某局项目支出绩效自评表\n项目名称|培训\n项目资金（万元）|年初预算数|全年预算数|全年执行数|执行率\n年度资金总额|100|100|95|95%\n",
            rows: "产出|数量|培训次数|≥12次|12次|50|50|\n效益|社会|知晓率|≥85%|80%|40|33|受众少\n预算执行率|||≥95%|89%|10|9.5|调剂",
            below: "合计|||||100|92.5|", findings: ["BUD-01 explain E8"]),
        Form(
            name: "more points than there are", rows: "产出|数量|培训次数|≥12次|12次||50|\n效益|社会|知晓率|≥85%|80%||53|受众少",
            below: "合计||||||103|", findings: ["SCO-01 explain G4"]),
    ]

    @Test(arguments: forms)
    func isHeldAgainstWhatWasRead(form: Form) throws {
        let evaluation = try LayoutGrid.judge(form.grid).evaluation
        let rules = ["SCO-01", "SCO-05", "WGT-01", "BUD-01", "SCO-09"]
        let findings = evaluation.findings.filter { rules.contains($0.rule) }
        #expect(findings.map { "\($0.rule) \($0.level) \($0.source.cell?.description ?? "")" } == form.findings)
        for rule in form.held { #expect(evaluation.notRun.contains { $0.rule == rule }, "\(rule)") }
    }

    /// What a column was taken for on its contents is asked, and nothing must be corrected for it.
    @Test(arguments: ["备注", "相关情况"])
    func aGuessIsNoFault(heading: String) throws {
        let evaluation = try LayoutGrid.judge(
            """
            一级指标|二级指标|三级指标|目标值|完成值|分值|得分|\(heading)
            产出|数量|培训次数|≥12次|12次|50|50|
            产出|数量|培训人数|≥90人|81人|20|18|
            效益|社会|知晓率|≥85%|80%|30|26|受众少，下一步加大宣传力度
            合计|||||100|94|
            """
        ).evaluation
        #expect(!evaluation.findings.contains { $0.rule.hasPrefix("EXP") }, "\(evaluation.findings)")
        #expect(evaluation.account.unread.contains { $0.source.cell?.description == "H1" && $0.isBlocking })
        #expect(evaluation.notRun.contains { $0.rule == "EXP-01" })
    }

    /// The scores under a goal are no more than the points that its label states.
    @Test(arguments: [("15", [String]()), ("20", ["SCO-01 must A2"])])
    func scoresOfAGoal(score: String, findings: [String]) throws {
        let evaluation = try LayoutGrid.judge(
            """
            某市某办整体支出绩效自评表
            年度目标1：（40分）|保障运转
            年度绩效指标|一级指标|二级指标|三级指标|目标值|完成值|得分
            ^|产出|数量|信息篇数|≥120篇|135篇|\(score)
            ^|效益|社会|办结率|≥95%|96%|24
            年度目标2：（60分）|做好协调
            年度绩效指标|一级指标|二级指标|三级指标|目标值|完成值|得分
            ^|产出|数量|接待批次|≥200批|186批|30
            ^|效益|社会|满意度|≥90%|92%|28
            总分||||||97
            """
        ).evaluation
        let found = evaluation.findings.filter { $0.rule == "SCO-01" }
        #expect(found.map { "\($0.rule) \($0.level) \($0.source.cell?.description ?? "")" } == findings)
    }
}
