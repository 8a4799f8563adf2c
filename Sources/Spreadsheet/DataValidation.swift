/// What may be typed into cells (数据有效性).
public struct DataValidation: Hashable, Sendable {
    /// The cells.
    public var ranges: [CellRange]
    /// What is checked, named as in the files: `list`, `whole`, `decimal`, `date`, `time`, `textLength`, `custom`, `none`.
    public var kind: String
    /// How it is compared, named as in the files; `between` when nothing is said.
    public var comparison: String?
    /// First bound, list or formula, as the file has it.
    public var firstFormula: String?
    /// Second bound.
    public var secondFormula: String?
    /// The rest of its attributes as the file has them: messages, titles, what is shown.
    public var options: [MarkupElement.Attribute]

    /// A check.
    public init(
        ranges: [CellRange], kind: String, comparison: String? = nil, firstFormula: String? = nil,
        secondFormula: String? = nil, options: [MarkupElement.Attribute] = []
    ) {
        self.ranges = ranges
        self.kind = kind
        self.comparison = comparison
        self.firstFormula = firstFormula
        self.secondFormula = secondFormula
        self.options = options
    }
}
