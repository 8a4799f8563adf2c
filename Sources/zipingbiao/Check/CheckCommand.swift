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
        let verdict: String
        let status: Int32
        if isSingle {
            (verdict, status) = try checkOne(found[0], work, format, sink)
        } else {
            (verdict, status) = try checkMany(found, work, format, sink)
        }
        try sink.finish()
        if let output { print(verdict + (quiet ? "" : "\n已写出：\(output)")) }
        return status
    }

    private func formatOfOutput() -> Format {
        guard let ending = output?.split(separator: ".").last?.lowercased() else { return .text }
        return ["html", "htm"].contains(ending) ? .html : ending == "json" ? .json : .text
    }

    private func checkOne(
        _ path: String, _ work: CheckWork, _ format: Format, _ sink: CheckSink
    ) throws -> (String, Int32) {
        let report = try work.report(path)
        let verdict = Verdict.sentence(report.evaluation)
        switch format {
        case .text: try sink.write(quiet ? verdict + "\n" : TextReport.render(report))
        case .json: try sink.write(try JSONReport.render(report))
        case .html: try sink.write(HTMLReport.render(report))
        }
        return (verdict, CheckSummary(report, strict: strict).exitStatus)
    }

    /// Files are checked on all cores, and said in their order. Of each only what is said of it is kept.
    private func checkMany(
        _ paths: [String], _ work: CheckWork, _ format: Format, _ sink: CheckSink
    ) throws -> (String, Int32) {
        struct Outcome: Sendable {
            var summary: CheckSummary
            var fragment: String
        }
        let strict = strict
        let quiet = quiet
        var totals = CheckTotals()
        var summaries: [CheckSummary] = []
        var sections: [String] = []
        if format == .json { try sink.write(ManyFilesJSON.start) }
        try OrderedWork.run(count: paths.count) { index in
            let path = paths[index]
            do {
                let report = try work.report(path)
                let summary = CheckSummary(report, strict: strict)
                switch format {
                case .text: return Outcome(summary: summary, fragment: quiet ? "" : ManyFilesText.line(summary))
                case .json: return Outcome(summary: summary, fragment: try JSONReport.render(report))
                case .html:
                    return Outcome(summary: summary, fragment: HTMLReport.section(report, number: index + 1))
                }
            } catch {
                let error = ToolError(caught: error)
                let summary = CheckSummary(path: path, error: error)
                switch format {
                case .text: return Outcome(summary: summary, fragment: quiet ? "" : ManyFilesText.line(summary))
                case .json:
                    return Outcome(
                        summary: summary, fragment: (try? JSONReport.render(error, path: path)) ?? "null")
                case .html:
                    return Outcome(
                        summary: summary, fragment: HTMLReport.section(error, path: path, number: index + 1))
                }
            }
        } consume: { (index, outcome: Outcome) in
            totals.add(outcome.summary)
            switch format {
            case .text: try sink.write(outcome.fragment)
            case .json: try sink.write(ManyFilesJSON.item(outcome.fragment, isFirst: index == 0))
            case .html:
                summaries.append(outcome.summary)
                sections.append(outcome.fragment)
            }
        }
        switch format {
        case .text: try sink.write(quiet ? totals.verdict + "\n" : ManyFilesText.totals(totals))
        case .json: try sink.write(try ManyFilesJSON.end(totals))
        case .html: try sink.write(HTMLReport.render(summaries, sections: sections, totals: totals))
        }
        return (totals.verdict, totals.exitStatus)
    }
}
