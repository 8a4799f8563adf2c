import FormJobs
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import TestProgram
import Testing

/// A job gives what the program gives: the same texts, the same bytes.
struct SameAsProgramTests {
    @Test(arguments: Examples.ids)
    func fill(id: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(
            "fill", Examples.table(id), "--template", id, "-o", "夹", "--format", "json", "--with-basis")
        var request = FillRequest(table: InputFile(argument: Examples.table(id)))
        request.template = id
        request.withBasis = true
        var outcome = try FillJob.run(request, library: Examples.library())
        let path = outcome.path(at: "夹")
        #expect(outcome.report.output == nil && program.names(in: "夹") == [outcome.fileName])
        #expect(try WorkbookWriter.bytes(of: outcome.form.workbook, named: path) == Data(program.read(path)))
        outcome.wasWritten(to: path)
        #expect(try outcome.report.rendered(as: .json) == run.output)
        #expect(ExitStatus.of(outcome.report.evaluation, cut: outcome.report.cut.count) == run.status)
        try #expect(outcome.report.rendered(as: .html).contains(outcome.report.title))
    }

    /// Bytes that were sent are as good as a file; a request names all that it reads.
    @Test func fillFromBytes() throws {
        let folder = Program.root + "/Templates/guangzhou-department/example/"
        let (table, budget) = ("指标表.csv", "预算执行导出.csv")
        var fromFiles = FillRequest(table: InputFile(argument: folder + table))
        fromFiles.budget = InputFile(argument: folder + budget)
        var fromBytes = FillRequest(table: InputFile(bytes: Examples.bytes(folder + table), name: table))
        fromBytes.budget = InputFile(bytes: Examples.bytes(folder + budget), name: "上传/" + budget)
        #expect(fromFiles.inputs.map(\.path) == [folder + table, folder + budget])
        #expect(fromBytes.inputs.map(\.path) == [nil, nil])
        let library = try Examples.library()
        let reports = try [fromFiles, fromBytes].map { try FillJob.run($0, library: library) }
        #expect(try reports[0].report.rendered(as: .json) == reports[1].report.rendered(as: .json))
        #expect(reports[0].fileName == reports[1].fileName)
    }

