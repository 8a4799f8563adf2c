import Assessment

/// What an outcome gives as exit status. Those of errors are sysexits(3): 64, 65, 66, 70, 73.
public enum ExitStatus {
    /// The form can be handed in, or what was asked for was done.
    public static let done: Int32 = 0
    /// Something must be corrected.
    public static let mustBeCorrected: Int32 = 3
    /// Only explanations are missing, and that was asked.
    public static let mustBeExplained: Int32 = 4
    /// Something was not understood, so that nothing is promised.
    public static let notUnderstood: Int32 = 5

    /// The status of an evaluated form.
    ///
    /// - Parameters:
    ///   - cut: How many texts of a form that was filled would be cut off on paper.
    ///   - strict: Whether missing explanations show.
    public static func of(_ evaluation: Evaluation, cut: Int = 0, strict: Bool = false) -> Int32 {
        if evaluation.count(.must) > 0 || cut > 0 { return mustBeCorrected }
        if !evaluation.account.isUnderstood { return notUnderstood }
        return strict && evaluation.count(.explain) > 0 ? mustBeExplained : done
    }

    /// The status of a form whose scores were explained: what must be corrected in it is not judged.
    public static func explained(_ evaluation: Evaluation) -> Int32 {
        evaluation.account.isUnderstood ? done : notUnderstood
    }

    /// The status of two blanks that were compared.
    public static func of(_ report: DiffReport, strict: Bool) -> Int32 {
        strict && !report.changes.isEmpty ? mustBeExplained : done
    }

    /// The worse of two: 0, 4, 5, 3, then errors by their number.
    public static func worse(_ one: Int32, _ other: Int32) -> Int32 { weight(one) < weight(other) ? other : one }

    /// What is not understood may be anything: worse than a missing explanation, not as bad as what is known to be wrong.
    private static func weight(_ status: Int32) -> Int32 {
        switch status {
        case mustBeExplained: 1
        case notUnderstood: 2
        default: status
        }
    }
}
