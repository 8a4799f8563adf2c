import Assessment
import Foundation

/// Whether some lines of money make another one, column by column.
struct MoneySums {
    /// In how many columns they do, and in how many they don't.
    struct Fit: Comparable {
        var agrees = 0
        var differs = 0

        var isWhole: Bool { agrees > 0 && differs == 0 }

        static func < (one: Fit, other: Fit) -> Bool {
            (one.agrees - one.differs, one.agrees) < (other.agrees - other.differs, other.agrees)
        }
    }

    let lines: [MoneyLine]

    /// Whether lines, by their numbers, make the line of a total.
    func fit(_ parts: [Int], _ total: Int) -> Fit {
        var fit = Fit()
        for column in BudgetColumn.amounts {
            guard let whole = lines[total].amounts[column] else { continue }
            let values = parts.compactMap { lines[$0].amounts[column] }
            guard !values.isEmpty else { continue }
            let sum = values.map(\.value).reduce(0, +)
            if Self.agrees(sum, whole) { fit.agrees += 1 } else { fit.differs += 1 }
        }
        return fit
    }

    private static func agrees(_ sum: Decimal, _ whole: MoneyLine.Amount) -> Bool {
        // A sum can't be finer than the total is printed.
        abs(sum - whole.value) * 2 <= whole.step
    }

    /// The lines that a total is made of, where some may stand within others (其中), and how well they make it.
    func direct(_ parts: [Int], _ total: Int) -> (parts: [Int], fit: Fit) {
        var best = (parts: parts, fit: fit(parts, total))
        // As it is written goes before what it may mean.
        if best.fit.differs == 0 || parts.count > 14 || parts.count < 2 { return best }
        search(parts, total, &best, mayExceed: false)
        if best.fit.isWhole { return best }
        // 其中 may be more than what it is some of: that is wrong, and says nothing of the others where they make the total.
        var loose = best
        search(parts, total, &loose, mayExceed: true)
        return loose.fit.isWhole ? loose : best
    }

    private func search(
        _ parts: [Int], _ total: Int, _ found: inout (parts: [Int], fit: Fit), mayExceed: Bool
    ) {
        var best = found
        defer { found = best }
        var steps = 0
        func search(_ next: Int, _ chosen: [Int]) {
            steps += 1
            guard steps < 4000 else { return }
            guard next < parts.count else {
                let found = fit(chosen, total)
                if best.fit < found { best = (chosen, found) }
                return
            }
            search(next + 1, chosen + [parts[next]])
            for last in next + 1..<max(parts.count, next + 1)
            where isWithin(Array(parts[next + 1...last]), parts[next], mayExceed: mayExceed) {
                search(last + 1, chosen + [parts[next]])
            }
        }
        search(0, [])
    }

    /// Whether lines that stand within another one are together more than it, in some columns, and less in none.
    func exceeds(_ inner: [Int], _ outer: Int) -> Bool {
        var isMore = false
        for column in BudgetColumn.amounts {
            guard let whole = lines[outer].amounts[column] else { continue }
            let values = inner.compactMap { lines[$0].amounts[column] }
            guard values.count == inner.count else { return false }
            let sum = values.map(\.value).reduce(0, +)
            if Self.agrees(sum, whole) { continue }
            if sum < whole.value { return false }
            isMore = true
        }
        return isMore
    }

    /// Whether lines stand within the one before them: they make it, or are marked as some of what makes it.
    private func isWithin(_ inner: [Int], _ outer: Int, mayExceed: Bool) -> Bool {
        let fit = fit(inner, outer)
        if fit.isWhole { return true }
        guard let first = inner.first, lines[first].isWithin else { return false }
        if mayExceed { return true }
        return BudgetColumn.amounts.allSatisfy { column in
            guard let whole = lines[outer].amounts[column] else { return true }
            return inner.reduce(0) { $0 + (lines[$1].amounts[column]?.value ?? 0) } <= whole.value
        }
    }
}
