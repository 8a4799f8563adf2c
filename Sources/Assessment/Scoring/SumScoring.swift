import Foundation

extension ScoringMethod {
    /// A parent's points are its children's.
    public static let sum = ScoringMethod(id: "sum", title: "合计")
}

/// `sum`: a parent's points are its children's. A row of its own is scored as the person gives it.
enum SumScoring: Scoring {
    static let method = ScoringMethod.sum

    static func score(_ subject: ScoringSubject) -> Score { SelfScoring.score(subject) }

    /// The sum of the points that there are.
    static func sum(_ scores: [Score]) -> Decimal { scores.reduce(0) { $0 + ($1.points ?? 0) } }
}
