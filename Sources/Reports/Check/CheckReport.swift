import Assessment
import FormRecognition
import FormTemplates
import Spreadsheet

/// What there is to say after a form was checked, for every renderer.
public struct CheckReport: Sendable {
    /// The evaluation.
    public var evaluation: Evaluation
    /// The file as the person named it.
    public var path: String
    /// The sheet of the form, where the file has several forms.
    public var sheet: String?
    /// Name of the file, as findings have it.
    public var file: String
    /// Which template it was taken for, and on what evidence.
    public var match: TemplateMatch
    /// What of the template is not settled, each with 依据待核.
    public var unsettled: [String]
    /// What was understood while reading.
    public var notes: [String]
    /// Path of the marked copy, or nil when none was written.
    public var marked: String?

    /// The file, and the sheet where it has several forms: `各项目.xlsx〔项目二〕`.
    public var name: String { Self.name(path, sheet) }

    /// A file and a sheet of it as one name.
    public static func name(_ path: String, _ sheet: String?) -> String { path + (sheet.map { "〔\($0)〕" } ?? "") }

    /// A report on a form that was recognised and evaluated.
    public init(_ form: RecognizedForm, evaluation: Evaluation, path: String, sheet: String? = nil) {
        self.sheet = sheet
        self.evaluation = evaluation
        self.path = path
        file = form.submission.source.file
        match = form.match
        unsettled = form.template.unsettled
        notes = evaluation.submission.notes
    }
}

extension Template {
    /// What of the template is not settled: each statement with its basis, which says 依据待核.
    public var unsettled: [String] {
        provenance.filter { $0.basis.contains("依据待核") }.map { "\($0.what)：\($0.basis)" }
    }
}
