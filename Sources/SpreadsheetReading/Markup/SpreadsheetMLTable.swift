import Spreadsheet

/// Places the rows, columns and cells of one worksheet of an XML workbook.
struct SpreadsheetMLTable {
    private(set) var sheet: Sheet
    /// Set when what the file says can't be placed.
    private(set) var failure: ToolError?
    /// Where the cell that has begun stands.
    private(set) var place = CellReference(row: -1, column: -1)

    private let file: String
    private let limits: ReadingLimits
    private var nextRow = 0
    private var nextColumn = 0
    private var nextLaidOutColumn = 0
    private var tableStyle: Int?
    private var rowStyle: Int?
    private var cellStyle = 0
    private var isInRow = false
    private var rowLayouts: [(rows: ClosedRange<Int>, layout: RowLayout)] = []
    private var lastRow = -1

    init(_ sheet: Sheet, file: String, limits: ReadingLimits) {
        self.sheet = sheet
        self.file = file
        self.limits = limits
    }

    mutating func startTable(_ attributes: SpreadsheetMLAttributes, style: Int?) {
        // ExpandedRowCount and ExpandedColumnCount are not looked at: writers get them wrong, and the rows tell.
        tableStyle = style
        if let height = attributes.size("DefaultRowHeight") { sheet.defaultRowHeight = height }
        if let width = attributes.size("DefaultColumnWidth") { sheet.defaultColumnWidth = Self.characters(width) }
    }

    mutating func column(_ attributes: SpreadsheetMLAttributes, style: Int?) {
        let column = attributes.count("Index").map { $0 - 1 } ?? nextLaidOutColumn
        guard (0..<limits[.columns]).contains(column), column >= nextLaidOutColumn else {
            failure = ReadingError.damaged(file, "列宽定义的列号 \(column + 1) 不对", sheet: sheet.name)
            return
        }
        let last = min(column + (attributes.count("Span") ?? 0), limits[.columns] - 1)
        nextLaidOutColumn = last + 1
        let width = attributes.size("Width").map(Self.characters)
        let layout = ColumnLayout(width: width, hidden: attributes.flag("Hidden"), style: style == 0 ? nil : style)
        guard layout != ColumnLayout() else { return }
        for index in column...last { sheet.columns[index] = layout }
    }

    mutating func startRow(_ attributes: SpreadsheetMLAttributes, style: Int?) {
        let row = attributes.count("Index").map { $0 - 1 } ?? nextRow
        guard row >= 0 else {
            failure = ReadingError.damaged(file, "有一行的行号是 0", sheet: sheet.name)
            return
        }
        guard row < limits[.rows] else {
            failure = ReadingError.limit(file, .rows, limits, sheet: sheet.name, detail: "行号 \(row + 1)")
            return
        }
        guard row >= nextRow else {
            failure = ReadingError.backwards(file, "行号 \(row + 1) 写在第 \(nextRow) 行之后", sheet: sheet.name)
            return
        }
        let last = min(row + (attributes.count("Span") ?? 0), limits[.rows] - 1)
        place = CellReference(row: row, column: -1)
        nextRow = last + 1
        nextColumn = 0
        rowStyle = style
        isInRow = true
        let layout = RowLayout(height: attributes.size("Height"), hidden: attributes.flag("Hidden"))
        if layout != RowLayout() { rowLayouts.append((row...last, layout)) }
    }

    mutating func endRow() { isInRow = false }

    /// The style of the cell that has begun, or nil when there is no place for it.
    mutating func startCell(_ attributes: SpreadsheetMLAttributes, style: Int?) -> Int? {
        guard isInRow else { return nil }
        let column = attributes.count("Index").map { $0 - 1 } ?? nextColumn
        guard column >= 0 else {
            failure = ReadingError.damaged(file, "第 \(place.row + 1) 行有一格的列号是 0", sheet: sheet.name)
            return nil
        }
        guard column < limits[.columns] else {
            failure = ReadingError.limit(
                file, .columns, limits, sheet: sheet.name, detail: "第 \(place.row + 1) 行")
            return nil
        }
        place.column = column
        guard column >= nextColumn else {
            failure = ReadingError.backwards(
                file, "这一格写在第 \(nextColumn) 列之后", sheet: sheet.name, cell: place)
            return nil
        }
        let right = min(column + (attributes.count("MergeAcross") ?? 0), limits[.columns] - 1)
        let bottom = min(place.row + (attributes.count("MergeDown") ?? 0), limits[.rows] - 1)
        nextColumn = right + 1
        if right > column || bottom > place.row {
            sheet.merges.append(CellRange(place, CellReference(row: bottom, column: right)))
        }
        cellStyle = style ?? rowStyle ?? sheet.columns[column]?.style ?? tableStyle ?? 0
        return cellStyle
    }

    /// Sets the cell that has begun; one that neither holds anything nor has a style is left out.
    mutating func endCell(_ cell: Cell) -> Bool {
        guard cell.value != .empty || cell.style != 0 else { return false }
        sheet[place] = cell
        lastRow = max(lastRow, place.row)
        return true
    }

    /// The worksheet is whole. Layouts of rows below the last cell are left out: they may span a million rows and hold nothing.
    mutating func finish() -> Sheet {
        let last = max(lastRow, sheet.merges.reduce(-1) { max($0, $1.first.row) })
        for (rows, layout) in rowLayouts where rows.lowerBound <= last {
            for row in rows.clamped(to: 0...last) { sheet.rows[row] = layout }
        }
        return sheet
    }

    mutating func setVisibility(_ visibility: Sheet.Visibility) { sheet.visibility = visibility }

    /// Points to characters of the default font, seven pixels wide with a margin of five.
    private static func characters(_ points: Double) -> Double {
        let width = (points * 96 / 72 - 5) / 7
        return max(0, (width * 100).rounded() / 100)
    }
}
