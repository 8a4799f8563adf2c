import Assessment
import FormTemplates
import Spreadsheet

/// Where an indicator table stands: its headings and its rows.
struct IndicatorTable {
    var sheetIndex: Int
    var headingRows: ClosedRange<Int>
    /// Rows below the heading, to the end of the sheet or the next heading.
    var rows: Range<Int>
    /// Each headed column in order, with its role when the heading is known.
    var columns: [(column: Int, role: IndicatorColumn?)]
    /// Rows that hold an indicator's name.
    var count = 0

    /// The first column of a role.
    func column(_ role: IndicatorColumn) -> Int? { columns.first { $0.role == role }?.column }

    /// A1 form of the range it was found in.
    var range: String {
        let places = columns.map(\.column)
        let first = CellReference(row: headingRows.lowerBound, column: places.min() ?? 0)
        let last = CellReference(row: max(rows.upperBound - 1, first.row), column: places.max() ?? 0)
        return CellRange(first, last).description
    }
}

/// Finds the indicator table: the row of headings that the label table knows.
struct IndicatorTableFinder {
    let workbook: Workbook
    let views: [SheetView]
    let labels: LabelTable
    /// The template whose names for columns go before those of the label table, or nil.
    var template: Template?

    /// The one table.
    ///
    /// - Throws: `ToolError` when there is none, or more than one that could be meant.
    func find(sheet wanted: String?) throws -> IndicatorTable {
        let indices = try Self.sheetIndices(wanted, in: workbook)
        let tables = assessed(on: indices)
        guard let table = tables.first else { throw noTable(indices) }
        guard tables.count == 1 else { throw several(tables) }
        return table
    }

    /// Sheets, shown or hidden, with a table that is filled: what else stands on them belongs to it.
    func sheetsOfForms() -> [Int] {
        workbook.sheets.indices.filter { index in
            candidates(on: index).contains { $0.count > 0 && $0.column(.actual) != nil }
        }
    }

    /// The tables that could be meant.
    func assessed(on indices: [Int]) -> [IndicatorTable] {
        var tables = indices.flatMap { candidates(on: $0) }
        let filled = tables.filter { $0.count > 0 }
        if !filled.isEmpty { tables = filled }
        // A goal declaration has targets alone: the table with actuals is the one to assess.
        let assessed = tables.filter { $0.column(.actual) != nil }
        if !assessed.isEmpty { tables = assessed }
        let shown = tables.filter { workbook.sheets[$0.sheetIndex].visibility == .visible }
        return shown.isEmpty ? tables : shown
    }

    /// The sheet of a name or number, or all where none is asked for.
    static func sheetIndices(_ wanted: String?, in workbook: Workbook) throws -> [Int] {
        guard let wanted else { return Array(workbook.sheets.indices) }
        if let index = workbook.sheets.firstIndex(where: { $0.name == wanted }) { return [index] }
        if let number = Int(wanted), workbook.sheets.indices.contains(number - 1) { return [number - 1] }
        let names = workbook.sheets.enumerated().map { "\($0.offset + 1) \($0.element.name)" }.joined(separator: "、")
        throw ToolError(
            code: .noSheet, message: "\(workbook.fileName) 里没有工作表“\(wanted)”", advice: "--sheet 可以写名字或序号，现有：\(names)。")
    }

    private func roles(in view: SheetView, _ row: Int) -> [(column: Int, role: IndicatorColumn?)] {
        view.texts(in: row).map { ($0.column, template?.indicatorColumn($0.text) ?? labels.indicatorColumn($0.text)) }
    }

    func candidates(on index: Int) -> [IndicatorTable] {
        let view = views[index]
        var tables: [IndicatorTable] = []
        var row = 0
        while row <= view.lastRow {
            guard var table = table(at: row, in: view) else {
                row += 1
                continue
            }
            table.sheetIndex = index
            if let last = tables.indices.last {
                tables[last].rows = tables[last].rows.lowerBound..<table.headingRows.lowerBound
            }
            tables.append(table)
            row = table.headingRows.upperBound + 1
        }
        for index in tables.indices {
            guard let name = tables[index].column(.name) else { continue }
            tables[index].count = tables[index].rows.count { !view.text($0, name).isEmpty }
        }
        return tables
    }

