import Assessment
import FormJobs
import Foundation
import Spreadsheet
import TestProgram
import Testing

/// An encoding that is said reaches every input of a job.
struct EncodingTests {
    /// Hangul has four bytes in GB 18030: a text full of it is not taken for Chinese unless that is said.
    private static let foreign = String(repeating: "한국어", count: 40)

    private static func file(_ text: String, _ name: String) throws -> InputFile {
        InputFile(bytes: try Examples.encoded(text, "GB18030"), name: name)
    }

    private static let table = """
        单位名称,甲
        年度,2022
        一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,偏差原因
        产出指标,数量指标,讲座场次,≥20场,21场,100,

        """

    @Test func itReachesWhatStandsBesideTheTable() throws {
        let export = "\(Self.foreign)\n项目,全年预算数（万元）,全年执行数（万元）\n合计,10,9\n"
        let weights = "指标,分值,备注\n讲座场次,100,\(Self.foreign)\n"
        let library = try Examples.library()
        // Its own bytes say what the table is: what is said is meant for the others.
        var request = FillRequest(table: InputFile(bytes: Array(Self.table.utf8), name: "表.csv"))
        request.budget = try Self.file(export, "导出.csv")
        request.weights = try Self.file(weights, "分值.csv")
        let error = #expect(throws: ToolError.self) { try FillJob.run(request, library: library) }
        #expect(error?.code.exitStatus == 65 && error?.message.contains("导出.csv") == true)
        request.encoding = "gb18030"
        let outcome = try FillJob.run(request, library: library)
        #expect(outcome.report.evaluation.submission.indicators.map(\.name) == ["讲座场次"])
        #expect(outcome.report.evaluation.executionRate == Decimal(9) / 10)
        request.encoding = "klingon"
        #expect(throws: ToolError.self) { try FillJob.run(request, library: library) }
    }

    @Test func itReachesTheDeclarationAndTheForms() throws {
        let library = try Examples.library()
        var request = CheckRequest()
        request.declaration = try Self.file(Self.table + ",,,,,,\(Self.foreign)\n", "申报.csv")
        let error = #expect(throws: ToolError.self) { try CheckJob(request, library: library) }
        #expect(error?.message.contains("申报.csv") == true)
        request.encoding = "gb18030"
        let job = try CheckJob(request, library: library)
        for file in [
            InputFile(bytes: Array(Self.table.utf8), name: "表.csv"), try Self.file(Self.table, "表.csv"),
            try Self.file(Self.table + ",,,,,,\(Self.foreign)\n", "表.csv"),
            InputFile(argument: Examples.table("guangzhou-department")),
        ] {
            let report = try job.run(file).forms[0].result.get()
            #expect(report.evaluation.submission.declared?.first?.name == "讲座场次")
            #expect(report.evaluation.submission.indicators.isEmpty == false)
        }
        var explain = ExplainRequest(form: try Self.file(Self.table + ",,,,,,\(Self.foreign)\n", "表.csv"))
        #expect(throws: ToolError.self) { try ExplainJob.run(explain, library: library) }
        explain.encoding = "gb18030"
        #expect(try ExplainJob.run(explain, library: library).report.evaluation.submission.facts[.unit]?.text == "甲")
    }

    @Test func theProgramHandsItOn() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table.utf8, as: "表.csv")
        let export = "\(Self.foreign)\n项目,全年预算数（万元）,全年执行数（万元）\n合计,10,9\n"
        try program.write(Examples.encoded(export, "GB18030"), as: "导出.csv")
        let arguments = ["fill", "表.csv", "--budget", "导出.csv", "--quiet"]
        #expect(try program.run(arguments).status == 65)
        let run = try program.run(arguments + ["--encoding", "gb18030"])
        #expect(run.status != 65 && run.errors.isEmpty, "\(run.errors)")
    }
}
