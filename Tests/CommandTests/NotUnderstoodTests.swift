import Foundation
import TestProgram
import Testing

/// What nobody knows is named and keeps the form from being called ready; what the person says of it settles it.
struct NotUnderstoodTests {
    static let whole = """
        项目支出绩效自评表
        （2024年度）
        项目名称,河道清淤,,,,,,
        主管部门,甲局,,实施单位,乙站,,,
        项目资金（万元）,,年初预算数,全年预算数,全年执行数,分值,执行率,得分
        ,年度资金总额,100,100,95,10,95%,9.5
        ,其中：当年财政拨款,100,100,95,,,
        年度总体目标,预期目标,,,实际完成情况,,,
        ,清淤20公里,,,已清淤20公里,,,
        一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
        产出指标,数量指标,清淤长度,≥20公里,20公里,30,30,
        产出指标,质量指标,验收合格率,100%,100%,20,20,
        效益指标,社会效益指标,受益村民数,≥500人,500人,30,30,
        满意度指标,服务对象满意度指标,村民满意度,≥90%,95%,10,10,
        总分,,,,,100,99.5,

        """

    /// One thing of the form that was written otherwise, and what the person says of it.
    struct Fault: CustomTestStringConvertible, Sendable {
        /// What was wrong: it was passed over.
        var name: String
        var changes: [(String, String)]
        /// The cell that has to be named.
        var cell: String
        /// What the report says of it.
        var told: String
        /// What settles it.
        var overrules: [String]
        /// Exit status then.
        var settled: Int32 = 0
        var testDescription: String { name }

        var text: String {
            changes.reduce(NotUnderstoodTests.whole) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        }
    }

    static let faults: [Fault] = [
        Fault(
            name: "targets-under-an-unknown-heading", changes: [("年度指标值", "年度水准")], cell: "D10",
            told: "没有读懂 D 列“年度水准”", overrules: ["--column", "年度指标值=D"]),
        Fault(
            name: "points-under-a-misspelt-heading", changes: [("年度指标值,实际完成值,分值", "年度指标值,实际完成值,份值")],
            cell: "F10", told: "没有读懂 F 列“份值”", overrules: ["--column", "分值=F"]),
        Fault(
            name: "reasons-under-an-unknown-heading",
            changes: [("偏差原因分析及改进措施", "情况描述栏"), ("20公里,30,30,", "20公里,30,30,超额完成")], cell: "H10",
            told: "没有读懂 H 列“情况描述栏”", overrules: ["--column", "偏差原因=H"]),
        Fault(
            name: "a-column-that-is-not-needed",
            changes: [("偏差原因分析及改进措施", "偏差原因分析及改进措施,序次"), ("20公里,30,30,", "20公里,30,30,,7")],
            cell: "I10", told: "没有读懂 I 列“序次”", overrules: ["--ignore", "列I"]),
        Fault(
            name: "a-grade-under-an-unknown-label", changes: [("总分,,,,,100,99.5,", "总分,,,,,100,99.5,\n评定档级,优")],
            cell: "A16", told: "没有读懂“评定档级”", overrules: ["--cell", "等级=B16"]),
        Fault(
            name: "a-reason-row-below-the-table", changes: [("总分,,,,,100,99.5,", "总分,,,,,100,99.5,\n未达标的缘由,雨季误工")],
            cell: "A16", told: "没有读懂“未达标的缘由”", overrules: ["--ignore", "行16"]),
        Fault(
            name: "a-fund-source-that-nobody-knows",
            changes: [("其中：当年财政拨款,100,100,95,,,", "其中：当年财政拨款,90,90,85,,,\n,村里凑的份子,10,10,10,,,")], cell: "B8",
            told: "没有读懂资金的这一行“村里凑的份子”",
            overrules: ["--cell", "其他资金年初预算数=C8", "--cell", "其他资金全年预算数=D8", "--cell", "其他资金全年执行数=E8"]),
        Fault(
            name: "amounts-under-an-unknown-heading", changes: [("年初预算数", "起初数")], cell: "C5",
            told: "没有读懂资金的这一列“起初数”", overrules: ["--column", "年初预算数=C"]),
    ]

