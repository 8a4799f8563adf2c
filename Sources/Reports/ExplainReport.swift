import Assessment

/// How the scores of a form come about, for every renderer.
public struct ExplainReport: Sendable {
    /// The evaluation.
    public var evaluation: Evaluation
    /// Name of the file.
    public var file: String
    /// Id of the template.
    public var template: String
    /// Title of the template's form.
    public var title: String
    /// Why that template, and what was understood while reading.
    public var notes: [String]
    /// Its sheet, where the workbook has several forms.
    public var sheet: String?
    /// Whether the readings of its places are shown instead of its scores.
    public var showsReadings = false

    /// A report.
    public init(evaluation: Evaluation, file: String, template: String, title: String, notes: [String]) {
        self.evaluation = evaluation
        self.file = file
        self.template = template
        self.title = title
        self.notes = notes
    }
}
