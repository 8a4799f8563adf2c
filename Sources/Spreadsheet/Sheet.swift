/// One sheet: cells by place, and how they are laid out.
public struct Sheet: Sendable {
    /// Whether a sheet's tab is shown.
    public enum Visibility: String, Sendable {
        case visible, hidden, veryHidden
    }
    /// Name on the tab; for a CSV file the file's name.
    public var name: String
    /// Whether its tab is shown.
    public var visibility = Visibility.visible
    /// The cells that hold something or have a style.
    public var cells: [CellReference: Cell] = [:]
    /// The last row and column that held something in the file, when not all rows of it were kept; else nil.
    public var extent: CellReference?
    /// Merged ranges, in the order of the file.
    public var merges: [CellRange] = []
    /// Row heights and hidden rows, by row from 0.
    public var rows: [Int: RowLayout] = [:]
    /// Column widths and hidden columns, by column from 0.
    public var columns: [Int: ColumnLayout] = [:]
    /// Height in points of a row that has none of its own.
    public var defaultRowHeight = 15.0
    /// Width in characters of a column that has none of its own.
    public var defaultColumnWidth = 8.43
    /// How it prints.
    public var page = PageSetup()
    /// The first cell that scrolls, when rows or columns are frozen.
    public var frozenAt: CellReference?
    /// Whether the grid is drawn on the screen.
    public var showsGridlines = true
    /// Zoom in per cent.
    public var zoom = 100
    /// How it is shown besides.
    public var view = SheetView()
    /// Columns beyond those of ``columns``, many of them alike.
    public var wideColumns: [WideColumns] = []
    /// Colour of the tab as `RRGGBB`, or nil.
    public var tabColor: String?
    /// Where the sums of an outline stand, as the file has it (`outlinePr`).
    public var outline: [MarkupElement.Attribute] = []
    /// Whether ``defaultRowHeight`` was set by a person; nil where no file says so.
    public var hasSetDefaultHeight: Bool?
    /// The rest of what the file says of default sizes: `thickTop`, `zeroHeight`, levels of outlines.
    public var formatOptions: [MarkupElement.Attribute] = []
    /// Covered cells of a merge that the sheet does not have get the first cell's style when it is written.
    public var fillsMerges = true
    /// Texts of ``cells`` whose parts look different. One that no longer says what its cell says counts for nothing.
    public var richTexts: [CellReference: RichText] = [:]
    /// Ranges that one formula fills, by their first cell.
    public var arrayFormulas: [CellReference: CellRange] = [:]
    /// Comments.
    public var comments: [CellReference: CellComment] = [:]
    /// Links.
    public var hyperlinks: [Hyperlink] = []
    /// What may be typed in.
    public var validations: [DataValidation] = []
    /// Attributes of the list of ``validations``, as the file has them.
    public var validationOptions: [MarkupElement.Attribute] = []
    /// Formats that depend on values.
    public var conditionalFormats: [ConditionalFormat] = []
    /// Filter with its criteria, as the file has it (`autoFilter`), or nil.
    public var filter: MarkupElement?
    /// Protection as the file has it (`sheetProtection`), its password's hash included, or nil.
    public var protection: MarkupElement?
    /// Ranges that may be changed all the same, as the file has them (`protectedRanges`), or nil.
    public var protectedRanges: MarkupElement?
    /// Small triangles that are not shown, as the file has them (`ignoredErrors`), or nil.
    public var ignoredErrors: MarkupElement?
    /// Names that hold on this sheet.
    public var names: [DefinedName] = []
    /// Pictures, charts and shapes.
    public var drawing: AttachedPart?
    /// Tables.
    public var tables: [AttachedPart] = []

    /// An empty sheet.
    public init(name: String) {
        self.name = name
    }

    /// The cell at a place; nil where nothing stands.
    public subscript(reference: CellReference) -> Cell? {
        get { cells[reference] }
        set { cells[reference] = newValue }
    }

    /// The cell at a row and column, both from 0.
    public subscript(row: Int, column: Int) -> Cell? {
        get { cells[CellReference(row: row, column: column)] }
        set { cells[CellReference(row: row, column: column)] = newValue }
    }

    /// Its rows in their order, without those that hold nothing. Each is made when it is asked for: a row whose only cell is in the last column
    /// has 16384 places, and all of them at once would take more memory than there is.
    public var orderedRows: some Sequence<SheetRow> {
        var rows: [Int: [(column: Int, cell: Cell)]] = [:]
        for (place, cell) in cells { rows[place.row, default: []].append((place.column, cell)) }
        return rows.keys.sorted().lazy.map { number in
            let found = rows[number] ?? []
            var row = [Cell?](repeating: nil, count: (found.map(\.column).max() ?? -1) + 1)
            for (column, cell) in found { row[column] = cell }
            return SheetRow(number: number, cells: row)
        }
    }

    /// The smallest range that holds every cell, or nil for an empty sheet.
    public var usedRange: CellRange? {
        guard let some = cells.keys.first else { return nil }
        var first = some
        var last = some
        for key in cells.keys {
            first = CellReference(row: min(first.row, key.row), column: min(first.column, key.column))
            last = CellReference(row: max(last.row, key.row), column: max(last.column, key.column))
        }
        return CellRange(first, last)
    }
}
