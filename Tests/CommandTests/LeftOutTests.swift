import TestProgram
import Testing

/// What the person says is not needed may be what a rule reckons with: nothing is certain then, and nothing must be corrected for it.
struct LeftOutTests {
    /// Headings that nobody knows, over money with the points of 预算执行率.
    static let form = """
        某区青年书屋项目支出绩效自评表
        项目名称,青年书屋运营,,主管部门,甲局,,,
        资金情况（万元）,年头的预算,花了的钱,花钱比例,份值,得了几分,,
        年度资金总额,50,45,90%,10,9,,
        其中：财政资金,40,36,,,,,
        单位自己的钱,10,9,,,,,
        一级指标,二级指标,三级指标,年初定的目标,年底做到,份值,自己打分,没做到的缘由
        产出指标,数量指标,举办活动场次,≥20场,22场,20,20,
        ,质量指标,图书完好率,≥95%,93%,15,14.68,部分旧书破损
        ,时效指标,按时开放天数,≥300天,310天,15,15,
        效益指标,社会效益指标,到馆人次,≥1万人次,12000人次,30,30,
        满意度指标,服务对象满意度指标,读者满意度,≥90%,92%,10,10,
        合计,,,,,100,TOTAL,
        自我评价：本项目得98.68分，结果为优秀。

        """
    static let columns = [
        "--column", "年度指标值=D", "--column", "实际完成值=E", "--column", "分值=F", "--column", "得分=G", "--column", "偏差原因=H",
    ]
    static let money = [
        "--cell", "全年预算数=B4", "--cell", "全年执行数=C4", "--cell", "财政拨款全年预算数=B5", "--cell", "财政拨款全年执行数=C5",
        "--cell", "单位资金全年预算数=B6", "--cell", "单位资金全年执行数=C6",
    ]

    private func check(
        _ arguments: [String], columns: [String] = columns, total: String = "98.68"
    ) throws -> Program.Result {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.form.replacingOccurrences(of: "TOTAL", with: total).utf8, as: "表.csv")
        return try program.run(["check", "表.csv"] + columns + arguments)
    }

    /// The points that stand with the money were said to be not needed: neither 分值 nor 得分 are held against the totals.
    @Test(arguments: [
        (money + ["--ignore", "A3:F4"], ["WGT-01、SCO-05：按您的指定没有用 A3“资金情况（万元）”"]),
        (["--ignore", "A3:F6"], ["WGT-01、", "BUD-06", "SCO-05：按您的指定没有用 A3"]),
        (money + ["--ignore", "D4:F4", "--ignore", "行3"], ["WGT-01、SCO-05：按您的指定没有用"]),
    ])
    func pointsBesideTheMoneyAreMissed(arguments: [String], told: [String]) throws {
        let run = try check(arguments)
        #expect(run.output.contains("必须改正 0 处"), "\(run.output)\(run.errors)")
        for words in told { #expect(run.output.contains(words), "\(run.output)") }
    }

    /// The points of 预算执行率 can be pointed at, by the names that people use.
    @Test(arguments: [("预算执行率分值", "预算执行率得分"), ("执行率分值", "执行率得分"), ("执行率权重", "预算执行率 得分")])
    func pointsOfTheRateArePointedAt(weight: String, score: String) throws {
        let told = Self.money + ["--cell", "预算执行率=D4", "--cell", "\(weight)=E4", "--cell", "\(score)=F4"]
        let right = try check(told)
        #expect(right.status == 0 && right.output.contains("98.68（分值合计 100）"), "\(right.output)\(right.errors)")
        // The text says 98.68, and the points make it.
        let wrong = try check(told, total: "80.68")
        #expect(wrong.status == 3 && wrong.output.contains("各项得分相加是 98.68"), "\(wrong.output)")
    }

    /// A name that is none lists those that can be written, the outcome and the rate among them.
    @Test func theNamesAreListed() throws {
        let run = try check(["--cell", "？=F4"])
        #expect(run.status == 64)
        for name in ["总分", "等级", "预算执行率分值", "预算执行率得分", "预算执行率原因"] { #expect(run.errors.contains("、\(name)、")) }
    }

    /// A column that is not needed is not to be deleted, and how much goes with it is said.
    @Test func aColumnThatIsNotNeededStays() throws {
        let run = try check(
            Self.money + ["--ignore", "列H", "--ignore", "H9"], columns: Self.columns.dropLast(2))
        #expect(run.output.contains("列H：按您的指定不用，共 2 格，第 7—9 行（") && run.output.contains("H9：别的指定已经包括它（"))
        #expect(!run.output.contains("[STR-03]"), "\(run.output)")
    }
}