    @Test(arguments: faults) func isNamedByCheckAndSettledByThePerson(fault: Fault) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.whole.utf8, as: "好.csv")
        try program.write(fault.text.utf8, as: "表.csv")
        let run = try program.run("check", "表.csv")
        #expect(run.status == 5)
        #expect(run.output.hasPrefix("结论：有内容没有读懂，请先确认。必须改正 0 处，"))
        #expect(run.output.contains(fault.told) && run.output.contains("　\(fault.cell)"))
        #expect(!run.output.contains("可以报送"))
        let json = try program.run("check", "表.csv", "--format", "json")
        #expect(json.status == 5 && json.output.contains(#""cell" : "\#(fault.cell)"#))
        // Of many forms the one that was not understood is told apart.
        let many = try program.run("check", "好.csv", "表.csv")
        #expect(many.status == 5 && many.output.contains("没有读懂") && many.output.contains("可以报送"))
        #expect(many.output.contains("没有读懂：\(fault.cell)“"))

        let settled = try program.run(["check", "表.csv"] + fault.overrules)
        #expect(settled.status == fault.settled, "\(settled.output)\(settled.errors)")
        #expect(settled.output.hasPrefix("结论：可以报送。") && settled.output.contains("按您的指定"))
        #expect(!settled.output.contains(fault.told))
    }

    @Test(arguments: faults) func isNamedByFillAndSettledByThePerson(fault: Fault) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(fault.text.utf8, as: "表.csv")
        let run = try program.run("fill", "表.csv", "--template", "national-project")
        #expect(run.status == 5 && run.output.hasPrefix("结论：有内容没有读懂，请先确认。"))
        #expect(run.output.contains(fault.told) && run.output.contains(" \(fault.cell)"))
        #expect(program.names(in: "Output") == ["河道清淤2024年度项目支出绩效自评表-待确认.xlsx"])
        let settled = try program.run(
            ["fill", "表.csv", "--template", "national-project", "-o", "好"] + fault.overrules)
        #expect(settled.status == 0, "\(settled.output)\(settled.errors)")
        #expect(settled.output.hasPrefix("结论：可以报送。") && settled.output.contains("按您的指定"))
        #expect(program.names(in: "好") == ["河道清淤2024年度项目支出绩效自评表.xlsx"])
    }

    /// What the person says is not there is no place that can be overruled.
    @Test(arguments: [
        ["--column", "水准=D"], ["--cell", "档级=B16"], ["--column", "得分=8"], ["--ignore", "得分"],
    ])
    func whatCantBeMeantIsRefused(arguments: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.whole.utf8, as: "表.csv")
        let run = try program.run(["check", "表.csv"] + arguments)
        #expect(run.status == 64 && run.output.isEmpty && run.errors.contains("办法："))
    }

    /// Amounts agree with each other in 元 as in 万元: their size alone tells that the unit may be wrong.
    @Test func yuanUnderTenThousandsOfYuanIsAsked() throws {
        let program = try Program()
        defer { program.remove() }
        let text = Self.whole.replacingOccurrences(of: "100,100,95", with: "308900000,308900000,293455000")
        try program.write(text.utf8, as: "表.csv")
        let run = try program.run("check", "表.csv")
        #expect(run.output.contains("[BUD-04]") && run.output.contains("按万元是 30890 亿元"), "\(run.output)")
        #expect(run.output.contains("必须改正 0 处"))
    }

    @Test(arguments: [
        ("千元", "1000,1000,950"), ("百万元", "1,1,0.95"), ("亿元", "0.01,0.01,0.0095"), ("元", "1000000,1000000,950000"),
    ])
    func everyUnitOfMoneyIsRead(unit: String, amounts: String) throws {
        let program = try Program()
        defer { program.remove() }
        let text = Self.whole.replacingOccurrences(of: "（万元）", with: "（\(unit)）")
            .replacingOccurrences(of: "100,100,95", with: amounts)
        try program.write(text.utf8, as: "表.csv")
        let run = try program.run("fill", "表.csv", "--template", "national-project", "-o", "好")
        #expect(run.status == 0 && run.output.contains("预算执行率：95.00%"), "\(run.output)\(run.errors)")
        let checked = try program.run("explain", "好/河道清淤2024年度项目支出绩效自评表.xlsx")
        #expect(checked.output.contains("95 ÷ 100"), "\(checked.output)")
    }
}
