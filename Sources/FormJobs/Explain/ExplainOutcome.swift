import Reports

/// How the scores of a form come about.
public struct ExplainOutcome: Sendable {
    /// What there is to say of each form of the workbook.
    public let reports: ExplainedForms

    /// What there is to say of the first form.
    public var report: ExplainReport { reports.reports[0] }
}
