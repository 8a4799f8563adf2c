import ArgumentParser
import FormJobs
import Reports

/// `explain`: how each score of a form comes about.
struct ExplainCommand: ParsableArguments, ProgramCommand {
    @Argument var form: String
    @Option var template: String?
    @Option var templates: String?
    @Option var sheet: String?
    @Option var encoding: String?
    @OptionGroup var overrules: OverruleOptions
    @Option var format = OutputFormat.text
    @Flag var reading = false

    static var spec: CommandSpec {
        CommandSpec(
            name: "explain",
            options: [
                "--template": [], "--templates": [], "--sheet": [], "--encoding": [],
                "--format": OutputFormat.withoutPage,
            ].merging(OverruleOptions.spec) { own, _ in own },
            flags: ["--reading"], file: "自评表", help: Help.explain,
            parse: { try ExplainCommand.parse($0) }, message: { ExplainCommand.message(for: $0) })
    }

    /// Does it; gives the exit status.
    func run() throws -> Int32 {
        var request = ExplainRequest(form: InputFile(argument: form))
        request.template = template
        request.encoding = encoding
        request.options.sheet = sheet
        request.wantsReadings = reading
        try overrules.apply(to: &request.options)
        let library = try JobLibrary.load(Installation.templates(own: templates), needed: template)
        let explained = try ExplainJob.run(request, library: library).reports
        try Screen.show(explained, as: format)
        return explained.reports.map { ExitStatus.explained($0.evaluation) }.reduce(ExitStatus.done, ExitStatus.worse)
    }
}
