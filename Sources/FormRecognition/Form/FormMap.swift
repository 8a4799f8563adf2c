import Assessment
import Spreadsheet

/// What each place of a blank form is: the slots to fill, found by the labels beside them.
public struct FormMap: Sendable {
    /// A row that the blank prints under the headings of its indicators.
    public struct PrintedRow: Hashable, Sendable {
        /// What a row is for.
        public enum Kind: Hashable, Sendable {
            /// A level label with its share of the points and no indicator.
            case group
            /// An indicator that the bureau names.
            case fixed
            /// To be filled with an indicator of the person's.
            case free
        }

        /// Row from 0.
        public var row: Int
        /// What it is for.
        public var kind: Kind
        /// 一级指标 as printed, filled down; empty where none is printed.
        public var level1: String
        /// 二级指标 as printed, filled down.
        public var level2: String
        /// 三级指标 of a fixed row.
        public var name: String
        /// 分值 that the row prints.
        public var weight: SourcedNumber?
        /// 年度指标值 that the row prints.
        public var target: Target?
        /// The cell of its name.
        public var source: Source
        /// It prints nothing but the place of an indicator that the person is to write: 指标2：, ……
        public var isPlaceholder = false
        /// Which table of the form it stands in, from 0: one for each goal.
        public var part = 0
    }

    /// Rows that repeat, one for each item, under a heading.
    public struct RepeatBlock: Sendable {
        /// Row of the (lower) headings, from 0.
        public var headingRow: Int
        /// Rows of the blank that stand for the items.
        public var rows: ClosedRange<Int>
        /// Column of each heading, by its role.
        public var columns: [IndicatorColumn: Int]
        /// What each of the rows prints.
        public var printed: [PrintedRow] = []
        /// Columns whose headings nobody knows, by the key of the heading.
        public var others: [String: Int] = [:]
    }

    /// Rows for the tasks of the year, under a heading.
    public struct TaskRows: Sendable {
        /// Row of the headings, from 0.
        public var headingRow: Int
        /// Rows of the blank that stand for the tasks.
        public var rows: ClosedRange<Int>
        /// Column of each heading.
        public var columns: [WorkTask.Part: Int]
        /// The column that says what a task is (主要内容); nil where there is none.
        public var content: Int?
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

    /// The sheet of the workbook that is the form, from 0.
    public var sheetIndex = 0
    /// Slots of facts, by canonical label.
    public var facts: [FactName: CellReference] = [:]
    /// The cell of `（    年度）`.
    public var yearLine: CellReference?
    /// Rows of the money block.
    public var money: [MoneyRow] = []
    /// The indicator rows.
    public var indicators: RepeatBlock?
    /// 年度重点工作任务完成情况.
    public var tasks: TaskRows?
    /// Row of 总分 or 合计 under the indicators.
    public var totalRow: Int?
    /// Slot of 总分 that stands apart from the table.
    public var total: CellReference?
    /// Slot of 等级.
    public var grade: CellReference?
    /// Notes that the blank prints: the filled form has them too.
    public var notes: [SourcedText] = []

    /// The map after rows have moved: what each place is stays, where it is changes.
    public func moved(_ move: (CellReference) -> CellReference, rows: (ClosedRange<Int>) -> ClosedRange<Int>) -> FormMap
    {
        func row(_ row: Int) -> Int { move(CellReference(row: row, column: 0)).row }
        var result = self
        result.facts = facts.mapValues(move)
        result.yearLine = yearLine.map(move)
        for index in money.indices { result.money[index].cells = money[index].cells.mapValues(move) }
        if let block = indicators {
            result.indicators?.headingRow = row(block.headingRow)
            result.indicators?.rows = rows(block.rows)
        }
        if let block = tasks {
            result.tasks?.headingRow = row(block.headingRow)
            result.tasks?.rows = rows(block.rows)
        }
        result.totalRow = totalRow.map(row)
        result.total = total.map(move)
        result.grade = grade.map(move)
        return result
    }
}
