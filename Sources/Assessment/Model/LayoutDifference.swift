import Spreadsheet

/// A place where a form is not the blank that its template has: a label, a merge, a row.
public struct LayoutDifference: Hashable, Sendable {
    /// Where it is in the form, or the form itself for what is missing.
    public var source: Source
    /// What the form has; empty for what is missing.
    public var found: String
    /// What the blank has; empty for what was added.
    public var expected: String
    /// What is different, in one Chinese sentence.
    public var message: String

    /// A difference.
    public init(source: Source, found: String, expected: String, message: String) {
        self.source = source
        self.found = found
        self.expected = expected
        self.message = message
    }
}
