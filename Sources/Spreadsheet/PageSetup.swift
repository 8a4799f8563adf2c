/// How a sheet prints. Margins in inches.
public struct PageSetup: Hashable, Sendable {
    /// Paper number of the format; 9 is A4, nil the printer's own.
    public var paper: Int?
    /// Across the long side.
    public var landscape = false
    /// Scale in per cent when the sheet is not fitted.
    public var scale = 100
    /// Pages wide and high to fit to (0: as many as needed), or nil when not fitted.
    public var fit: (wide: Int, high: Int)? {
        get { fits ? (fitWide, fitHigh) : nil }
        set {
            fits = newValue != nil
            fitWide = newValue?.wide ?? 1
            fitHigh = newValue?.high ?? 1
        }
    }
    /// The file says what its margins are; where it doesn't, each program has its own.
    public var saysMargins = true
    /// The file says something of paper and orientation, if only the usual.
    public var saysSetup = false
    /// Left margin.
    public var left = 0.7
    /// Right margin.
    public var right = 0.7
    /// Top margin.
    public var top = 0.75
    /// Bottom margin.
    public var bottom = 0.75
    /// From the paper's edge to the header.
    public var headerMargin = 0.3
    /// From the paper's edge to the footer.
    public var footerMargin = 0.3
    /// Header with its codes, such as `&C&P`; of odd pages, where even ones have their own.
    public var header = ""
    /// Footer with its codes.
    public var footer = ""
    /// Headers and footers of even pages and of the first, by their names in the files: `evenHeader`, `evenFooter`, `firstHeader`, `firstFooter`.
    public var otherHeaders: [String: String] = [:]
    /// Which pages differ, and how headers scale, as the file has it.
    public var headerOptions: [MarkupElement.Attribute] = []
    /// Centred left to right.
    public var centeredHorizontally = false
    /// Centred top to bottom.
    public var centeredVertically = false
    /// What is printed, each range on a page of its own; empty for everything.
    public var printAreas: [CellRange] = []
    /// What is printed, or nil for everything or for several ranges.
    public var printArea: CellRange? {
        get { printAreas.count == 1 ? printAreas[0] : nil }
        set { printAreas = newValue.map { [$0] } ?? [] }
    }
    /// Rows from 0 that are repeated on each page.
    public var titleRows: ClosedRange<Int>?
    /// Columns from 0 that are repeated on each page.
    public var titleColumns: ClosedRange<Int>?
    /// Rows from 0 before which a page ends by hand.
    public var rowBreaks: [Int] = []
    /// Columns from 0 before which a page ends by hand.
    public var columnBreaks: [Int] = []
    /// The grid is printed.
    public var printsGridlines = false
    /// Row numbers and column letters are printed.
    public var printsHeadings = false
    /// The rest of the page's attributes as the file has them: order of pages, first number, black and white, draft, copies.
    public var options: [MarkupElement.Attribute] = []

    private var fits = false
    private var fitWide = 1
    private var fitHigh = 1

    /// The defaults of a new sheet.
    public init() {}
}
