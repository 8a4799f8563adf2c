import Assessment
import FormFilling
import FormRecognition
import FormTemplates
import Reports
import Spreadsheet

/// `fill`: from figures to the filled form.
public enum FillJob {
    /// Reads, evaluates and fills; writes nothing.
    ///
    /// - Throws: `ToolError`: 64 for a request that can't be meant so, 65 for a file that can't be used, 66 for one that is not there.
    public static func run(_ request: FillRequest, library: JobLibrary) throws -> FillOutcome {
        let labels = library.forms.labels
        let blank = try blank(request, library)
        let template = blank.template
        let workbook = try request.table.workbook(encoding: request.encoding)
        let export = try request.budget.map { try $0.workbook(encoding: request.encoding) }
        var options = request.options
        // With --form the sheet may be the blank's.
        if request.form != nil, let sheet = options.sheet, !workbook.sheets.contains(where: { $0.name == sheet }),
            blank.workbook.sheets.contains(where: { $0.name == sheet })
        {
            options.sheet = nil
        }
        let brought = try SubmissionRecognizer.recognize(
            workbook, budget: export, template: template, labels: labels, options: options)
        var submission = brought.submission
        var account = brought.account
        if let weights = request.weights {
            let table = try WeightTable.read(weights.workbook(encoding: request.encoding), labels: labels)
            try table.apply(to: &submission, standard: template.standard)
            account.add(table.account(after: submission))
        }
        // What the blank prints holds for what is filled into it.
        submission.printedNotes += blank.map.notes.filter { note in
            !submission.printedNotes.contains { $0.text == note.text }
        }
        let overprinted = PrintedFigures.settle(&submission, map: blank.map)
        // What the form has no column for is not asked.
        let asksForReasons = blank.map.indicators?.columns[.reason] != nil
        var evaluation = Evaluator.evaluate(
            submission, standard: template.standard,
            purpose: .toBeFilled(
                asksForReasons: asksForReasons,
                asksForMoneyReasons: blank.map.money.contains { $0.cells[.reason] != nil }), account: account)

        let form = try FormFiller.fill(
            blank: blank.workbook, template: template, evaluation: evaluation, labels: labels, map: blank.map,
            withBasis: request.withBasis)
        evaluation.account = form.account
        evaluation.account.notPlaced += overprinted
        let report = FillReport(
            evaluation: evaluation, template: template.id, title: template.title, unsettled: template.unsettled,
            notes: library.notes + evaluation.submission.notes + evaluation.totalNotes + form.notes,
            cut: form.cut, output: nil)
        return FillOutcome(
            report: report, form: form,
            fileName: OutputName.file(evaluation, template: template, mark: OutputName.mark(report)))
    }

    private static func blank(
        _ request: FillRequest, _ library: JobLibrary
    ) throws -> (template: Template, workbook: Workbook, map: FormMap) {
        if let form = request.form {
            guard request.template == nil else { throw ToolError.usage("--form 和 --template 只能写一个", help: "fill") }
            let learned = try LearnedBlank(
                form, id: "form", sheet: request.options.sheet, isSheetOfBlank: false, encoding: request.encoding,
                library: library)
            return (learned.template, learned.workbook, learned.map)
        }
        let entry = try library.entry(request.template)
        guard let blank = entry.blank else {
            throw ToolError(
                code: .templateBroken, message: "模板 \(entry.template.id) 缺少空表 form.xlsx。",
                advice: "把空表放到模板的文件夹里。")
        }
        let map = try FormRecognizer.map(blank, template: entry.template, labels: library.forms.labels)
        return (entry.template, blank, map)
    }
}
