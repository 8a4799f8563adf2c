import Foundation
import Spreadsheet

/// The points of one indicator and why they are what they are.
public struct Score: Hashable, Sendable {
    /// Points, rounded; nil when they can't be computed and the person has given none.
    public var points: Decimal?
    /// The method.
    public var method: ScoringMethod
    /// The formula in words with the numbers put in: `11 ÷ 12 × 6 = 5.5`; empty when there is none.
    public var formula: String
    /// The formula itself, for the written form; nil when the person gives the points.
    public var expression: FormulaExpression?
    /// Why there are no points, in Chinese; nil when there are.
    public var missing: String?
    /// The points that the person may give, for a band or a self-given score.
    public var allowed: ClosedRange<Decimal>?
    /// Why the row is left out of weights and total (不适用, the other of a pair is scored); nil when it counts.
    public var leftOut: String?
    /// Other points, exact, that the words of the method give as well where they leave room: a part of a step counted or not.
    public var alternatives: [Decimal] = []
    /// The method does not say how many points there are, but not all of them.
    public var isBelowFull = false
    /// How the points came about.
    public var trace = ScoreTrace()

    /// A score.
    public init(
        points: Decimal?, method: ScoringMethod, formula: String, expression: FormulaExpression? = nil,
        missing: String? = nil, allowed: ClosedRange<Decimal>? = nil
    ) {
        self.points = points
        self.method = method
        self.formula = formula
        self.expression = expression
        self.missing = missing
        self.allowed = allowed
    }
}
