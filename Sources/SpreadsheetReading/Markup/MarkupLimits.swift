/// What keeps a hostile page or XML file from taking the machine, beside ``ReadingLimits``: bounds that nobody has to raise.
enum MarkupLimits {
    /// Sheets of a file.
    static let sheets = 1024
    /// Ancestors of a style.
    static let ancestors = 256
    /// The widest `colspan`, as browsers have it.
    static let columnSpan = 1000
    /// The highest `rowspan`, as browsers have it.
    static let rowSpan = 65_534
    /// Places looked at while cells that span others are laid out, all tables together.
    static let steps = 100_000_000
    /// Attributes of one tag of a page: libxml2 compares each with all before it.
    static let attributes = 1000
}
