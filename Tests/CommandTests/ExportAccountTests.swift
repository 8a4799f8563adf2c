import Foundation
import TestProgram
import Testing

/// What a finance export or a table of 分值 holds is used, or named with its cell.
struct ExportAccountTests {
    static let table = """
        单位名称,甲局
        年度,2022
        年度总体目标,办好培训
        完成情况,全部办好
        一级指标,二级指标,三级指标,年度指标值,实际完成值,分值
        产出指标,数量指标,培训场次,≥20场,21场,60
        效益指标,社会效益指标,服务人次,≥100人次,120人次,40

        """

    static let export = """
        预算执行情况表,,,,,
        单位：元,,,,,
        项目名称,项目编码,资金来源,支出类型,年初预算数,调整后预算数,支出数
        人员工资,044001,财政拨款,基本支出,1000000.00,1100000.00,1050000.00
        公用经费,044002,财政拨款,基本支出,200000.00,200000.00,190000.00
        基本支出小计,,,基本支出,1200000.00,1300000.00,1240000.00
        困境帮扶,044003,财政拨款,项目支出,300000.00,300000.00,280000.00
        家庭教育,044004,其他资金,项目支出,100000.00,100000.00,90000.00
        项目支出小计,,,项目支出,400000.00,400000.00,370000.00
        合计,,,,1600000.00,1700000.00,1610000.00

        """

    /// Without the rows that add up.
    static let bare = export.split(separator: "\n").filter { !$0.contains("计,") }.joined(separator: "\n") + "\n"

    /// An export that is otherwise than the one above.
    struct Fault: CustomTestStringConvertible, Sendable {
        /// What was wrong.
        var name: String
        var text = ExportAccountTests.export
        var changes: [(String, String)]
        /// What the report names; the cell among it.
        var told: [String] = []
        /// What keeps it from being a promise.
        var isBlocking = false
        /// The rate that the amounts make.
        var rate = "94.71"
        var testDescription: String { name }

