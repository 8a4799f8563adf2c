import Reports

/// What is in a file.
public struct SheetsOutcome: Sendable {
    /// What there is to say.
    public let report: SheetsReport
}
