import Assessment

/// What there is to say after a form was filled, for every renderer.
public struct FillReport: Sendable {
    /// The evaluation.
    public var evaluation: Evaluation
    /// The template's folder name.
    public var template: String
    /// Title of the form.
    public var title: String
    /// What of the template is not settled, each with 依据待核.
    public var unsettled: [String]
    /// What was understood while reading, and what to mind in the form.
    public var notes: [String]
    /// What of the written form would be cut off on paper.
    public var cut: [CutText]
    /// Path of the written form, or nil when none was written.
    public var output: String?

    /// A report.
    public init(
        evaluation: Evaluation, template: String, title: String, unsettled: [String], notes: [String],
        cut: [CutText] = [], output: String?
    ) {
        self.evaluation = evaluation
        self.template = template
        self.title = title
        self.unsettled = unsettled
        self.notes = notes
        self.cut = cut
        self.output = output
    }

    /// Nothing must be corrected, and nothing is cut off on paper.
    public var canBeHandedIn: Bool { evaluation.canBeHandedIn && cut.isEmpty }
}
