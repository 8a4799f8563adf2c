import Spreadsheet

extension ToolError.Code {
    /// No indicator table (65).
    public static let noTable = ToolError.Code("not-readable.no-table", exitStatus: 65)
    /// More than one indicator table (65).
    public static let twoTables = ToolError.Code("not-readable.two-tables", exitStatus: 65)
    /// No sheet of that name or number (64).
    public static let noSheet = ToolError.Code("usage.no-sheet", exitStatus: 64)
    /// No slot of that name (64).
    public static let unknownKey = ToolError.Code("usage.unknown-key", exitStatus: 64)
    /// The unit of the finance export is not sure (64).
    public static let unitUnknown = ToolError.Code("usage.unit-unknown", exitStatus: 64)
    /// The finance export has no heading with amounts (65).
    public static let noBudgetTable = ToolError.Code("not-readable.no-budget-table", exitStatus: 65)
    /// The rows of the finance export don't add up to its total (65).
    public static let budgetTotals = ToolError.Code("not-readable.budget-totals", exitStatus: 65)
    /// An amount of the finance export is not a number (65).
    public static let budgetAmount = ToolError.Code("not-readable.budget-amount", exitStatus: 65)
    /// The finance export is in a unit that is not known (65).
    public static let budgetUnit = ToolError.Code("not-readable.budget-unit", exitStatus: 65)
    /// A table has no row of headings (65).
    public static let noHeading = ToolError.Code("not-readable.no-heading", exitStatus: 65)
}
