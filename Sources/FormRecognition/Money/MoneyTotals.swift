import Assessment
import FormTemplates

/// Tells of several totals with different amounts which one is that of the budget: by their words, by where points and rate stand, and by sums.
struct MoneyTotals {
    let lines: [MoneyLine]
    let words: FormWords

    /// What becomes of a total that is not the budget's.
    enum Fate {
        /// It is a part of the budget's, with the others.
        case part
        /// It stands for itself.
        case other
        /// Nobody can tell.
        case open
    }

    /// Totals that are not the budget's, each with what becomes of it.
    var rivals: [(index: Int, fate: Fate)] {
        let named = lines.indices.filter { lines[$0].isTotal }
        // 其中：财政资金合计 is a part, whatever it is called.
        let within = named.filter { lines[$0].isWithin }
        let groups = Dictionary(grouping: named.filter { !lines[$0].isWithin }) { lines[$0].labelName }
            .values.sorted { $0[0] < $1[0] }
        guard groups.count > 1 else { return groups.isEmpty ? [] : within.map { ($0, .part) } }
        let disputed = groups.filter { group in groups.contains { differ(group, $0) } }
        guard !disputed.isEmpty else { return within.map { ($0, .part) } }
        let weighed = disputed.map { (group: $0, weight: $0.map { weight(of: $0, in: disputed) }.max() ?? 0) }
            .sorted { $0.weight > $1.weight }
        let isClear = weighed[0].weight - weighed[1].weight >= words.labels.money.clear
        guard isClear else { return (disputed.flatMap { $0 }).map { ($0, .open) } + within.map { ($0, .part) } }
        let losers = groups.filter { differ($0, weighed[0].group) }.flatMap { $0 }
        // 财政资金合计 and 自筹资金合计 under 资金总计 are its parts.
        let parts = lines.indices.filter { losers.contains($0) || !lines[$0].isTotal && lines[$0].name != nil }
        let areParts = parts.count > 1 && MoneySums(lines: lines).fit(parts, weighed[0].group[0]).isWhole
        return losers.map { ($0, areParts ? .part : .other) } + within.map { ($0, .part) }
    }

    private func differ(_ one: [Int], _ other: [Int]) -> Bool {
        one[0] != other[0]
            && one.contains { first in
                other.contains { second in
                    BudgetColumn.amounts.contains { column in
                        guard let value = lines[first].amounts[column], let again = lines[second].amounts[column] else {
                            return false
                        }
                        return abs(value.value - again.value) * 2 > max(value.step, again.step)
                    }
                }
            }
    }

    /// How much speaks for a line.
    private func weight(of index: Int, in disputed: [[Int]]) -> Int {
        var signs: [String] = []
        if lines[index].kind == .total { signs.append("listed") }
        if words.labels.money.isSpent(lines[index].labelName) { signs.append("spent") }
        if lines[index].hasPoints { signs.append("points") }
        if lines[index].fitsRate == true { signs.append("rate") }
        let sums = MoneySums(lines: lines)
        let parts = lines.indices.filter { !lines[$0].isTotal && lines[$0].name != nil }
        let others = disputed.flatMap { $0 }.filter { lines[$0].labelName != lines[index].labelName }
        let isMade = [parts, others].contains { $0.count > 1 && sums.direct($0, index).fit.isWhole }
        if isMade { signs.append("sum") }
        return signs.compactMap { words.labels.money.sign($0)?.weight }.reduce(0, +)
    }
}
