import Reports

/// What a bureau changed in its blank.
public struct DiffOutcome: Sendable {
    /// What there is to say.
    public let report: DiffReport
}
