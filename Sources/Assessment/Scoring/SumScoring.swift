import Foundation

/// `sum`: a parent's points are its children's.
enum SumScoring {
    /// The sum of the points that there are, and whether every child that counts has some.
    static func sum(_ scores: [Score]) -> (points: Decimal, isComplete: Bool) {
        (
            scores.reduce(0) { $0 + ($1.points ?? 0) },
            scores.allSatisfy { $0.points != nil || $0.leftOut != nil }
        )
    }
}
