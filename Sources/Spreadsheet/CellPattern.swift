/// A background of two colours, or one that runs from colour to colour.
public enum CellPattern: Hashable, Sendable {
    /// A pattern by its name in the files (`gray125`, `darkGrid` …), with the colours of its lines and of what is behind
    /// them as `RRGGBB`, or nil for the automatic ones.
    case lines(String, front: String?, back: String?)
    /// A gradient, as the file has it.
    case gradient(MarkupElement)
}
