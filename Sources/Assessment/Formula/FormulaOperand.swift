import Foundation

/// A named part of a formula, with the value that it has here. A form may have a cell for it.
public struct FormulaOperand: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// 分值 of the row.
        case weight
        /// 年度指标值 of the row, in its own unit.
        case target
        /// 实际完成值 of the row, in the unit of the target.
        case actual
        /// Half the width of the range that the target allows, in the unit of the target.
        case tolerance
        /// 实际完成值 of the row in the unit that is judged: 95 for 95%.
        case judged
        /// A rate that 实际完成值 states: 95 for 95%; a formula reckons with 0.95.
        case statedRate
        /// An amount in the money block's row of the total. Nothing but its cell may stand for it.
        case amount(BudgetColumn)
    }

    /// What it is.
    public var kind: Kind
    /// Its value.
    public var value: Decimal

    /// A part of a formula.
    public init(_ kind: Kind, _ value: Decimal) {
        self.kind = kind
        self.value = value
    }
}