    /// What is sent has the bound of a file.
    @Test func tooManyBytesAreRefused() throws {
        var limits = ReadingLimits()
        limits[.file] = 10
        let error = #expect(throws: ToolError.self) {
            try InputFile(bytes: [UInt8](repeating: 65, count: 11), name: "夹/大.csv").source(limits: limits)
        }
        #expect(error?.code.exitStatus == 65 && error?.message.contains("大.csv") == true)
    }

    @Test func fillABlank() throws {
        let program = try Program()
        defer { program.remove() }
        let blanks = Program.root + "/Tests/Fixtures/Blanks/blank-fixed-above-repeat"
        let run = try program.run("fill", blanks + "-input.xlsx", "--form", blanks + ".xlsx", "-o", "表.xlsx")
        var request = FillRequest(table: InputFile(argument: blanks + "-input.xlsx"))
        request.form = InputFile(bytes: Examples.bytes(blanks + ".xlsx"), name: "blank-fixed-above-repeat.xlsx")
        var outcome = try FillJob.run(request, library: .words(of: Examples.templates))
        #expect(try WorkbookWriter.bytes(of: outcome.form.workbook, named: "表.xlsx") == Data(program.read("表.xlsx")))
        outcome.wasWritten(to: "表.xlsx")
        #expect(try outcome.report.rendered() == run.output)
        request.template = "national-project"
        let error = #expect(throws: ToolError.self) { try FillJob.run(request, library: Examples.library()) }
        #expect(error?.code == .usage)
    }

    @Test(arguments: Examples.ids)
    func checkAndExplain(id: String) throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("fill", Examples.table(id), "--template", id, "-o", "表.xlsx").status == 0)
        let library = try Examples.library()
        let file = InputFile(bytes: program.read("表.xlsx"), name: "表.xlsx")
        let outcome = try CheckJob(CheckRequest(), library: library).run(file)
        #expect(outcome.forms.count == 1)
        let report = try outcome.forms[0].result.get()
        for format in OutputFormat.allCases {
            let run = try program.run("check", "表.xlsx", "--format", format.rawValue)
            #expect(try report.rendered(as: format) == run.output)
            #expect(ExitStatus.of(report.evaluation) == run.status)
        }
        #expect(try report.rendered(quiet: true) == program.run("check", "表.xlsx", "--quiet").output)
        let explained = try ExplainJob.run(ExplainRequest(form: file), library: library).report
        for format in [OutputFormat.text, .json] {
            #expect(
                try explained.rendered(as: format)
                    == program.run("explain", "表.xlsx", "--format", format.rawValue).output)
        }
        let none = #expect(throws: ToolError.self) { try explained.rendered(as: .html) }
        #expect(none?.code == .usage)
    }

    @Test func checkMany() throws {
        let program = try Program()
        defer { program.remove() }
        let paths = Examples.ids.map(Examples.table) + ["没有.xlsx"]
        let job = try CheckJob(CheckRequest(), library: Examples.library())
        for format in OutputFormat.allCases {
            var text = ""
            var report = try ManyForms(format: format, quiet: false) { text += $0 }
            try job.run(
                paths.map { InputFile(argument: $0) }, threads: 4,
                render: { ManyForms.pieces($1, file: $0, format: format, strict: false) },
                consume: { try report.add($0) })
            let totals = try report.finish()
            let run = try program.run(["check"] + paths + ["--format", format.rawValue])
            #expect(text == run.output && totals.exitStatus == run.status)
        }
    }

    @Test func markedCopies() throws {
        let program = try Program()
        defer { program.remove() }
        let text = "单位名称,甲\n一级指标,三级指标,年度指标值,实际完成值,分值,得分\n产出指标,场次,≥20场,10场,100,50\n"
        try program.write(text.utf8, as: "表.csv")
        let run = try program.run("check", "表.csv", "--mark", "--format", "json")
        var outcome = try CheckJob(CheckRequest(), library: Examples.library()).run(
            InputFile(bytes: Array(text.utf8), name: "表.csv"))
        let copy = try #require(outcome.markedCopy())
        #expect(try WorkbookWriter.bytes(of: copy, named: "表-核对.xlsx") == Data(program.read("表-核对.xlsx")))
        outcome.wasMarked(at: "表-核对.xlsx", losses: copy.losses.map(\.text))
        #expect(try outcome.forms[0].result.get().rendered(as: .json) == run.output)
    }

    @Test func learn() throws {
        let program = try Program()
        defer { program.remove() }
        let blank = Program.root + "/Tests/Fixtures/Blanks/blank-fixed-above-repeat.xlsx"
        let run = try program.run("learn", blank, "--id", "区", "--templates", "模板")
        let outcome = try LearnJob.run(
            LearnRequest(blank: InputFile(argument: blank), id: "区"), library: .words(of: Examples.templates))
        #expect(outcome.yaml == program.text("模板/区/template.yaml"))
        #expect(outcome.bytes == Data(program.read("模板/区/form.xlsx")))
        #expect(run.output.hasPrefix(outcome.report.text) && outcome.report.conclusion.isEmpty)
    }

    @Test func diff() throws {
        let program = try Program()
        defer { program.remove() }
        let pair = ["national-export", "filler-rows"].map { Program.root + "/Tests/Fixtures/Blanks/blank-\($0).xlsx" }
        let report = try DiffJob.run(
            DiffRequest(old: InputFile(argument: pair[0]), new: InputFile(argument: pair[1])),
            library: .words(of: Examples.templates)
        ).report
        for format in [OutputFormat.text, .json] {
            let run = try program.run(["diff"] + pair + ["--format", format.rawValue, "--strict"])
            #expect(try report.rendered(as: format) == run.output)
            #expect(ExitStatus.of(report, strict: true) == run.status)
        }
    }

    @Test func convertAndSheets() throws {
        let program = try Program()
        defer { program.remove() }
        let table = Examples.table("guangzhou-department")
        #expect(try program.run("convert", table, "-o", "表.csv").status == 0)
        let output = MemoryOutput()
        let job = try ConvertJob(ConvertRequest(input: InputFile(bytes: Examples.bytes(table), name: "指标表.xlsx")))
        let outcome = try job.run(to: .csv, labels: { try Examples.templates.labels() }) { _ in (output, "表.csv") }
        #expect(!job.isText && output.bytes == program.read("表.csv"))
        #expect(outcome.text == "已写出：表.csv（\(outcome.sheets[0].rows) 行）\n")

        let report = try SheetsJob.run(
            SheetsRequest(input: InputFile(argument: table)), library: .words(of: Examples.templates)
        ).report
        for format in [OutputFormat.text, .json] {
            #expect(try report.rendered(as: format) == program.run("sheets", table, "--format", format.rawValue).output)
        }
    }
}
