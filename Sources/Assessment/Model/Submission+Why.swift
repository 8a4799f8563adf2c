extension Submission {
    /// Why rules over the money block can't run: an indicator table alone has none; nil when they can.
    var whyNoMoney: String? {
        // 预算执行率 of the table itself may stand in the block, with its points and no amount.
        let hasAmount = budget.contains { line in BudgetColumn.amounts.contains { line.amounts[$0] != nil } }
        return kind == .table && !hasAmount ? "这份文件里没有资金情况" : nil
    }

    /// Why rules over the whole table can't run: its title says that it is a part; nil when they can.
    var whyPartial: String? { isExcerpt ? "表题写明是节选" : nil }
}
