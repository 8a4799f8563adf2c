import Spreadsheet

extension Evaluation {
    /// Whether the form has a cell where the reason of the money's figures can be written: its own column, or that of the row of 预算执行率.
    var asksForMoneyReason: Bool {
        if budgetTotal?.reason != nil || purpose.asksForMoneyReasons { return true }
        return (hasColumn(.reason) || purpose.asksForReasons) && indicators.contains(where: \.isExecutionRate)
    }

    /// What to do where it has none.
    static let remedyWithoutMoneyReason = "表上没有写这个原因的格子：请写在表下的说明里，或写在自评报告里。"
}
