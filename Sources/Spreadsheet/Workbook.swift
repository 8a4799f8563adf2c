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
