import ArgumentParser
import FormJobs
import Foundation
import Reports

/// `check`: what is wrong in forms that are filled.
struct CheckCommand: ParsableArguments, ProgramCommand {
    @Argument var files: [String]
    @Option var template: String?
    @Option var templates: String?
    @Option var sheet: String?
    @Option var encoding: String?
    @OptionGroup var overrules: OverruleOptions
    @Option var declaration: String?
    @Option var format: OutputFormat?
    @Option(name: .shortAndLong) var output: String?
    @Flag var force = false
    @Flag var strict = false
    @Flag var mark = false
    @Flag var quiet = false

    static var spec: CommandSpec {
        CommandSpec(
            name: "check",
            options: [
                "--template": [], "--templates": [], "--sheet": [], "--encoding": [], "--declaration": [],
                "--format": OutputFormat.allCases.map(\.rawValue), "--output": [], "-o": [],
            ].merging(OverruleOptions.spec) { own, _ in own },
            flags: ["--force", "--strict", "--mark", "--quiet"], file: "要核对的表", files: 1...Int.max,
            help: Help.check, parse: { try CheckCommand.parse($0) }, message: { CheckCommand.message(for: $0) })
    }

    /// Checks; gives the worst exit status.
    func run() throws -> Int32 {
        let found = try CheckedFiles.find(files).map { InputFile(argument: $0) }
        let format = format ?? OutputFormat(path: output)
        // For a script, what a folder gives has one form however many files are in it.
        let isSingle = found.count == 1 && (format == .text || !CheckedFiles.isFolder(files[0]))
        guard isSingle || declaration == nil else {
            throw Usage.error("--declaration 要和一张表一起用，这里有 \(found.count) 个文件", help: "check")
        }
        let request = try request()
        if let output {
            for input in found + [request.declaration].compactMap({ $0 }) { try Input.protect(input, from: output) }
        }
        let library = try JobLibrary.load(Installation.templates(own: templates), needed: template)
        if !quiet { Screen.note(library.notes) }
        let sink = try CheckSink(output: output, replacing: force)
        let job = try CheckJob(request, library: library)
        let verdict: String
        let status: Int32
        let first = isSingle ? try finish(job.run(found[0])) : nil
        if let first, first.forms.count == 1 {
            let report = try first.forms[0].result.get()
            try sink.write(try report.rendered(as: format, quiet: quiet))
            verdict = Verdict.sentence(report.evaluation)
            status = CheckSummary(report, strict: strict).exitStatus
        } else {
            let totals = try several(job, found, first, format, notes: library.notes, sink)
            (verdict, status) = (totals.verdict, totals.exitStatus)
        }
        try sink.finish()
        if let output { try Screen.show(PlainText(lines: [verdict] + (quiet ? [] : ["已写出：\(output)"]))) }
        return status
    }

    private func request() throws -> CheckRequest {
        var request = CheckRequest()
        request.template = template
        request.encoding = encoding
        request.options.sheet = sheet
        try overrules.apply(to: &request.options)
        request.declaration = declaration.map { InputFile(argument: $0) }
        return request
    }

    private func finish(_ checked: CheckOutcome) throws -> CheckOutcome {
        mark ? try Marking.write(checked) : checked
    }

    /// Files are checked on all cores, and said in their order.
    ///
    /// - Parameter first: The only file with its forms, where it was checked already.
    private func several(
        _ job: CheckJob, _ files: [InputFile], _ first: CheckOutcome?, _ format: OutputFormat, notes: [String],
        _ sink: CheckSink
    ) throws -> CheckTotals {
        var report = try ManyForms(format: format, quiet: quiet, notes: notes) { try sink.write($0) }
        if let first {
            try report.add(ManyForms.pieces(first.forms, file: 0, format: format, strict: strict))
            return try report.finish()
        }
        let (mark, strict) = (mark, strict)
        // Lines that go to the same terminal show how far it is.
        let progress = Progress(isQuiet: output == nil && !quiet)
        defer { progress.finish() }
        var done = 0
        try job.run(
            files, threads: ProcessInfo.processInfo.activeProcessorCount,
            finish: { mark ? try Marking.write($0) : $0 },
            render: { ManyForms.pieces($1, file: $0, format: format, strict: strict) },
            consume: { pieces in
                try report.add(pieces)
                done += 1
                progress.update(files: done, of: files.count)
            })
        return try report.finish()
    }
}
