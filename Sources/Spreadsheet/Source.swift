/// Where a value came from. Every value carries it from the file to the finding that names it.
public struct Source: Hashable, Sendable {
    /// File name, or 命令行 for what was given with `--set`.
    public var file: String
    /// Sheet name; nil for a CSV file or the command line.
    public var sheet: String?
    /// Cell, or nil when no single cell gave the value.
    public var cell: CellReference?
    /// The text as it stood there.
    public var text: String

    /// A source.
    public init(file: String, sheet: String? = nil, cell: CellReference? = nil, text: String = "") {
        self.file = file
        self.sheet = sheet
        self.cell = cell
        self.text = text
    }

    /// `指标表.xlsx〔指标表〕G5`, as messages show it.
    public var place: String {
        var text = file
        if let sheet { text += "〔\(sheet)〕" }
        if let cell { text += (sheet == nil ? " " : "") + cell.description }
        return text
    }
}
