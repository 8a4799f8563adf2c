import ArgumentParser
import Assessment
import FormFilling
import FormRecognition
import FormTemplates
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading
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
    @Option(name: .shortAndLong) var output = "Output"
    @Flag var force = false
    @Flag var strictWrite = false
    @Flag var withBasis = false
    @Option var weights: String?
    @Option var format = OutputFormat.text
    @Flag var quiet = false

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    static var spec: CommandSpec {
        CommandSpec(
            name: "fill",
            options: [
                "--template": [], "--templates": [], "--form": [], "--set": [], "--budget": [], "--unit": [],
                "--sheet": [],
                "--encoding": [],
                "--weights": [], "--output": [], "-o": [], "--format": OutputFormat.allCases.map(\.rawValue),
            ],
            freeOptions: ["--set"], flags: ["--force", "--strict-write", "--with-basis", "--quiet"], file: "指标表",
            help: Help.fill,
            parse: { try FillCommand.parse($0) }, message: { FillCommand.message(for: $0) })
    }

    /// Does it; gives the exit status.
    func run() throws -> Int32 {
        let options = try recognitionOptions()
        let folder = try Installation.templates(own: templates)
        let labels = try folder.labels()
        let learned = try learned(folder, labels)
        let template = try learned?.template ?? folder.template(template ?? folder.defaultIdentifier())
        var reading = ReadingOptions()
        reading.encoding = encoding
        let workbook = try WorkbookReader.read(Input.source(table, limits: reading.limits), options: reading)
        let export = try budget.map { try WorkbookReader.read(path: $0) }
        let brought = try SubmissionRecognizer.recognize(
            workbook, budget: export, template: template, labels: labels, options: options)
        var submission = brought.submission
        if let weights {
            try WeightTable.read(WorkbookReader.read(path: weights), labels: labels)
                .apply(to: &submission, standard: template.standard)
        }
        let blank = try learned?.workbook ?? WorkbookReader.read(path: template.formPath)
        let map = try learned?.map ?? FormRecognizer.map(blank, template: template, labels: labels)
        // What the form has no column for is not asked.
        let asksForReasons = map.indicators?.columns[.reason] != nil
        var evaluation = Evaluator.evaluate(
            submission, standard: template.standard, purpose: .toBeFilled(asksForReasons: asksForReasons),
            account: brought.account)

        var report = FillReport(
            evaluation: evaluation, template: template.id, title: template.title,
            unsettled: template.unsettled,
            notes: evaluation.submission.notes + evaluation.totalNotes, output: nil)
        let form = try FormFiller.fill(
            blank: blank, template: template, evaluation: evaluation, labels: labels, map: map, withBasis: withBasis)
        evaluation.account = form.account
        report.evaluation = evaluation
        report.notes += form.notes
        report.cut = form.cut
        if report.canBeHandedIn || !strictWrite {
            let path = outputPath(report, template)
            let name = URL(fileURLWithPath: path).lastPathComponent
            for index in report.cut.indices { report.cut[index].source.file = name }
            try protectInputs(path)
            try WorkbookWriter.write(form.workbook, to: path, replacing: force)
            report.output = path
        }
        switch format {
        case .json: print(try JSONReport.render(report), terminator: "")
        case .text: print(quiet ? Verdict.sentence(report) + "\n" : TextReport.render(report), terminator: "")
        }
        return report.canBeHandedIn ? 0 : evaluation.count(.must) > 0 || !report.cut.isEmpty ? 3 : 5
    }

    /// The blank that was given instead of a template, or nil.
    private func learned(_ set: TemplateSet, _ labels: LabelTable) throws -> LearnedBlank? {
        guard let form else { return nil }
        guard template == nil else { throw Usage.error("--form 和 --template 只能写一个", help: "fill") }
        return try LearnedBlank(path: form, id: "form", labels: labels, generic: set.generic())
    }

    private func recognitionOptions() throws -> RecognitionOptions {
        var options = RecognitionOptions()
        options.sheet = sheet
        options.unit = unit
        options.settings = try settings.map { setting in
            guard let mark = setting.firstIndex(where: { $0 == "=" || $0 == "＝" }), mark != setting.startIndex else {
                throw ToolError(
                    code: .usage, message: "--set 的写法不对：\(setting)", advice: "写成 --set 名称=内容，例如 --set 单位名称=某某局。")
            }
            return (String(setting[..<mark]), String(setting[setting.index(after: mark)...]))
        }
        return options
    }

    /// A folder takes the form under its own name; a path that ends in .xlsx is the form's.
    private func outputPath(_ report: FillReport, _ template: Template) -> String {
        if output.lowercased().hasSuffix(".xlsx") {
            return OutputName.marked(output, canBeHandedIn: report.canBeHandedIn)
        }
        let name = OutputName.file(report.evaluation, template: template, canBeHandedIn: report.canBeHandedIn)
        return output.hasSuffix("/") ? output + name : output + "/" + name
    }

    /// The person's own files are never written to, with or without --force.
    private func protectInputs(_ path: String) throws {
        for input in [table, budget, form, weights].compactMap({ $0 }) { try Input.protect(input, from: path) }
    }
}
