import Foundation

/// The named figures of a rate, with + and − terms: (上年结转 + 年初预算 − 年末结余) over (上年结转 + 年初预算).
public struct RateFigures: Hashable, Sendable {
    /// A figure and its sign.
    public struct Term: Hashable, Sendable {
        /// Name: a column of the money block's total row, `行 列` of another row, or a fact.
        public var name: String
        /// Taken away instead of added.
        public var isSubtracted: Bool

        /// A term.
        public init(name: String, isSubtracted: Bool = false) {
            self.name = name
            self.isSubtracted = isSubtracted
        }
    }

    /// Above the line.
    public var numerator: [Term]
    /// Below the line.
    public var denominator: [Term]

    /// A rate by its terms.
    public init(numerator: [Term], denominator: [Term]) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// 全年执行数 over 全年预算数.
    public static let execution = RateFigures(
        numerator: [Term(name: BudgetColumn.executed.rawValue)],
        denominator: [Term(name: BudgetColumn.adjusted.rawValue)])
}

extension RateFigures {
    /// The rate over the figures of an evaluation as a share of one; nil when one is missing or the denominator is not above 0.
    public func quotient(of evaluation: Evaluation) -> FormulaExpression? { RateValue(self, evaluation.rows)?.quotient }
}
