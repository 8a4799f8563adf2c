import Assessment
import FormTemplates
import Spreadsheet

/// Reads a form that anyone filled, an indicator table or a finance export, of a template that is known or not.
public enum FormReader {
    /// Reads a workbook.
    ///
    /// - Parameter template: Id of the template that the person says it is; nil to recognise it.
    /// - Throws: `ToolError` (65) when there is no indicator table and no table of money in it; (64) when there is no such template.
    public static func read(
        _ workbook: Workbook, library: FormLibrary, template id: String? = nil,
        options: RecognitionOptions = RecognitionOptions()
    ) throws -> RecognizedForm {
        let template = library.entries.first { $0.template.id == id }?.template ?? library.generic
        var submission = try SubmissionRecognizer.recognize(
            workbook, budget: nil, template: template, labels: library.labels, options: options)
        submission.kind = .form
        let match = TemplateMatch(id: template.id, title: template.title, isGeneric: id == nil, evidence: [])
        return RecognizedForm(submission: submission, template: template, match: match)
    }
}
