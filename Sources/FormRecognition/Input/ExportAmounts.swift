import Assessment
import Foundation
import FormTemplates

/// How the amounts of a form come from the columns of an export: 全年预算数 from the column that says so, or from 年初预算 + 追加 − 追减 + 调剂; 全年执行数 from
/// the column that says so, or from the months.
struct ExportAmounts {
    let group: ExportHeading.Group
    /// What was brought forward belongs to the budget that is put together.
    var addsCarried = false

    /// The column of an amount that one column holds.
    func column(_ amount: BudgetColumn) -> Int? {
        let columns = group.columns
        switch amount {
        case .initial: return columns[.initial] ?? (columns[.adjusted] != nil ? columns[.budget] : nil)
        case .adjusted: return columns[.adjusted] ?? columns[.budget]
        case .executed: return columns[.executed]
        default: return nil
        }
    }

    /// Columns that say how the budget was changed in the year.
    var changes: [(column: Int, sign: Int)] {
        [(ExportAmount.added, 1), (.reduced, -1), (.changed, 1)].compactMap { amount, sign in
            group.columns[amount].map { ($0, sign) }
        }
    }

    /// The adjusted budget stands in no column of its own.
    var isAdjustedMade: Bool { column(.adjusted) == nil && group.columns[.initial] != nil && !changes.isEmpty }

    /// A budget that does not say whether it holds the changes beside it.
    var isBudgetUnsure: Bool {
        group.columns[.budget] != nil && group.columns[.adjusted] == nil && group.columns[.initial] == nil
            && !changes.isEmpty
    }

    /// The amounts of a row from its cells.
    func amounts(_ cells: [Int: SourcedNumber]) -> [BudgetColumn: SourcedNumber] {
        var amounts: [BudgetColumn: SourcedNumber] = [:]
        for amount in BudgetColumn.amounts {
            if let column = column(amount), let cell = cells[column] { amounts[amount] = cell }
        }
        if isAdjustedMade, let made = budget(cells, carried: addsCarried) { amounts[.adjusted] = made }
        if group.columns[.executed] == nil, let made = spent(cells) { amounts[.executed] = made }
        return amounts
    }

    /// 年初预算 + 追加 − 追减 + 调剂; nil for a row with none of them.
    func budget(_ cells: [Int: SourcedNumber], carried: Bool) -> SourcedNumber? {
        let first = group.columns[.initial] ?? group.columns[.budget]
        var terms = [(first, 1)] + changes.map { (Optional($0.column), $0.sign) }
        if carried { terms.append((group.columns[.carried], 1)) }
        return Self.sum(
            terms.compactMap { column, sign in
                guard let cell = column.flatMap({ cells[$0] }), let value = cell.value else { return nil }
                // Some write what was taken away with its sign.
                return (cell, sign < 0 ? -abs(value) : value)
            })
    }

    /// What was spent in the parts of the year: by months, or by quarters where there are no months.
    func spent(_ cells: [Int: SourcedNumber]) -> SourcedNumber? {
        Self.sum(periodColumns.compactMap { column in cells[column].flatMap { cell in cell.value.map { (cell, $0) } } })
    }

    /// Columns of months, or of quarters where there are no months.
    var periodColumns: [Int] {
        func isMonth(_ period: ExportPeriod) -> Bool { if case .month = period { true } else { false } }
        let months = group.periods.filter { isMonth($0.period) }
        return (months.isEmpty ? group.periods : months).map(\.column)
    }

    /// All parts of the year have a column.
    var isWholeYear: Bool { periodColumns.count == 12 || periodColumns.count == 4 && group.periods.count == 4 }

    private static func sum(_ terms: [(cell: SourcedNumber, value: Decimal)]) -> SourcedNumber? {
        guard let first = terms.first else { return nil }
        let value = terms.reduce(Decimal(0)) { $0 + $1.value }
        var source = first.cell.source
        let places = terms.map(\.cell.precision).max() ?? 0
        source.text = DecimalText.text(value, places: places)
        return SourcedNumber(value: value, text: source.text, precision: places, source: source)
    }
}
