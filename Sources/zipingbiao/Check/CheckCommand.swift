import ArgumentParser
import Assessment
import FormRecognition
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting

/// `check`: what is wrong in forms that are filled.
struct CheckCommand: ParsableArguments, ProgramCommand {
    @Argument var files: [String]
    @Option var template: String?
    @Option var templates: String?
    @Option var sheet: String?
    @Option var encoding: String?
    @Option var declaration: String?
    @Option var format: Format?
    @Option(name: .shortAndLong) var output: String?
    @Flag var force = false
    @Flag var strict = false
    @Flag var mark = false
    @Flag var quiet = false

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

    static var spec: CommandSpec {
        CommandSpec(
            name: "check",
            options: [
                "--template": [], "--templates": [], "--sheet": [], "--encoding": [], "--declaration": [],
                "--format": Format.allCases.map(\.rawValue), "--output": [], "-o": [],
            ],
            flags: ["--force", "--strict", "--mark", "--quiet"], file: "要核对的表", files: 1...Int.max,
            help: Help.check, parse: { try CheckCommand.parse($0) }, message: { CheckCommand.message(for: $0) })
    }

    /// Checks; gives the worst exit status.
    func run() throws -> Int32 {
        let found = try CheckedFiles.find(files)
        let format = format ?? formatOfOutput()
        // For a script, what a folder gives has one form however many files are in it.
        let isSingle = found.count == 1 && (format == .text || !CheckedFiles.isFolder(files[0]))
        guard isSingle || declaration == nil else {
            throw Usage.error("--declaration 要和一张表一起用，这里有 \(found.count) 个文件", help: "check")
        }
        if let output { for path in found + [declaration].compactMap({ $0 }) { try Input.protect(path, from: output) } }
        let (library, notes) = try Installation.library(own: templates, needed: template)
        if !quiet { for note in notes { FileHandle.standardError.write(Data("提示：\(note)\n".utf8)) } }
        var work = CheckWork(library: library, template: template, encoding: encoding, marks: mark)
        work.options.sheet = sheet
        let sink = try CheckSink(output: output, replacing: force)
        if let declaration { work.declared = try work.indicators(ofDeclaration: declaration) }
        let many = ManyForms(format: format, strict: strict, quiet: quiet, sink: sink)
        let verdict: String
        let status: Int32
        if isSingle {
            let checked = try work.check(found[0])
            if checked.count == 1 {
                (verdict, status) = try write(try checked[0].result.get(), format, sink)
            } else {
                (verdict, status) = try many.run([found[0]]) { _ in checked }
            }
        } else {
            (verdict, status) = try many.run(found) { [work] in try work.check($0) }
        }
        try sink.finish()
        if let output { print(verdict + (quiet ? "" : "\n已写出：\(output)")) }
        return status
    }

    private func formatOfOutput() -> Format {
        guard let ending = output?.split(separator: ".").last?.lowercased() else { return .text }
        return ["html", "htm"].contains(ending) ? .html : ending == "json" ? .json : .text
    }

    private func write(_ report: CheckReport, _ format: Format, _ sink: CheckSink) throws -> (String, Int32) {
        let verdict = Verdict.sentence(report.evaluation)
        switch format {
        case .text: try sink.write(quiet ? verdict + "\n" : TextReport.render(report))
        case .json: try sink.write(try JSONReport.render(report))
        case .html: try sink.write(HTMLReport.render(report))
        }
        return (verdict, CheckSummary(report, strict: strict).exitStatus)
    }
}
