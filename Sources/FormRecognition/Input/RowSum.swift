import Assessment
import Foundation

/// The sum of rows of a finance export, by column.
struct RowSum {
    private var sums: [BudgetColumn: Decimal] = [:]
    private var count = 0

    mutating func add(_ row: BudgetExport.Row) {
        count += 1
        for (column, amount) in row.amounts { sums[column, default: 0] += amount.value ?? 0 }
    }

    mutating func add(_ other: RowSum) {
        count += other.count
        sums.merge(other.sums, uniquingKeysWith: +)
    }

    /// Whether a row states this sum, within half a unit of its last place for each row that was added.
    func makes(_ row: BudgetExport.Row) -> Bool {
        guard count > 0, !row.amounts.isEmpty else { return false }
        return row.amounts.allSatisfy { column, amount in
            guard let value = amount.value else { return true }
            let slack = Decimal(sign: .plus, exponent: -amount.precision, significand: Decimal(count)) / 2
            return abs(value - (sums[column] ?? 0)) <= (amount.precision == 0 ? 0 : slack)
        }
    }
}
