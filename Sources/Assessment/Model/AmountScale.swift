import Foundation
import Spreadsheet

/// Looks for amounts of the money block that are a power of ten too big or too small: 元 in a 万元 form, a lost decimal point.
///
/// An amount is only suspected when dividing it settles something that is wrong and leaves nothing wrong that it takes part in.
struct AmountScale {
    /// Something in the block that two or more amounts must agree on.
    enum Check: Hashable {
        case sum(block: Int, column: BudgetColumn)
        case rate(line: Int)
        case nearness(line: Int, one: BudgetColumn, other: BudgetColumn)

        fileprivate var isSum: Bool {
            if case .sum = self { return true }
            return false
        }
    }

    /// An amount of the block.
    struct Place: Hashable {
        var line: Int
        var column: BudgetColumn
    }

    /// Amounts that are wrong by a factor.
    struct Suspicion {
        var places: [Place]
        /// How many times too big; below 1 for too small.
        var factor: Decimal
        /// What agrees once they are divided.
        var settled: Set<Check>
        /// Amounts of the same row that they then are about equal to.
        var neighbours: Int
    }

    /// 元 for 万元.
    static let unitFactor: Decimal = 10_000

    private(set) var lines: [BudgetLine]
    let blocks: [Standard.BudgetBlock]

    init(_ evaluation: Evaluation) {
        lines = evaluation.budget
        blocks = evaluation.standard.budgetBlocks
    }

    /// What is wrong by a factor; empty when nothing is, or when it can't be told which amount is.
    func suspicions() -> [Suspicion] {
        var scale = self
        var found: [Suspicion] = []
        while found.count < 5, let next = scale.best() {
            found.append(next)
            scale = scale.divided(next.places, by: next.factor)
        }
        return found
    }

    private func best() -> Suspicion? {
        let before = checks()
        guard before.values.contains(false) else { return nil }
        let found = candidates().compactMap { judge($0.places, $0.factor, before) }
        guard let best = found.max(by: { Self.weighs($0) < Self.weighs($1) }) else { return nil }
        if Self.isUnit(best.factor) { return best }
        // Two amounts that would do equally well convince of neither.
        let equals = found.count { $0.settled.count == best.settled.count && $0.neighbours == best.neighbours }
        return equals == 1 ? best : nil
    }

    private static func isUnit(_ factor: Decimal) -> Bool { factor == unitFactor || factor * unitFactor == 1 }

    /// The more that agrees, the better; then the fewer amounts, then the too big before the too small.
    private static func weighs(_ one: Suspicion) -> Int {
        one.settled.count * 1000 + one.neighbours * 100 - one.places.count * 2 + (one.factor > 1 ? 1 : 0)
    }

    private func candidates() -> [(places: [Place], factor: Decimal)] {
        let unit = [Self.unitFactor, 1 / Self.unitFactor]
        let tens: [Decimal] = [10, 100, Decimal(1) / 10, Decimal(1) / 100]
        let all = lines.indices.flatMap { line in
            BudgetColumn.amounts.filter { (lines[line][$0] ?? 0) > 0 }.map { Place(line: line, column: $0) }
        }
        var found = all.flatMap { place in (unit + tens).map { ([place], $0) } }
        let rows = lines.indices.map { line in all.filter { $0.line == line } }
        let columns = BudgetColumn.amounts.map { column in all.filter { $0.column == column } }
        for group in rows + columns where group.count > 1 { found += unit.map { (group, $0) } }
        return found
    }

    private func judge(_ places: [Place], _ factor: Decimal, _ before: [Check: Bool]) -> Suspicion? {
        let divided = divided(places, by: factor)
        let after = divided.checks()
        let own = after.filter { check, _ in places.contains { touches(check, $0) } }
        guard own.values.allSatisfy({ $0 }), places.allSatisfy(divided.matters) else { return nil }
        var settled = Set(own.keys.filter { before[$0] == false })
        // A column keeps its sums, right or wrong, whatever it is divided by.
        if places.count > 1, Set(places.map(\.column)).count == 1 { settled = settled.filter { !$0.isSum } }
        guard !settled.isEmpty else { return nil }
        let neighbours = places.reduce(0) { $0 + divided.neighbours(of: $1) }
        return Suspicion(places: places, factor: factor, settled: settled, neighbours: neighbours)
    }

