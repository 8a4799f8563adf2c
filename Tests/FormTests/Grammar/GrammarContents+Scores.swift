import Assessment
import Foundation

/// Points and scores of the rows.
extension GrammarContents {
    /// Points for all rows but that of the rate, together what is left.
    mutating func weigh(_ left: Decimal, _ choices: GrammarChoices, _ chance: inout Chance) {
        let own = rows.indices.filter { !rows[$0].isRate }
        let steps = choices.hasHalves ? 2 : 1
        let all = (left as NSDecimalNumber).intValue * steps
        var points = own.map { _ in all / own.count }
        points[0] += all - points.reduce(0, +)
        for index in points.indices.dropFirst() {
            let moved = chance.int(0...max(0, points[index] / 3))
            points[index] -= moved
            points[chance.int(0...points.count - 1)] += moved
        }
        for (index, point) in zip(own, points) { rows[index].weight = Decimal(point) / Decimal(steps) }
    }

    mutating func score(_ choices: GrammarChoices, _ chance: inout Chance) {
        for index in rows.indices where !rows[index].isRate {
            rows[index].score = rows[index].weight
            rows[index].coefficient = 100
            rows[index].criterion =
                choices.kind == .scoring ? chance.pick(GrammarItems.criteria) : "完成目标得满分，未完成按完成比例得分。"
        }
        let candidates = chance.shuffled(rows.indices.filter { canMiss($0) })
        for index in candidates.prefix(chance.int(0...3)) { miss(index, choices, &chance) }
    }

    /// Whether a row can be one that did not reach its target.
    func canMiss(_ index: Int) -> Bool {
        guard !rows[index].isRate, !rows[index].isMissed, let weight = rows[index].weight, weight >= 4 else {
            return false
        }
        if case .number(.atLeast, let number, _) = rows[index].aim { return number >= 10 }
        return false
    }

    /// Lets a row miss its target, with the points that are right for it and the reason.
    mutating func miss(_ index: Int, _ choices: GrammarChoices, _ chance: inout Chance) {
        guard case .number(let comparison, let number, let unit) = rows[index].aim, let weight = rows[index].weight
        else {
            return
        }
        let used = rows.count { !$0.reason.isEmpty }
        rows[index].reason = GrammarItems.reasons[used % GrammarItems.reasons.count]
        rows[index].isMissed = true
        let wanted: Decimal = choices.hasCoefficient ? (unit == "%" ? 80 : 20) : number
        let share = Decimal(chance.int(11...17)) / 20
        let reached = DecimalText.rounded(wanted * share, places: 0)
        rows[index].aim = .number(comparison, wanted, unit: unit)
        rows[index].actual = "\(reached)"
        rows[index].coefficient = DecimalText.rounded(reached * 100 / wanted, places: 2)
        rows[index].score = DecimalText.rounded(reached * weight / wanted, places: choices.scorePlaces)
        if choices.kind == .scoring { rows[index].score = weight - Decimal(chance.int(1...3)) }
    }
}
