import Spreadsheet

/// A value that was given, in a file or on the command line, and that the form has no place for.
public struct NotPlacedValue: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// The value and where it stood.
    public var source: Source
    /// Why it has no place, in one Chinese sentence.
    public var why: String
    /// Whether no promise can be made without it: a figure, or a fact that the form asks for.
    public var isBlocking: Bool

    /// A value without a place.
    public init(name: String, source: Source, why: String, isBlocking: Bool) {
        self.name = name
        self.source = source
        self.why = why
        self.isBlocking = isBlocking
    }
}
