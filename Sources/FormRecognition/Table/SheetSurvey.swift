import Assessment
import FormTemplates
import Spreadsheet

/// What is in a sheet, for a person who wants to know before anything is done with it.
public struct SheetSurvey: Sendable {
    /// A table that was recognised.
    public struct Table: Sendable, Hashable {
        /// What it is: 绩效指标表, 预算执行导出, or 表 for any other.
        public var kind: String
        /// Where its heading is, in A1 form: of an indicator table the whole range.
        public var range: String
        /// Names of its columns.
        public var columns: [String]
        /// Rows of data that were seen, or nil when they were not counted.
        public var rows: Int?
    }

    /// The unit of money that a text states, and where.
    public struct Unit: Sendable, Hashable {
        /// 元 or 万元.
        public var name: String
        /// The cell that says so.
        public var cell: CellReference
        /// Its text.
        public var text: String
    }

    /// Tables, the best known first.
    public var tables: [Table] = []
    /// Units that are stated.
    public var units: [Unit] = []

    /// What a table of indicators is called.
    public static let indicatorTable = "绩效指标表"

    /// How many rows from the top are looked at.
    public static let depth = 2000

    /// Looks at one sheet of a workbook, which may hold only its first rows.
    public init(_ workbook: Workbook, sheet index: Int, labels: LabelTable) {
        var alone = workbook
        alone.sheets = [workbook.sheets[index]]
        let view = SheetView(alone, 0)
        let indicators = IndicatorTableFinder(view: view, words: FormWords(labels: labels)).tables()
        // The last table of a sheet of which only the first rows are here goes on to the sheet's end, uncounted.
        let end = alone.sheets[0].extent?.row ?? -1
        tables = indicators.enumerated().map { position, table in
            var table = table
            let goesOn = end >= Self.depth && position == indicators.count - 1
            if goesOn { table.rows = table.rows.lowerBound..<max(table.rows.upperBound, end + 1) }
            let columns = table.columns.map { view.text(table.headingRows.upperBound, $0.column) }
            return Table(
                kind: Self.indicatorTable, range: table.range, columns: columns, rows: goesOn ? nil : table.count)
        }
        if indicators.isEmpty { tables += Self.otherTables(alone, view, labels) }
        // Units stand above a table or in its heading.
        for row in 0...min(max(view.lastRow, 0), 50) {
            for text in view.texts(in: row) {
                guard let name = text.statedUnit?.rawValue, !units.contains(where: { $0.name == name }) else {
                    continue
                }
                units.append(Unit(name: name, cell: CellReference(row: row, column: text.column), text: text.text))
            }
        }
    }

    private static func otherTables(_ workbook: Workbook, _ view: SheetView, _ labels: LabelTable) -> [Table] {
        let rows = view.sheet.orderedRows.prefix(HeadingFinder.depth)
        let merges = view.sheet.merges
        let head = Array(rows)
        let finder = HeadingFinder(head, merges: MergeIndex(merges, rows: HeadingFinder.depth + 3), labels: labels)
        guard let heading = finder.find(), let first = heading.rows.first, let last = heading.rows.last else {
            return []
        }
        let filled = heading.names.indices.filter { !heading.names[$0].isEmpty }
        // Two columns may as well be labels and what belongs to them.
        guard filled.count > 2, let left = filled.first, let right = filled.last else { return [] }
        let range = CellRange(CellReference(row: first, column: left), CellReference(row: last, column: right))
        let isExport = (try? BudgetExport(workbook, labels: labels)) != nil
        return [
            Table(
                kind: isExport ? "预算执行导出" : "表", range: range.description, columns: filled.map { heading.names[$0] },
                rows: nil)
        ]
    }
}
