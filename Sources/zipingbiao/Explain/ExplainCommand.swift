import ArgumentParser
import Assessment
import FormRecognition
import Reports
import Spreadsheet
import SpreadsheetReading

/// `explain`: how each score of a form comes about.
struct ExplainCommand: ParsableArguments, ProgramCommand {
    @Argument var form: String
    @Option var template: String?
    @Option var templates: String?
    @Option var sheet: String?
    @Option var encoding: String?
    @Option var format = FillCommand.OutputFormat.text

    static var spec: CommandSpec {
        CommandSpec(
            name: "explain",
            options: [
                "--template": [], "--templates": [], "--sheet": [], "--encoding": [],
                "--format": FillCommand.OutputFormat.allCases.map(\.rawValue),
            ],
            flags: [], file: "自评表", help: Help.explain,
            parse: { try ExplainCommand.parse($0) }, message: { ExplainCommand.message(for: $0) })
    }

    /// Does it; gives the exit status.
    func run() throws -> Int32 {
        var reading = ReadingOptions()
        reading.encoding = encoding
        let workbook = try WorkbookReader.read(Input.source(form, limits: reading.limits), options: reading)
        var options = RecognitionOptions()
        options.sheet = sheet
        let read = try FormReader.read(
            workbook, library: Installation.library(own: templates, needed: template).library, template: template,
            options: options)
        let evaluation = Evaluator.evaluate(read.submission, standard: read.template.standard)
        let report = ExplainReport(
            evaluation: evaluation, file: workbook.fileName, template: read.match.id, title: read.match.title,
            notes: read.match.evidence + evaluation.submission.notes)
        switch format {
        case .json: print(try ExplainJSON.render(report), terminator: "")
        case .text: print(ExplainText.render(report), terminator: "")
        }
        return 0
    }
}
