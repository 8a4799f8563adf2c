import TestProgram
import Testing

/// What the person says goes before every heading, and a sheet that was asked for before its neighbours.
struct ToldTableTests {
    /// None of the headings is known: the columns that the person names make the table. The money above has words in the same columns.
    @Test(arguments: ["具体看什么", "三级指标"])
    func columnsMakeTheTable(name: String) throws {
        let program = try Program()
        defer { program.remove() }
        let form = """
            某区路灯改造自评
            钱从哪来,批了多少,能用多少,花了多少,占分,进度,拿分,备忘
            总盘子,300,320,304,10,95%,9.5,
            大类,小类,\(name),定的数,干成的数,占分,拿分,为啥没拿满
            产出,数量,改造路灯,≥500盏,500盏,50,50,
            效益,社会,投诉下降率,≥30%,27%,40,36,巷子拆迁
            拢共,,,,,90,86,

            """
        try program.write(form.utf8, as: "表.csv")
        let columns = ["一级指标=A", "二级指标=B", "三级指标=C", "年度指标值=D", "实际完成值=E", "分值=F", "得分=G", "偏差原因=H"]
        let run = try program.run(["check", "表.csv", "--format", "json"] + columns.flatMap { ["--column", $0] })
        #expect(run.output.contains(#""rule" : "SCO-05""#) || run.status == 5, "\(run.output)\(run.errors)")
        let explained = try program.run(["explain", "表.csv"] + columns.flatMap { ["--column", $0] })
        #expect(explained.output.contains("改造路灯") && explained.output.contains("投诉下降率"), "\(explained.output)")
        #expect(!explained.output.contains("总盘子　"), "\(explained.output)")
    }

    /// A finance export with 年初预算, 调整预算 and 全年预算数: the last is what it says, the second what was changed.
    @Test(arguments: ["调整预算", "调整预算数"])
    func theBudgetByItsOwnName(change: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            """
            单位名称,项目名称,资金来源,年初预算,\(change),全年预算数,累计支出
            甲局,路灯,财政拨款,200,20,220,210
            甲局,路灯,其他资金,100,0,100,94
            合计,,,300,20,320,304

            """.utf8, as: "导出.csv")
        try program.write(
            "三级指标,年度指标值,实际完成值,分值,得分\n改造路灯,≥500盏,500盏,90,90\n".utf8, as: "表.csv")
        let run = try program.run(
            "fill", "表.csv", "--template", "national-project", "--budget", "导出.csv", "--set", "项目名称=路灯", "--unit", "万元",
            "-o", "结果.xlsx")
        #expect(run.output.contains("预算执行率：95.00%"), "\(run.output)\(run.errors)")
    }
}
