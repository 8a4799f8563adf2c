import ArgumentParser
import FormJobs
import FormTemplates
import Reports
import Spreadsheet
import SpreadsheetWriting

/// `fill`: from figures to the filled form.
struct FillCommand: ParsableArguments, ProgramCommand {
    @Argument var table: String
    @Option var template: String?
    @Option var templates: String?
    @Option var form: String?
    @Option(name: .customLong("set"), parsing: .unconditionalSingleValue) var settings: [String] = []
    @Option var budget: String?
    @Option var unit: String?
    @Option var sheet: String?
    @Option var encoding: String?
    @OptionGroup var overrules: OverruleOptions
    @Option(name: .shortAndLong) var output = "Output"
    @Flag var force = false
    @Flag var strictWrite = false
    @Flag var withBasis = false
    @Flag var ask = false
    @Flag var noAsk = false
    @Option var weights: String?
    @Option var format = OutputFormat.text
    @Flag var quiet = false

    static var spec: CommandSpec {
        CommandSpec(
            name: "fill",
            options: [
                "--template": [], "--templates": [], "--form": [], "--set": [], "--budget": [], "--unit": [],
                "--sheet": [],
                "--encoding": [],
                "--weights": [], "--output": [], "-o": [], "--format": OutputFormat.withoutPage,
            ].merging(OverruleOptions.spec) { own, _ in own },
            freeOptions: ["--set"],
            flags: ["--force", "--strict-write", "--with-basis", "--ask", "--no-ask", "--quiet"], file: "指标表",
            help: Help.fill,
            parse: { try FillCommand.parse($0) }, message: { FillCommand.message(for: $0) })
    }

    /// Does it; gives the exit status.
    func run() throws -> Int32 {
        var request = try request()
        let library = try library()
        var outcome = try FillJob.run(request, library: library)
        if table != "-", AskedFacts.isWanted(ask: ask, noAsk: noAsk, asJSON: format == .json) {
            let answers = AskedFacts.ask(outcome.report.evaluation)
            if !answers.isEmpty {
                request.options.settings += answers
                outcome = try FillJob.run(request, library: library)
            }
        }
        if outcome.report.canBeHandedIn || !strictWrite {
            let path = outcome.path(at: output)
            // The person's own files are never written to, with or without --force.
            for input in request.inputs { try Input.protect(input, from: path) }
            try WorkbookWriter.write(outcome.form.workbook, to: path, replacing: force)
            outcome.wasWritten(to: path)
        }
        try Screen.show(outcome.report, as: format, quiet: quiet)
        return ExitStatus.of(outcome.report.evaluation, cut: outcome.report.cut.count)
    }

    private func library() throws -> JobLibrary {
        let set = try Installation.templates(own: templates)
        let needed = form == nil ? try template ?? set.defaultIdentifier() : nil
        return try JobLibrary.load(set, needed: needed, loadsAll: false)
    }

    private func request() throws -> FillRequest {
        var request = FillRequest(table: InputFile(argument: table))
        request.budget = budget.map { InputFile(argument: $0) }
        request.weights = weights.map { InputFile(argument: $0) }
        request.form = form.map { InputFile(argument: $0) }
        request.template = template
        request.encoding = encoding
        request.withBasis = withBasis
        request.options.sheet = sheet
        request.options.unit = unit
        if table != "-" { request.options.kept = try KeptFacts.beside(table) }
        try overrules.apply(to: &request.options)
        request.options.settings = try settings.map { setting in
            guard let mark = setting.firstIndex(where: { $0 == "=" || $0 == "＝" }), mark != setting.startIndex else {
                throw ToolError(
                    code: .usage, message: "--set 的写法不对：\(setting)", advice: "写成 --set 名称=内容，例如 --set 单位名称=某某局。")
            }
            return (String(setting[..<mark]), String(setting[setting.index(after: mark)...]))
        }
        return request
    }
}
