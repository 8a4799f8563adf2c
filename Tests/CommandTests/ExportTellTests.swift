import Foundation
import TestProgram
import Testing

/// What `fill` says of an export: each thing once, in one order, with advice that can be carried out.
struct ExportTellTests {
    static let table = """
        单位名称,青山区水务局
        年度,2023

        一级指标,二级指标,三级指标,年度指标值,实际完成值,分值
        产出指标,数量指标,河道清淤长度,≥50公里,52公里,90

        """
    static let rate = "预算执行率,预算执行率,预算执行率,100%,,10\n"
    static let export = """
        单位：元,,,,,,
        科目编码,项目名称,资金来源,支出类型,年初预算数,全年预算数,累计支出
        2130301,行政运行,,基本支出,"3,000,000.00","3,005,000.00","3,004,000.00"
        2130304,水利业务,捐赠款,代管支出,"1,000,000.00","1,000,000.00","900,000.00"
        2130305,水利工程,财政拨款,项目支出,"6,000,000.00","6,500,000.00","6,128,000.00"
        2130314,防汛,其他资金,项目支出,"1,500,000.00","1,500,000.00","1,400,000.00"

        """

    private func fill(_ program: Program, _ more: [String] = [], table: String = table + rate) throws -> (
        output: String, status: Int32
    ) {
        try program.write(table.utf8, as: "表.csv")
        try program.write(Self.export.utf8, as: "导出.csv")
        let run = try program.run(["fill", "表.csv", "--budget", "导出.csv", "-o", "出.xlsx", "--force"] + more)
        return (run.output + run.errors, run.status)
    }

    /// Four runs gave four outputs.
    @Test func theSameExportGivesTheSameOutput() throws {
        let program = try Program()
        defer { program.remove() }
        var outputs: Set<String> = []
        let table = "全年预算数（万元）,1\n年初预算数（万元）,2\n全年执行数（万元）,3\n" + Self.table
        for _ in 0..<4 { outputs.insert(try fill(program, table: table).output) }
        #expect(outputs.count == 1, "\(outputs)")
    }

    @Test func eachRowIsSaidOnce() throws {
        let program = try Program()
        defer { program.remove() }
        let output = try fill(program).output
        for words in ["第 3 行“", "第 4 行“"] {
            #expect(output.components(separatedBy: words).count == 2, "\(words)：\(output)")
        }
        #expect(!output.contains("表上没有填“捐赠款") && !output.contains("两处不同"), "\(output)")
        // The amounts of an export are no rate and no reason, and no option names its cells.
        #expect(!output.contains("它可能就是执行率") && !output.contains("它可能就是资金情况的原因"), "\(output)")
        #expect(!output.contains("--cell 名称") && !output.contains("--ignore"), "\(output)")
        #expect(output.contains("补上空着的格子") && output.contains("--set 全年预算数=…"), "\(output)")
    }

    /// A cell that was meant to be the export's is none of the table's.
    @Test func aCellThatIsNotThereIsNamed() throws {
        let program = try Program()
        defer { program.remove() }
        let output = try fill(program, ["--cell", "全年执行数=G30"]).output
        #expect(output.contains("全年执行数=G30：按您的指定，这一格是空的，不起作用（表.csv G30）"), "\(output)")
    }

    /// A form without a block of money: the total makes 预算执行率 where there is such an indicator, and is told where there is none.
    @Test func aFormWithoutMoneyDropsNoTotal() throws {
        let program = try Program()
        defer { program.remove() }
        let used = try fill(program, ["--template", "hunan-department"])
        #expect(used.output.contains("预算执行率：95.23%"), "\(used.output)")
        #expect(!used.output.contains("表上没有填“合计”"), "\(used.output)")
        let unused = try fill(program, ["--template", "hunan-department"], table: Self.table)
        #expect(unused.output.contains("表上没有填“合计”的全年预算数的地方"), "\(unused.output)")
        #expect(unused.output.contains("表上没有填“合计”的全年执行数的地方"), "\(unused.output)")
        // What is told is the sum, and not the amount of the first row.
        #expect(unused.output.contains("合计·全年预算数　导出.csv F3　1200.50"), "\(unused.output)")
        #expect(unused.status != 0)
    }
}