        var export: String { changes.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) } }
    }

    static let noteWords = [
        "审核评审经费", "备注系统建设费", "说明牌制作经费", "注册登记经费", "联系人培训经费", "制表系统费", "改进措施落实经费", "编制规划经费",
    ]

    static let faults: [Fault] =
        noteWords.map { word in
            Fault(name: "a-row-named-as-a-note-\(word)", text: bare, changes: [("困境帮扶", word)])
        } + [
            Fault(name: "nothing", changes: []),
            Fault(name: "a-detail-named-其中-beside-a-subtotal", changes: [("困境帮扶", "其中：困境帮扶")]),
            Fault(
                name: "a-detail-named-其中-that-nothing-settles", text: bare, changes: [("困境帮扶", "其中：困境帮扶")],
                told: ["第 6 行“其中：困境帮扶”"], isBlocking: true, rate: "95"),
            Fault(
                name: "parts-that-make-the-row-above", text: bare,
                changes: [
                    (
                        "家庭教育,",
                        "其中：甲,,,,100000.00,100000.00,80000.00\n其中：乙,,,,200000.00,200000.00,200000.00\n家庭教育,"
                    )
                ]),
            Fault(
                name: "a-detail-named-小计-that-is-no-sum", text: bare, changes: [("困境帮扶", "帮扶小计")], told: ["帮扶小计"],
                isBlocking: true, rate: "95"),
            Fault(
                name: "a-subtotal-named-合计", text: bare,
                changes: [("困境帮扶", "基本支出合计,,,,1200000.00,1300000.00,1240000.00\n困境帮扶")]),
            Fault(
                name: "nothing-but-sums-and-their-parts",
                changes: [
                    ("人员工资,044001", "其中：工资,044001"), ("公用经费,", "其中：公用,"), ("困境帮扶,", "其中：帮扶,"),
                    ("家庭教育,", "其中：教育,"),
                ]),
            Fault(
                name: "a-row-that-numbers-the-columns", text: bare,
                changes: [("支出数\n", "支出数\n栏次,,,,1,2,3\n")]),
            Fault(
                name: "an-amount-that-is-missing", text: bare, changes: [("100000.00,90000.00", "100000.00,")],
                told: ["全年执行数空着：G7，按 0 计"], rate: "89.41"),
            Fault(
                name: "a-row-without-amounts", text: bare,
                changes: [("困境帮扶", "儿童之家,044009,财政拨款,项目支出,,,\n困境帮扶")], told: ["第 6 行没有金额"]),
            Fault(
                name: "figures-without-a-heading", changes: [("1050000.00", "1050000.00,77777.77")],
                told: ["H 列没有列名", "H4"], isBlocking: true),
            Fault(
                name: "a-row-under-the-total", changes: [("1610000.00\n", "1610000.00\n年末结转结余,777700\n")],
                told: ["年末结转结余 777700", "B11"], isBlocking: true),
            Fault(
                name: "an-amount-in-a-note", changes: [("1610000.00\n", "1610000.00\n注：另有上年结转777700元\n")],
                told: ["A11"], isBlocking: true),
            Fault(
                name: "an-amount-beside-the-unit", changes: [("单位：元,", "单位：元,上年结转777700.00元")],
                told: ["上年结转777700.00元", "B2"], isBlocking: true),
            Fault(
                name: "notes-and-signatures-are-none",
                changes: [
                    ("单位：元,", "单位：元,打印时间：2023-03-01 10:22:11"),
                    ("1610000.00\n", "1610000.00\n注：本表金额来自系统\n制表：李元,审核：张三,联系电话,87654321\n"),
                ]),
            Fault(
                name: "a-rate", changes: [("支出数\n", "支出数,支出占比\n"), ("1050000.00", "1050000.00,77.7")],
                told: ["“支出占比”这一列没有用到"]),
            Fault(
                name: "reasons", changes: [("支出数\n", "支出数,调整原因\n"), ("1050000.00", "1050000.00,增人")],
                told: ["“调整原因”这一列没有用到"]),
            Fault(
                name: "two-columns-for-one-amount",
                changes: [("支出数\n", "支出数,决算数\n"), ("1050000.00", "1050000.00,77.7")],
                told: ["“决算数”这一列", "H3"], isBlocking: true),
        ]

    private func fill(_ export: String, table: String = ExportAccountTests.table, _ more: [String] = []) throws -> (
        status: Int32, output: String
    ) {
        let program = try Program()
        defer { program.remove() }
        try program.write(table.utf8, as: "表.csv")
        try program.write(export.utf8, as: "导出.csv")
        let run = try program.run(
            ["fill", "表.csv", "--budget", "导出.csv", "-o", "出.xlsx", "--force", "--format", "json"] + more)
        return (run.status, run.output + run.errors)
    }

    @Test(arguments: faults) func isReadOrNamed(fault: Fault) throws {
        let report = try fill(fault.export)
        for word in fault.told { #expect(report.output.contains(word), "\(report.output)") }
        #expect(report.status == (fault.isBlocking ? 5 : 0), "\(report.output)")
        #expect(report.output.contains("\"executionRate\" : \"\(fault.rate)\""), "\(report.output)")
        if fault.told.isEmpty { #expect(report.output.contains("\"unread\" : [\n\n  ]"), "\(report.output)") }
    }

    @Test(arguments: ["美元", "百元", "角", "港币", "十万元"]) func refusesAUnitThatItCanNotConvert(unit: String) throws {
        let report = try fill(Self.export.replacingOccurrences(of: "单位：元", with: "单位：\(unit)"))
        #expect(report.status == 65)
        #expect(report.output.contains("A2") && report.output.contains(unit), "\(report.output)")
    }

    /// What stands in the export can't be told of by the table's columns.
    @Test func nothingIsAdvisedThatWouldChangeTheTable() throws {
        let export = Self.export.replacingOccurrences(of: "1050000.00", with: "1050000.00,77777.77")
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table.utf8, as: "表.csv")
        try program.write(export.utf8, as: "导出.csv")
        let run = try program.run("fill", "表.csv", "--budget", "导出.csv", "-o", "出.xlsx")
        #expect(run.output.contains("H 列没有列名") && !run.output.contains("--ignore"), "\(run.output)")
    }

    @Test func whatThePersonSaysGoesBeforeTheExport() throws {
        let report = try fill(Self.export, ["--set", "全年预算数=777.77"])
        #expect(report.output.contains("\"executionRate\" : \"20.7\""), "\(report.output)")
        #expect(report.output.contains("用 命令行 的 777.77，没有用 导出.csv F10 的 170.00"), "\(report.output)")
    }

    @Test func anAmountOfTheTableThatTheExportBeatsIsNamed() throws {
        let report = try fill(Self.export, table: "全年预算数（万元）,160\n" + Self.table)
        #expect(report.status == 5)
        #expect(report.output.contains("没有用 表.csv B1 的 160"), "\(report.output)")
        #expect(try fill(Self.export, table: "全年预算数（万元）,170\n" + Self.table).status == 0)
    }

    /// A table of 分值, what is named of it, and the exit status.
    @Test(arguments: [
        ("指标,分值\n培训场次,60\n服务人次,40\n合计,100", "", 0),
        ("指标,分值\n培训场次,60\n合计,100", "", 0),
        ("指标,分值,得分\n培训场次,60,3.33", "C1", 0),
        ("指标,分值\n培训场次,60\n合计,77.7", "分值表的合计是 77.7", 5),
        ("指标,分值\n培训场次,60\n,6.66", "分值表第 3 行的“6.66”", 5),
    ]) func pointsAreUsedOrNamed(weights: String, told: String, status: Int32) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table.utf8, as: "表.csv")
        try program.write(Self.export.utf8, as: "导出.csv")
        try program.write(weights.utf8, as: "分值.csv")
        let run = try program.run(
            "fill", "表.csv", "--budget", "导出.csv", "--weights", "分值.csv", "-o", "出.xlsx", "--format", "json")
        #expect(run.status == status, "\(run.output)")
        #expect(
            told.isEmpty ? run.output.contains("\"unread\" : [\n\n  ]") : run.output.contains(told), "\(run.output)")
    }

    /// The form of one project takes what is that project's; others are named.
    @Test(arguments: [("河道清淤", 0, ""), ("别的项目", 5, "导出里还有别的项目（“别的项目”）")])
    func anotherProjectIsNamed(name: String, status: Int, told: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(NotUnderstoodTests.whole.utf8, as: "表.csv")
        let export = """
            单位：万元,,,
            项目名称,资金来源,年初预算数,全年预算数,全年执行数
            河道清淤,当年财政拨款,60,60,57
            \(name),当年财政拨款,40,40,38

            """
        try program.write(export.utf8, as: "导出.csv")
        let run = try program.run("fill", "表.csv", "--template", "national-project", "--budget", "导出.csv")
        #expect(
            run.status == Int32(status) && run.output.contains(told) || told.isEmpty && run.status == 0, "\(run.output)"
        )
    }

    /// An amount with another unit than the export's is no amount of it.
    @Test func anAmountWithAUnitOfItsOwnIsRefused() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(NotUnderstoodTests.whole.utf8, as: "表.csv")
        try program.write("单位：元\n资金来源,年初预算数,全年预算数,全年执行数\n当年财政拨款,100万元,1000000,950000\n".utf8, as: "导出.csv")
        let run = try program.run("fill", "表.csv", "--template", "national-project", "--budget", "导出.csv")
        #expect(run.status == 65 && run.errors.contains("自带单位“万元”"), "\(run.output)\(run.errors)")
        // Twice is no way to give two.
        let twice = try program.run("fill", "表.csv", "--budget", "导出.csv", "--budget", "表.csv")
        #expect(twice.status == 64 && twice.errors.contains("--budget 写了两次"))
    }
}
