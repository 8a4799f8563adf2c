/// One scoring method: one file in this folder and one line in ``ScoringCatalogue``.
protocol Scoring: Sendable {
    /// Its name: the id that templates write, and the title that a person reads.
    static var method: ScoringMethod { get }
    /// Whether a row needs 年度指标值 to be scored.
    static func needsTarget(_ choice: Standard.MethodChoice, _ standard: Standard) -> Bool
    /// Whether a row needs 实际完成值 to be scored.
    static func needsActual(_ choice: Standard.MethodChoice, _ standard: Standard) -> Bool
    /// The score of a row that has what the method needs; without points where it can't be applied, with the reason why.
    static func score(_ subject: ScoringSubject) -> Score
}

extension Scoring {
    /// What the person gives needs a target where the form has that column.
    static func needsTarget(_ choice: Standard.MethodChoice, _ standard: Standard) -> Bool {
        standard.methodWithoutTarget == nil
    }

    /// A rate over named figures needs none.
    static func needsActual(_ choice: Standard.MethodChoice, _ standard: Standard) -> Bool { choice.rate == nil }
}