    /// Whether an amount is more than what its sums are out by: one that was made as good as nothing settles any sum.
    private func matters(_ place: Place) -> Bool {
        guard let value = lines[place.line][place.column] else { return false }
        return blocks.indices.allSatisfy { index in
            guard touches(.sum(block: index, column: place.column), place),
                let sum = sum(of: blocks[index], place.column)
            else { return true }
            return abs(sum.parts - sum.whole) * 100 <= value
        }
    }

    private func divided(_ places: [Place], by factor: Decimal) -> AmountScale {
        var scale = self
        for place in places {
            guard let value = lines[place.line][place.column] else { continue }
            scale.lines[place.line].amounts[place.column]?.value = value / factor
        }
        return scale
    }

    private func neighbours(of place: Place) -> Int {
        let line = lines[place.line]
        return BudgetColumn.amounts.count { $0 != place.column && Self.isNear(line[$0], line[place.column], 1) }
    }

    // MARK: What must agree

    private func touches(_ check: Check, _ place: Place) -> Bool {
        switch check {
        case .sum(let block, let column):
            let names = [blocks[block].total] + blocks[block].parts
            return column == place.column && names.contains(lines[place.line].name)
        case .rate(let line): return line == place.line && place.column != .initial
        case .nearness(let line, let one, let other):
            return line == place.line && (place.column == one || place.column == other)
        }
    }

    private func checks() -> [Check: Bool] {
        var checks: [Check: Bool] = [:]
        for (index, block) in blocks.enumerated() {
            for column in BudgetColumn.amounts {
                guard let sum = sum(of: block, column) else { continue }
                checks[.sum(block: index, column: column)] =
                    DecimalText.rounded(sum.parts, places: sum.places) == sum.whole || Self.isSum(sum.parts, sum.whole)
            }
        }
        for (index, line) in lines.enumerated() {
            if let printed = line.amounts[.rate], let rate = printed.value, let executed = line[.executed],
                let adjusted = line[.adjusted], adjusted > 0
            {
                let unit = Decimal(sign: .plus, exponent: -printed.precision, significand: 1)
                checks[.rate(line: index)] = abs(executed / adjusted * 100 - rate) <= unit
            }
            for (one, other) in [(BudgetColumn.adjusted, BudgetColumn.executed), (.initial, .adjusted)]
            where (line[one] ?? 0) > 0 && (line[other] ?? 0) > 0 {
                checks[.nearness(line: index, one: one, other: other)] =
                    !Self.isNear(line[one], line[other], Self.unitFactor)
                    && !Self.isNear(line[other], line[one], Self.unitFactor)
            }
        }
        return checks
    }

    /// What the rows of a block make in a column, and what its total says; nil where there is nothing to compare.
    private func sum(
        of block: Standard.BudgetBlock, _ column: BudgetColumn
    ) -> (parts: Decimal, whole: Decimal, places: Int)? {
        guard block.isCertain, let total = lines.first(where: { $0.name == block.total })?.amounts[column],
            let whole = total.value,
            whole != 0
        else { return nil }
        let amounts = lines.filter { block.parts.contains($0.name) }.compactMap { $0[column] }
        return amounts.isEmpty ? nil : (amounts.reduce(0, +), whole, total.precision)
    }

    /// Equal, but for the digits that 万元 cuts off of 元.
    private static func isSum(_ sum: Decimal, _ whole: Decimal) -> Bool {
        abs(sum - whole) * 100_000 <= abs(whole)
    }

    /// Whether one is so many times the other, by one per cent.
    private static func isNear(_ one: Decimal?, _ other: Decimal?, _ factor: Decimal) -> Bool {
        guard let one, let other, one > 0, other > 0 else { return false }
        return abs(one - other * factor) * 100 <= other * factor
    }
}
