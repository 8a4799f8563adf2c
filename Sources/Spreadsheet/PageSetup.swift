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
    /// Header with its codes, such as `&C&P`.
    public var header = ""
    /// Footer with its codes.
    public var footer = ""
    /// Centred left to right.
    public var centeredHorizontally = false
    /// Centred top to bottom.
    public var centeredVertically = false
    /// What is printed, or nil for everything.
    public var printArea: CellRange?
    /// Rows from 0 that are repeated on each page.
    public var titleRows: ClosedRange<Int>?
    /// Rows from 0 before which a page ends by hand.
    public var rowBreaks: [Int] = []

    private var fits = false
    private var fitWide = 1
    private var fitHigh = 1

    /// The defaults of a new sheet.
    public init() {}
}
