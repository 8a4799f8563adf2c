/// What the cells of a column are.
public enum ColumnKind: String, Sendable {
    /// Amounts, rates and counts.
    case amount
    /// Running numbers, years and months: numbers that no one adds up.
    case ordinal
    /// Dates.
    case date
    /// Codes and numbers of accounts: text, whatever they look like.
    case code
    /// Everything else.
    case text
}
