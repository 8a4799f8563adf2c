import Assessment
import FormRecognition
import Reports

/// `explain`: how each score of a form comes about.
public enum ExplainJob {
    /// Reads and evaluates.
    ///
    /// - Throws: `ToolError`: 64 when the sheet or template must be told, 65 for a file that can't be used, 66 for one that is not there.
    public static func run(_ request: ExplainRequest, library: JobLibrary) throws -> ExplainOutcome {
        let workbook = OwnSheets.of(try request.form.workbook(encoding: request.encoding))
        var options = request.options
        options.wantsReadings = request.wantsReadings
        let forms = try FormReader.forms(
            in: workbook, library: library.forms, template: request.template, options: options)
        return ExplainOutcome(
            reports: ExplainedForms(
                try forms.map { form in
                    let read = try form.result.get()
                    let evaluation = Evaluator.evaluate(
                        read.submission, standard: read.template.standard, account: read.account)
                    var report = ExplainReport(
                        evaluation: evaluation, file: workbook.fileName, template: read.match.id,
                        title: read.match.title,
                        notes: read.match.evidence + library.notes + evaluation.submission.notes)
                    report.sheet = form.sheet
                    report.showsReadings = request.wantsReadings
                    return report
                }))
    }
}
