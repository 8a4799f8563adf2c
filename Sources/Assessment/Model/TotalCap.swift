import Foundation

/// 封顶: below a rate of execution the total is held down, whatever the indicators make.
public struct TotalCap: Hashable, Sendable {
    /// The cap holds for a 预算执行率 in per cent below this.
    public var below: Decimal
    /// The highest total then.
    public var atMost: Decimal

    /// A cap.
    public init(below: Decimal, atMost: Decimal) {
        self.below = below
        self.atMost = atMost
    }
}

/// A cap that held a total down.
public struct AppliedCap: Hashable, Sendable {
    /// The cap.
    public var cap: TotalCap
    /// 预算执行率 in per cent, exact.
    public var rate: Decimal
    /// The total before it.
    public var before: Decimal
    /// `执行率 55.20% 低于 60%，总分最高 59 分`.
    public var words: String
}

/// Rows that say 不适用 were left out, and the rest counts for the whole.
public struct Rescaling: Hashable, Sendable {
    /// Names of the indicators that were left out.
    public var leftOut: [String]
    /// 分值 of those that count.
    public var counted: Decimal
    /// What they are scaled up to.
    public var total: Decimal
    /// The sum of the points before.
    public var before: Decimal
    /// `85.5 × 100 ÷ 95 = 90`.
    public var words: String
}
