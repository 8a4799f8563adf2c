import Foundation
import Spreadsheet

/// The points of one indicator and why they are what they are.
public struct Score: Hashable, Sendable {
    /// Points, rounded; nil when they can't be computed and the person has given none.
    public var points: Decimal?
    /// Id of the method.
    public var method: ScoringMethod
    /// The formula in words with the numbers put in: `11 ÷ 12 × 6 = 5.5`; empty when there is none.
    public var formula: String
    /// The same as a spreadsheet formula over named parts, for the written form; nil when the person gives the points.
    public var cellFormula: CellFormula?
    /// Why there are no points, in Chinese; nil when there are.
    public var missing: String?
    /// The points that the person may give, for a band or a self-given score.
    public var allowed: ClosedRange<Decimal>?

    /// A score.
    public init(
        points: Decimal?, method: ScoringMethod, formula: String, cellFormula: CellFormula? = nil,
        missing: String? = nil, allowed: ClosedRange<Decimal>? = nil
    ) {
        self.points = points
        self.method = method
        self.formula = formula
        self.cellFormula = cellFormula
        self.missing = missing
        self.allowed = allowed
    }
}

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
    /// The points are the weight: a date that was kept.
    case full
}
