import Spreadsheet

/// One table of a page while it is read: places its cells as a browser does, those that span rows and columns included.
final class HTMLTable {
    /// Its place among the tables of the page, by where they begin.
    let order: Int
    /// Where its element stands among the open ones.
    let element: Int
    /// Not shown on the page.
    let isHidden: Bool
    /// Text of its `<caption>`.
    var caption: HTMLTextCollector?
    /// Where the open `<caption>` stands among the open elements.
    var captionElement: Int?
    /// Where the open row and cell stand among the open elements.
    var rowElement: Int?
    var cellElement: Int?
    /// It holds tables that became sheets of their own.
    var holdsTables = false
    /// The text of the open cell.
    var text: HTMLTextCollector
    /// What the tag of the open cell says.
    var content: HTMLCellContent?

    /// Cells that hold something.
    private(set) var cells: [CellReference: Cell] = [:]
    /// Merged ranges.
    private(set) var merges: [CellRange] = []
    /// All cells, empty ones too.
    private(set) var cellCount = 0
    /// Rows with cells.
    private(set) var rowCount = 0
    /// Where the open cell stands.
    private(set) var place = CellReference(row: -1, column: 0)
    /// Work done for laying cells out.
    private(set) var steps = 0

    private var hiddenRows: Set<Int> = []
    private var column = 0
    private var rowHasCells = false
    /// The first row in which each column is free again.
    private var busyUntil: [Int] = []
    /// Where the merges of the open section begin.
    private var sectionMerges = 0
    private var declaredColumns = 0
    private var hiddenByDeclaration: Set<Int> = []
    /// Columns with cells that are hidden one by one, and with cells that are not.
    private var hiddenCells: [Int: Int] = [:]
    private var shownColumns: Set<Int> = []
    private var cellIsHidden = false
    private var cellIsWide = false

    private let limits: ReadingLimits

    init(order: Int, element: Int, isHidden: Bool, limits: ReadingLimits) {
        self.order = order
        self.element = element
        self.isHidden = isHidden
        self.limits = limits
        text = HTMLTextCollector(most: limits[.text])
    }

    /// `<thead>`, `<tbody>`, `<tfoot>`: no cell spans past its section.
    func startSection() {
        let end = place.row
        for index in sectionMerges..<merges.count where merges[index].last.row > end { merges[index].last.row = end }
        sectionMerges = merges.count
        for index in busyUntil.indices { busyUntil[index] = min(busyUntil[index], end + 1) }
        steps += busyUntil.count
    }

    /// `<col>`.
    func declareColumns(_ count: Int, hidden: Bool) {
        let end = min(declaredColumns + max(1, count), limits[.columns])
        if hidden, declaredColumns < end { hiddenByDeclaration.formUnion(declaredColumns..<end) }
        declaredColumns = end
    }

    func startRow(hidden: Bool) {
        place.row += 1
        column = 0
        rowHasCells = false
        if hidden { hiddenRows.insert(place.row) }
    }

    /// Finds the place of a cell; gives the bound that it is beyond, nil when there is room for it.
    func startCell(rowSpan: Int, columnSpan: Int, hidden: Bool) -> ReadingLimits.Name? {
        if place.row < 0 { startRow(hidden: false) }
        while column < busyUntil.count, busyUntil[column] > place.row {
            column += 1
            steps += 1
        }
        guard column + columnSpan <= limits[.columns] else { return .columns }
        guard place.row < limits[.rows] else { return .rows }
        place.column = column
        column += columnSpan
        steps += columnSpan
        while busyUntil.count < column { busyUntil.append(0) }
        // Span 0: to the end of the section.
        let bottom = rowSpan == 0 ? limits[.rows] - 1 : min(place.row + rowSpan, limits[.rows]) - 1
        for index in place.column..<column { busyUntil[index] = max(busyUntil[index], bottom + 1) }
        if columnSpan > 1 || bottom > place.row {
            merges.append(CellRange(place, CellReference(row: bottom, column: column - 1)))
        }
        cellCount += 1
        if !rowHasCells { rowCount += 1 }
        rowHasCells = true
        cellIsHidden = hidden
        cellIsWide = columnSpan > 1
        text = HTMLTextCollector(most: limits[.text])
        return nil
    }

    /// Sets the open cell.
    func setCell(_ cell: Cell) {
        let holds = cell.value != .empty
        if holds { cells[place] = cell }
        if cellIsHidden, !cellIsWide {
            hiddenCells[place.column, default: 0] += holds ? 1 : 0
        } else if holds, !cellIsWide {
            shownColumns.insert(place.column)
        }
    }

    /// How many cells are hidden one by one in columns that are shown.
    var strayHiddenCells: Int { hiddenCells.reduce(0) { $0 + (shownColumns.contains($1.key) ? $1.value : 0) } }

    /// The sheet, when the table is whole.
    func sheet(name: String) -> Sheet {
        startSection()
        var sheet = Sheet(name: name)
        sheet.cells = cells
        sheet.merges = merges.filter { $0.first != $0.last }
        sheet.visibility = isHidden ? .hidden : .visible
        let last = cells.keys.reduce(-1) { max($0, $1.row) }
        // Excel ends a table with a hidden row that only gives widths.
        for row in hiddenRows where row <= last { sheet.rows[row] = RowLayout(hidden: true) }
        let widest = cells.keys.reduce(-1) { max($0, $1.column) }
        let hidden = hiddenByDeclaration.union(hiddenCells.keys.filter { !shownColumns.contains($0) })
        for column in hidden where column <= widest { sheet.columns[column] = ColumnLayout(hidden: true) }
        return sheet
    }
}
