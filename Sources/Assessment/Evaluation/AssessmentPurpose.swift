/// What a submission is evaluated for.
public enum AssessmentPurpose: Hashable, Sendable {
    /// It is judged as it is (`check`, `explain`).
    case checked
    /// It is to be made into a form (`fill`).
    ///
    /// - Parameter asksForReasons: The form has a column for reasons: they are asked for, though what was brought lacks it.
    case toBeFilled(asksForReasons: Bool)

    /// It becomes a form, whatever it is now.
    var isToBeFilled: Bool { self != .checked }

    /// Reasons are asked for, though what was brought has no column for them.
    var asksForReasons: Bool { self == .toBeFilled(asksForReasons: true) }
}
