import Foundation

/// The bands of a `steps` score: the first that the value falls in gives the points.
public struct ScoreSteps: Hashable, Sendable {
    /// A band; a bound that is nil is open.
    public struct Band: Hashable, Sendable {
        /// The value is above this.
        public var above: Decimal?
        /// The value is at least this.
        public var from: Decimal?
        /// The value is below this.
        public var below: Decimal?
        /// The value is at most this.
        public var to: Decimal?
        /// What it gives.
        public var gives: Decimal

        /// A band by its bounds.
        public init(
            above: Decimal? = nil, from: Decimal? = nil, below: Decimal? = nil, to: Decimal? = nil, gives: Decimal
        ) {
            self.above = above
            self.from = from
            self.below = below
            self.to = to
            self.gives = gives
        }

        /// Whether a value falls in it.
        public func contains(_ value: Decimal) -> Bool {
            above.map { value > $0 } ?? true && from.map { value >= $0 } ?? true
                && below.map { value < $0 } ?? true && to.map { value <= $0 } ?? true
        }
    }

    /// Bands in the order in which they are tried.
    public var bands: [Band]
    /// What a value outside all bands gets.
    public var otherwise: Decimal
    /// What bands give is a share of the weight in per cent, not points.
    public var isShare: Bool

    /// Bands with what lies outside them.
    public init(bands: [Band], otherwise: Decimal = 0, isShare: Bool = false) {
        self.bands = bands
        self.otherwise = otherwise
        self.isShare = isShare
    }
}
