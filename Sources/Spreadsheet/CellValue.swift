import Foundation

/// What a cell holds. Numbers are decimal, as Excel shows them: at most 15 significant digits.
public enum CellValue: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Text as it stands, line breaks as `\n`.
    case text(String)
    /// A number.
    case number(Decimal)
    /// A number shown as a date or time.
    case date(DateValue)
    /// TRUE or FALSE.
    case boolean(Bool)
    /// An error value such as `#DIV/0!`.
    case error(String)
}
