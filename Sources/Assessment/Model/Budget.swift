import Foundation
import Spreadsheet

/// The columns of the money block.
public enum BudgetColumn: String, Hashable, Sendable, CaseIterable {
    case initial = "年初预算数"
    case adjusted = "全年预算数"
    case executed = "全年执行数"
    case rate = "执行率"
    case weight = "分值"
    case score = "得分"
    case reason = "原因"

    /// The columns that hold amounts of money.
    public static let amounts: [BudgetColumn] = [.initial, .adjusted, .executed]
}

/// One row of the money block. Amounts are in the template's unit, 万元 where nothing else is said.
public struct BudgetLine: Hashable, Sendable {
    /// Canonical name of the row (年度资金总额, 财政拨款, 基本支出 …).
    public var name: String
    /// Its figures, by column; ``BudgetColumn/reason`` holds none.
    public var amounts: [BudgetColumn: SourcedNumber] = [:]

    /// The text in the block's column of reasons, empty where nothing is written; nil where the block has no such column.
    public var reason: SourcedText?

    /// A line by its name.
    public init(name: String) {
        self.name = name
    }

    /// The number in a column, or nil.
    public subscript(column: BudgetColumn) -> Decimal? { amounts[column]?.value }
}
