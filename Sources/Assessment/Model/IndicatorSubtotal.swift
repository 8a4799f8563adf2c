import Foundation
import Spreadsheet

/// A row of an indicator table that adds up some of the rows above it: 小计 under a group, or under all rows where 总计 follows.
public struct IndicatorSubtotal: Hashable, Sendable {
    /// What it is, in words: the subtotal of a group as that is printed, or the row by its own label.
    public var title: String
    /// 分值 that it prints; nil where it prints none.
    public var weight: SourcedNumber?
    /// 得分 that it prints; nil where it prints none.
    public var score: SourcedNumber?
    /// The rows that it adds up, by their numbers among the submission's indicators.
    public var rows: Range<Int>
    /// A label above it seems to be lost: which rows it adds up is not certain.
    public var isUncertain = false

    /// A subtotal.
    public init(title: String, weight: SourcedNumber?, score: SourcedNumber?, rows: Range<Int>) {
        self.title = title
        self.weight = weight
        self.score = score
        self.rows = rows
    }

    /// The same among the indicators of a form of which others stand before it.
    public func after(_ count: Int) -> IndicatorSubtotal {
        var subtotal = self
        subtotal.rows = rows.lowerBound + count..<rows.upperBound + count
        return subtotal
    }

    /// What the rows make; nil where one of them has none. A row that says 不适用 may have none.
    public func sum(_ points: KeyPath<Indicator, SourcedNumber?>, of indicators: [Indicator]) -> Decimal? {
        let own = indicators[rows.clamped(to: indicators.indices)]
            .filter { !($0.isNotApplicable && $0[keyPath: points]?.value == nil) }
        let values = own.compactMap { $0[keyPath: points]?.value }
        return own.isEmpty || values.count < own.count ? nil : values.reduce(0, +)
    }
}
