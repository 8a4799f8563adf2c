/// A workbook: its sheets in tab order and the styles that their cells name.
public struct Workbook: Sendable {
    /// Name of the file it came from, as messages show it.
    public var fileName: String
    /// Sheets in tab order.
    public var sheets: [Sheet]
    /// Styles; index 0 is the default.
    public var styles: [CellStyle]
    /// What was noticed while reading, for a person to know (encoding, delimiter), in Chinese.
    public var readingNotes: [String] = []

    /// The font of the file's usual style, by which widths of columns are reckoned; nil for that of the first style.
    public var usualFont: CellFont?
    /// Dates count from 1904.
    public var uses1904 = false
    /// Index of the sheet that is shown first, or nil for the first that is visible.
    public var activeSheet: Int?
    /// Styles that conditional formats and tables name by number, as the file has them (`dxf`).
    public var differentialStyles: [MarkupElement] = []
    /// Names that hold on every sheet.
    public var names: [DefinedName] = []
    /// What the file says of itself.
    public var properties = DocumentProperties()
    /// Theme of the file, by which pictures and charts are coloured; nil for the usual one.
    public var theme: [UInt8]?
    /// Other workbooks that formulas name as `[1]`, `[2]` …, in that order.
    public var externalLinks: [AttachedPart] = []
    /// The protection of its structure as the file has it (`workbookProtection`), or nil.
    public var protection: MarkupElement?
    /// What of the file is not kept here: a copy will not have it.
    public var losses: [WorkbookLoss] = []

    /// Whether sheets have names that a person knows; a text file has none.
    public var hasSheetNames = true

    /// A workbook.
    public init(fileName: String, sheets: [Sheet] = [], styles: [CellStyle] = [CellStyle()]) {
        self.fileName = fileName
        self.sheets = sheets
        self.styles = styles
    }

    /// The index of a style, which is added when it is new.
    public mutating func index(of style: CellStyle) -> Int {
        if let index = styles.firstIndex(of: style) { return index }
        styles.append(style)
        return styles.count - 1
    }
}
