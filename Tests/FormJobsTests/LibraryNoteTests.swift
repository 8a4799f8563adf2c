import FormJobs
import FormTemplates
import Foundation
import Reports
import Spreadsheet
import TestProgram
import Testing

/// A template of one's own that is broken is named in every report.
struct LibraryNoteTests {
    private static let note = "自定义模板 坏 有错误，没有使用："

    private static func own(_ program: Program) throws -> TemplateSet {
        let folder = program.folder + "/模板/坏"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try program.write("id: 坏\n".utf8, as: "模板/坏/template.yaml")
        return TemplateSet(shipped: Examples.templates, own: TemplateFolder(path: program.folder + "/模板"))
    }

    @Test func everyReportNamesIt() throws {
        let program = try Program()
        defer { program.remove() }
        let set = try Self.own(program)
        let library = try JobLibrary.load(set, needed: nil)
        #expect(library.notes.count == 1 && library.notes[0].hasPrefix(Self.note))
        let table = InputFile(argument: Examples.table("guangzhou-department"))
        let reports: [any Renderable] = [
            try FillJob.run(FillRequest(table: table), library: library).report,
            try CheckJob(CheckRequest(), library: library).run(table).forms[0].result.get(),
            try ExplainJob.run(ExplainRequest(form: table), library: library).report,
        ]
        for report in reports {
            try #expect(report.rendered().contains(Self.note) && report.rendered(as: .json).contains(Self.note))
        }
        for report in reports.prefix(2) { try #expect(report.rendered(as: .html).contains(Self.note)) }
        for format in OutputFormat.allCases {
            var text = ""
            let many = try ManyForms(format: format, quiet: false, notes: library.notes) { text += $0 }
            _ = try many.finish()
            #expect(text.contains(Self.note))
        }
    }

    @Test func theProgramSaysIt() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try Self.own(program)
        let (one, two) = (Examples.table("guangzhou-department"), Examples.table("national-project"))
        for arguments in [["fill", one], ["check", one], ["check", one, two], ["explain", one]] {
            let run = try program.run(arguments + ["--templates", "模板"])
            #expect(run.output.contains(Self.note), "\(arguments)")
        }
    }

    @Test func whatIsNeededMustBeWhole() throws {
        let program = try Program()
        defer { program.remove() }
        let set = try Self.own(program)
        let broken = #expect(throws: ToolError.self) { try JobLibrary.load(set, needed: "坏") }
        #expect(broken?.code.exitStatus == 65)
        let missing = #expect(throws: ToolError.self) { try JobLibrary.load(set, needed: "没有") }
        #expect(missing?.code.exitStatus == 66)
        let few = try JobLibrary.load(set, needed: "national-project", loadsAll: false)
        #expect(few.forms.entries.map(\.template.id) == ["national-project"] && few.notes.count == 1)
    }
}