    private func table(at row: Int, in view: SheetView) -> IndicatorTable? {
        var columns = roles(in: view, row)
        var heading = row...row
        // Two rows of headings: 年度指标值 over 指标性质, 指标值, 度量单位, or 绩效指标 over 一级指标, 二级指标, 三级指标.
        let below = roles(in: view, row + 1)
        let hasName = columns.contains { $0.role == .name }
        let hasNameBelow = below.contains { $0.role == .name }
        if below.count(where: { $0.role != nil }) >= 2, columns.contains(where: { $0.role != nil }),
            hasName != hasNameBelow
        {
            let covered = Set(below.map(\.column))
            columns = columns.filter { !covered.contains($0.column) } + below
            columns.sort { $0.column < $1.column }
            heading = row...(row + 1)
        }
        // A label that reaches down beside the rows (绩效指标) heads the block, not a column.
        columns.removeAll { column, role in
            role == nil && (view.merge(row, column)?.last.row ?? 0) > heading.upperBound
        }
        columns = Self.settled(columns)
        let found = Set(columns.compactMap(\.role))
        guard found.contains(.name), found.intersection([.target, .actual, .weight]).count >= 2 else { return nil }
        let start = heading.upperBound + 1
        return IndicatorTable(
            sheetIndex: 0, headingRows: heading, rows: start..<max(start, view.lastRow + 1), columns: columns)
    }

    /// What a heading means beside the others: 年初指标值 alone is the target; 指标值 beside 评价标准 is what was reached.
    private static func settled(_ columns: [(column: Int, role: IndicatorColumn?)]) -> [(
        column: Int, role: IndicatorColumn?
    )] {
        let found = Set(columns.compactMap(\.role))
        return columns.map { column, role in
            switch role {
            case .initialTarget where !found.contains(.target): (column, .target)
            case .target where found.contains(.criterion) && !found.contains(.actual): (column, .actual)
            default: (column, role)
            }
        }
    }

    private func noTable(_ indices: [Int]) -> ToolError {
        let seen = indices.map { index -> String in
            let view = views[index]
            let best = (0...max(view.lastRow, 0)).map { row in
                (row, view.texts(in: row).map(\.text).filter { labels.indicatorColumn($0) != nil })
            }.max { $0.1.count < $1.1.count }
            let name = workbook.hasSheetNames ? "工作表“\(view.sheet.name)”" : "文件"
            guard let best, !best.1.isEmpty else { return name + "里没有一个认识的列名" }
            return name + "最像表头的是第 \(best.0 + 1) 行，认出：" + best.1.joined(separator: "、")
        }
        return ToolError(
            code: .noTable,
            message: "\(workbook.fileName) 里找不到绩效指标表。要找的表头：三级指标（或指标名称），以及年度指标值、实际完成值、分值中的至少两列。看到的："
                + seen.joined(separator: "；"),
            advice: "请确认选对了文件和工作表；表头写成别的名字时，请改成上面的名字再试。", place: Source(file: workbook.fileName))
    }

    private func several(_ tables: [IndicatorTable]) -> ToolError {
        let list = tables.map { "〔\(workbook.sheets[$0.sheetIndex].name)〕\($0.range)（\($0.count) 行指标）" }
        let sameSheet = Set(tables.map(\.sheetIndex)).count < tables.count
        return ToolError(
            code: .twoTables,
            message: "\(workbook.fileName) 里有 \(tables.count) 张绩效指标表，不知道用哪一张：" + list.joined(separator: "、"),
            advice: "请加 --sheet 指明工作表的名字或序号，例如 --sheet \(workbook.sheets[tables[0].sheetIndex].name)"
                + (sameSheet ? "；同一张工作表里有两张的，请先删去不用的一张或分到两个工作表。" : "。"),
            place: Source(file: workbook.fileName))
    }
}
