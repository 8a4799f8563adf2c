/// Which template a form was taken for, and why.
public struct TemplateMatch: Hashable, Sendable {
    /// Id of the template.
    public var id: String
    /// Title of the template's form.
    public var title: String
    /// No template fits: the form is held against what all forms have in common.
    public var isGeneric: Bool
    /// On what evidence, in Chinese sentences.
    public var evidence: [String]

    /// A match.
    public init(id: String, title: String, isGeneric: Bool, evidence: [String]) {
        self.id = id
        self.title = title
        self.isGeneric = isGeneric
        self.evidence = evidence
    }
}
