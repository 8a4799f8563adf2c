/// What a submission is evaluated for.
public enum AssessmentPurpose: Hashable, Sendable {
    /// It is judged as it is (`check`, `explain`).
    case checked
    /// It is to be made into a form (`fill`).
    ///
    /// - Parameters:
    ///   - asksForReasons: The form has a column for reasons: they are asked for, though what was brought lacks it.
    ///   - asksForMoneyReasons: It has a cell for them beside its money.
    case toBeFilled(asksForReasons: Bool, asksForMoneyReasons: Bool = true)

    /// It becomes a form, whatever it is now.
    var isToBeFilled: Bool { if case .toBeFilled = self { true } else { false } }

    /// Reasons are asked for, though what was brought has no column for them.
    var asksForReasons: Bool { if case .toBeFilled(true, _) = self { true } else { false } }

    /// Reasons are asked for beside the money, though what was brought has no cell for them.
    var asksForMoneyReasons: Bool { if case .toBeFilled(_, true) = self { true } else { false } }
}
