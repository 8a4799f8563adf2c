/// How a cell looks: everything that the written form must keep.
public struct CellStyle: Hashable, Sendable {
    /// Letters.
    public var font = CellFont()
    /// Solid background as `RRGGBB`, or nil. Where there is one, it hides a pattern.
    public var fill: String?
    /// Background other than a solid one, or nil.
    public var pattern: CellPattern?
    /// Lines around the cell.
    public var border = CellBorder()
    /// Where the text stands.
    public var alignment = CellAlignment()
    /// Format code as in the file; `General` when there is none.
    public var numberFormat = "General" {
        didSet { if numberFormat != oldValue { builtInFormat = nil } }
    }
    /// The number under which the format itself knows ``numberFormat``, where the file names it by that alone: then each program shows it in its own
    /// language. Gone when the code is changed.
    public var builtInFormat: Int?
    /// Can't be changed while the sheet is protected.
    public var isLocked = true
    /// Its formula is not shown while the sheet is protected.
    public var hidesFormula = false
    /// The text is marked as such by a `'` before it.
    public var hasQuotePrefix = false

    /// A plain style.
    public init() {}
}
