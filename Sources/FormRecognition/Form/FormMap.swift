import Assessment
import Spreadsheet

/// What each place of a blank form is: the slots to fill, found by the labels beside them.
public struct FormMap: Sendable {
    /// Rows that repeat, one for each item, under a heading.
    public struct RepeatBlock: Sendable {
        /// Row of the headings, from 0.
        public var headingRow: Int
        /// Rows of the blank that stand for the items.
        public var rows: ClosedRange<Int>
        /// Column of each heading, by its role.
        public var columns: [String: Int]
    }

    /// A row of the money block.
    public struct MoneyRow: Sendable {
        /// Canonical name.
        public var name: String
        /// Number of the grid on the form that it stands in, from 0.
        public var grid: Int
        /// Cells of the row, by column.
        public var cells: [BudgetColumn: CellReference]
    }

    /// Slots of facts, by canonical label.
    public var facts: [String: CellReference] = [:]
    /// The cell of `（    年度）`.
    public var yearLine: CellReference?
    /// Rows of the money block.
    public var money: [MoneyRow] = []
    /// The indicator rows; the keys of `columns` are the raw values of ``IndicatorColumn``.
    public var indicators: RepeatBlock?
    /// 年度重点工作任务完成情况; the keys are 任务, 完成情况, 原因.
    public var tasks: RepeatBlock?
    /// Row of 总分 or 合计 under the indicators.
    public var totalRow: Int?
    /// Slot of 等级.
    public var grade: CellReference?
}
