import Reports

/// How the scores of a form come about.
public struct ExplainOutcome: Sendable {
    /// What there is to say.
    public let report: ExplainReport
}
