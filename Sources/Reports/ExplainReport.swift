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

    /// A report.
    public init(evaluation: Evaluation, file: String, template: String, title: String, notes: [String]) {
        self.evaluation = evaluation
        self.file = file
        self.template = template
        self.title = title
        self.notes = notes
    }
}
