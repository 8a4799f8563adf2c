import Foundation

/// The rule of a `deduct` score: full at the limit, then less for each step beyond it.
public struct ScoreDeduction: Hashable, Sendable {
    /// On which side of the limit points are lost.
    public enum Side: String, Hashable, Sendable, CaseIterable {
        case above, below
    }

    /// Which steps count.
    public enum Counting: String, Hashable, Sendable, CaseIterable {
        /// A step that has begun counts whole.
        case started
        /// Only whole steps count.
        case full
        /// Each part of a step counts for its part.
        case exact
    }

    /// Full points at this value and on its good side.
    public var limit: Decimal
    /// The bad side.
    public var side: Side
    /// Width of a step.
    public var step: Decimal
    /// What a step costs.
    public var costs: Decimal
    /// The cost is a share of the weight in per cent, not points.
    public var isShare: Bool
    /// Which steps count.
    public var counting: Counting

    /// A rule.
    public init(
        limit: Decimal, side: Side, step: Decimal = 1, costs: Decimal, isShare: Bool = false, counting: Counting = .full
    ) {
        self.limit = limit
        self.side = side
        self.step = step
        self.costs = costs
        self.isShare = isShare
        self.counting = counting
    }
}
