import Assessment
import FormTemplates

/// What a workbook turned out to be: a form or a table, with what stands in it.
public struct RecognizedForm: Sendable {
    /// What stands in it.
    public var submission: Submission
    /// What of it was understood, and what was not.
    public var account: FormAccount
    /// What it is held against.
    public var template: Template
    /// Why that template.
    public var match: TemplateMatch

    /// A recognised form.
    public init(submission: Submission, account: FormAccount, template: Template, match: TemplateMatch) {
        self.submission = submission
        self.account = account
        self.template = template
        self.match = match
    }
}
