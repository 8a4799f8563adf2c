/// What a person says of how a table is to be tidied.
public struct TidyOptions: Sendable {
    /// Unit that amounts are to be in (万元); nil leaves them as they are.
    public var toUnit: String?
    /// Unit that amounts are in, as the person says; nil takes what the table says.
    public var fromUnit: String?

    /// Amounts stay as they are.
    public init() {}
}
