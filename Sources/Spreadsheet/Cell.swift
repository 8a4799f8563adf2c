/// A cell: its value, the formula that gave it, and the number of its style in the workbook.
public struct Cell: Hashable, Sendable {
    /// What it holds; for a formula, the value kept with it.
    public var value: CellValue
    /// Formula without the leading `=`, or nil.
    public var formula: String?
    /// The formula has no value kept with it.
    public var lacksCachedValue: Bool
    /// Index into ``Workbook/styles``.
    public var style: Int
    /// The text as a person sees it (formats applied: `94.26%`), or as it stood in the file for text.
    public var shown: String

    /// A cell; `shown` is the text that a person sees in it.
    public init(
        value: CellValue, shown: String, formula: String? = nil, lacksCachedValue: Bool = false, style: Int = 0
    ) {
        self.value = value
        self.shown = shown
        self.formula = formula
        self.lacksCachedValue = lacksCachedValue
        self.style = style
    }

    /// A cell of text.
    public init(text: String, style: Int = 0) {
        self.init(value: text.isEmpty ? .empty : .text(text), shown: text, style: style)
    }
}
