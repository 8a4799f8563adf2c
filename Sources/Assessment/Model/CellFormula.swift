import Foundation

/// A formula of a score whose parts are cells of its row.
public enum CellFormula: Hashable, Sendable {
    /// min(actual ÷ target, 1) × weight.
    case cappedRatio
    /// Met: weight; else target ÷ actual × weight.
    case inverseRatio
    /// Met: weight; else the smaller ÷ the larger × weight.
    case nearness
    /// Full inside the range, else by nearness: half the width of the range.
    case withinRange(Decimal)
    /// Met only when equal: weight, else 0.
    case equality
    /// min(executed ÷ budget, 1) × weight, over the money block.
    case executionRate
    /// min(figures above ÷ figures below, 1) × weight.
    case rate(JudgedCells)
    /// The first band that the value falls in.
    case steps(JudgedCells, ScoreSteps)
    /// Full at the limit, less for each step beyond it.
    case deduct(JudgedCells, ScoreDeduction)
    /// The points are the weight: a date that was kept.
    case full
}

/// The value that a method judges, as cells or numbers of a form give it.
public enum JudgedCells: Hashable, Sendable {
    /// A figure of a rate.
    public struct Figure: Hashable, Sendable {
        /// Its name, by which a form may have a cell for it.
        public var name: String
        /// Its value.
        public var value: Decimal
        /// Taken away instead of added.
        public var isSubtracted: Bool

        /// A figure.
        public init(name: String, value: Decimal, isSubtracted: Bool = false) {
            self.name = name
            self.value = value
            self.isSubtracted = isSubtracted
        }
    }

    /// The sum of figures, with their signs.
    public static func sum(_ figures: [Figure]) -> Decimal {
        figures.reduce(0) { $0 + ($1.isSubtracted ? -$1.value : $1.value) }
    }

    /// The sum of some figures over that of others, in per cent.
    case quotient(numerator: [Figure], denominator: [Figure])
    /// What stands in 实际完成值, in the unit that is judged.
    case stated(Decimal)
}
