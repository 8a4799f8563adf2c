import Assessment
import FormTemplates
import Spreadsheet

/// Where an indicator table stands: its headings and its rows.
struct IndicatorTable: Sendable {
    /// A headed column.
    struct Column: Sendable {
        /// Column from 0.
        var column: Int
        /// What it holds; nil when nobody knows the heading.
        var role: IndicatorColumn?
        /// The row of its own heading.
        var headingRow = 0
        /// Its role is taken from its place and contents, since its heading is not known, or means something else beside the others.
        var isGuessed = false
        /// Why it was guessed to be that, in words.
        var ground = ""
        /// It holds the points of the groups whose labels stand left of it: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值.
        var pointsOf: IndicatorColumn?
        /// It holds the scores of those groups: 一级指标 | 分值 | 得分 | 二级指标 | 分值 | 得分.
        var scoreOf: IndicatorColumn?
        /// It holds labels of a level between the first and the last two: they are labels and nothing else.
        var isExtraLevel = false

        /// It holds points or labels of groups, which are read with them.
        var isOfGroups: Bool { holdsGroupPoints || isExtraLevel }

        /// It holds points or scores of groups.
        var holdsGroupPoints: Bool { pointsOf != nil || scoreOf != nil }

        /// Nobody knows what it holds.
        var isUnknown: Bool { role == nil && !isOfGroups }
    }

    var sheetIndex: Int
    var headingRows: ClosedRange<Int>
    /// Rows below the heading, to the end of the sheet or the next heading.
    var rows: Range<Int>
    /// Each headed column in order.
    var columns: [Column]
    /// Rows that hold an indicator's name.
    var count = 0

    /// The first column of a role.
    func column(_ role: IndicatorColumn) -> Int? { columns.first { $0.role == role }?.column }

    /// The column with the points of the groups of a level, where they have one of their own.
    func pointsColumn(of level: IndicatorColumn) -> Int? { columns.first { $0.pointsOf == level }?.column }

    /// The column with the scores of the groups of a level, where they have one of their own.
    func scoreColumn(of level: IndicatorColumn) -> Int? { columns.first { $0.scoreOf == level }?.column }

    /// The columns of level labels and names, as far as the table has them.
    var namingColumns: [Int] { [IndicatorColumn.level1, .level2, .name].compactMap { column($0) } }

    /// A1 form of the range it was found in.
    var range: String {
        let places = columns.map(\.column)
        let first = CellReference(row: headingRows.lowerBound, column: places.min() ?? 0)
        let last = CellReference(row: max(rows.upperBound - 1, first.row), column: places.max() ?? 0)
        return CellRange(first, last).description
    }

    /// Whether the texts of a row are those of a subtotal: the points of a group, beside its label or under it.
    func isSubtotal(_ texts: [ViewText]) -> Bool {
        texts.contains { namingColumns.contains($0.column) && Self.isSubtotal($0.text) }
    }

    /// Whether a label is that of a subtotal: 小计, 分值小计.
    static func isSubtotal(_ label: String) -> Bool { TextNormalizer.key(label).hasSuffix("小计") }
}
