import Assessment
import Spreadsheet

/// What was done to a table: for a person, for scripts, for tests.
public struct TidyReport: Sendable {
    /// Why a row is not in the result.
    public enum Reason: String, CaseIterable, Sendable {
        /// Above the heading.
        case title
        /// The heading, or the titles over it, printed again on a later page.
        case repeatedHeading = "repeated-heading"
        /// 小计, 合计, 本月合计.
        case total
        /// 承前页, 过次页: totals that only carry from page to page.
        case pageMark = "page-mark"
        /// Notes and signatures.
        case note
    }

    /// A column with a count of its cells.
    public struct ColumnCount: Hashable, Sendable {
        /// Name of the column.
        public var column: String
        /// Cells.
        public var count: Int
    }

    /// A column whose amounts were converted.
    public struct Conversion: Hashable, Sendable {
        /// Name of the column, as it was.
        public var column: String
        /// Unit that the amounts were in.
        public var from: MoneyUnit
        /// Unit that they are in now.
        public var to: MoneyUnit
    }

    /// Cells of a column that are not of its kind, and stayed as they were.
    public struct Misfit: Hashable, Sendable {
        /// Name of the column.
        public var column: String
        /// What the column holds.
        public var kind: ColumnKind
        /// Cells.
        public var count: Int
        /// The first.
        public var first: CellReference
        /// Text of the first.
        public var text: String
    }

    /// Rows of the heading, from 0.
    public internal(set) var headingRows: [Int] = []
    /// How many of them were joined; a row that only numbers the columns (栏次) is not.
    public internal(set) var joinedHeadingRows = 0
    /// Names of the columns in the result.
    public internal(set) var columns: [String] = []
    /// Kinds of the columns in the result.
    public internal(set) var kinds: [ColumnKind] = []
    /// Rows left out, from 0, by reason.
    public internal(set) var droppedRows: [Reason: [Int]] = [:]
    /// Blank rows left out.
    public internal(set) var blankRows = 0
    /// Rows of data in the result.
    public internal(set) var dataRows = 0
    /// Cells filled down, by column.
    public internal(set) var filled: [ColumnCount] = []
    /// Columns that were converted.
    public internal(set) var conversions: [Conversion] = []
    /// Cells that did not fit.
    public internal(set) var misfits: [Misfit] = []
    /// Rows that begin with 其中, from 0: details of the row above, kept.
    public internal(set) var ofWhichRows: [Int] = []
    /// Rows that are sums of rows under them, by their codes or names, from 0: kept.
    public internal(set) var parentRows: [Int] = []
    /// Rows that have others under them and are not their sums, from 0: kept.
    public internal(set) var doubtfulParentRows: [Int] = []
    /// Rows that are just the sum of rows beside them and don't say so, from 0: kept.
    public internal(set) var alikeRows: [Int] = []
    /// Titles of later pages that differ from the first page's, with their rows from 0.
    public internal(set) var pageTitles: [(row: Int, text: String)] = []
    /// Rows with something outside the columns of the heading, from 0.
    public internal(set) var outsideRows: [Int] = []
    /// Formulas without a value.
    public internal(set) var formulasWithoutValue = 0
    /// Further sentences, in Chinese.
    public internal(set) var notes: [String] = []
}
