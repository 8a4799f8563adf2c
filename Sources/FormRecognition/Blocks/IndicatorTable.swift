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
        /// Its role is taken from its place alone, since its heading is not known.
        var isGuessed = false
        /// It holds the points of the groups whose labels stand left of it: 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值.
        var pointsOf: IndicatorColumn?
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

/// Finds indicator tables by their rows of headings.
struct IndicatorTableFinder {
    let view: SheetView
    let words: FormWords
    var overrules = Overrules()

    /// The tables of the sheet, from above.
    func tables() -> [IndicatorTable] {
        var tables: [IndicatorTable] = []
        var next = 0
        for row in view.filledRows where row >= next {
            guard let table = table(at: row) else { continue }
            if let last = tables.indices.last {
                tables[last].rows = tables[last].rows.lowerBound..<table.headingRows.lowerBound
            }
            tables.append(table)
            next = table.headingRows.upperBound + 1
        }
        for index in tables.indices {
            guard let name = tables[index].column(.name) else { continue }
            tables[index].count = tables[index].rows.count { !view.text($0, name).isEmpty }
        }
        return tables
    }

    private func columns(in row: Int) -> [IndicatorTable.Column] {
        let texts = view.texts(in: row)
        let listed = texts.map { words.indicatorColumn($0.label) }
        // Words that are listed go before words that are put together; a row of which none is listed heads nothing.
        guard listed.contains(where: { $0 != nil }) else {
            return texts.map { .init(column: $0.column, role: nil) }
        }
        var found = Set(listed.compactMap { $0 })
        return zip(texts, listed).map { text, role in
            guard role == nil, let label = text.label, let composed = words.labels.composedColumn(label),
                found.insert(composed).inserted
            else { return .init(column: text.column, role: role) }
            return .init(column: text.column, role: composed)
        }
    }

    /// What the person said of columns goes before their headings. A row with fewer than two known headings is none.
    private func overruled(_ columns: [IndicatorTable.Column]) -> [IndicatorTable.Column] {
        let told = overrules.indicatorColumns.among(columns.map(\.column))
        guard !told.isEmpty, columns.count(where: { $0.role != nil }) >= 2 else { return columns }
        return columns.map { .init(column: $0.column, role: told.role(of: $0.column, headed: $0.role)) }
    }

    private func table(at row: Int) -> IndicatorTable? {
        var columns = columns(in: row)
        guard columns.contains(where: { $0.role != nil }) else { return nil }
        var heading = row...row
        // Two rows of headings: 年度指标值 over 指标性质, 指标值, 度量单位, or 绩效指标 over 一级指标, 二级指标, 三级指标.
        let below = self.columns(in: row + 1)
        let hasName = columns.contains { $0.role == .name }
        let hasNameBelow = below.contains { $0.role == .name }
        if below.count(where: { $0.role != nil }) >= 2, hasName != hasNameBelow {
            let covered = Set(below.map(\.column))
            columns = columns.filter { !covered.contains($0.column) } + below
            columns.sort { $0.column < $1.column }
            heading = row...(row + 1)
        }
        // A label that reaches down beside the rows (绩效指标) heads the block, not a column.
        columns.removeAll { column in
            guard column.role == nil, let merge = view.merge(row, column.column) else { return false }
            // A heading may as well be merged with the row under it.
            let hasColumn = (merge.last.row + 1...max(view.lastRow, merge.last.row + 1)).contains {
                !view.text($0, column.column).isEmpty
            }
            return merge.last.row > heading.upperBound && (merge.last.row > heading.upperBound + 1 || !hasColumn)
        }
        columns = Self.pointsOfLevels(Self.settled(Self.named(overruled(columns))))
        let found = Set(columns.compactMap(\.role))
        let telling = found.intersection([.target, .actual, .weight]).count
        guard found.contains(.name), telling >= 2 || telling == 1 && found.count >= 5 else { return nil }
        let start = heading.upperBound + 1
        return IndicatorTable(
            sheetIndex: view.index, headingRows: heading, rows: start..<max(start, view.lastRow + 1), columns: columns)
    }

    /// Where everything but the name of the indicators is known, it stands in the column that nobody knows: behind the levels, before the rest.
    private static func named(_ columns: [IndicatorTable.Column]) -> [IndicatorTable.Column] {
        let roles = columns.compactMap(\.role)
        let found = Set(roles)
        guard !found.contains(.name), !found.isDisjoint(with: [.target, .actual, .weight]),
            !found.isDisjoint(with: [.level1, .level2]) || found.count >= 4, found.count >= 3
        else { return columns }
        var columns = columns
        let levels = columns.lastIndex { $0.role == .level2 } ?? columns.lastIndex { $0.role == .level1 }
        let first = levels.map { $0 + 1 } ?? 0
        guard let place = columns[first...].firstIndex(where: { $0.role == nil }),
            columns[first..<place].allSatisfy({ $0.role == .weight })
        else { return columns }
        columns[place].role = .name
        columns[place].isGuessed = true
        return columns
    }

    /// Of several columns of points, those right behind a level are that level's; the indicators' own stands behind their names.
    private static func pointsOfLevels(_ columns: [IndicatorTable.Column]) -> [IndicatorTable.Column] {
        let weights = columns.indices.filter { columns[$0].role == .weight }
        func before(_ index: Int) -> IndicatorColumn? { index > 0 ? columns[index - 1].role : nil }
        let ofLevels = weights.filter { before($0) == .level1 || before($0) == .level2 }
        guard ofLevels.count < weights.count, !ofLevels.isEmpty else { return columns }
        var columns = columns
        for index in ofLevels {
            columns[index].pointsOf = before(index)
            columns[index].role = nil
        }
        return columns
    }

    /// What a heading means beside the others: 年初指标值 alone is the target; 指标值 beside 评价标准 is what was reached.
    private static func settled(_ columns: [IndicatorTable.Column]) -> [IndicatorTable.Column] {
        let found = Set(columns.compactMap(\.role))
        return columns.map { column in
            switch column.role {
            case .initialTarget where !found.contains(.target): .init(column: column.column, role: .target)
            case .target where found.contains(.criterion) && !found.contains(.actual):
                .init(column: column.column, role: .actual)
            default: column
            }
        }
    }
}
