import Assessment
import Foundation

/// Puts faults into what a form says: each is certain, whatever the form's layout.
enum GrammarFaults {
    private typealias Plant = @Sendable (inout GrammarContents, GrammarChoices, inout Chance) -> GrammarFault?

    /// Faults of rows and amounts, before sums are reckoned: those beyond how many were drawn are planted by ``plantSums(into:_:_:)``.
    static func plant(into contents: inout GrammarContents, _ choices: GrammarChoices, _ chance: inout Chance) {
        guard choices.kind.isAssessment else { return }
        let count = chance.pick(weighted: [(0, 30), (1, 30), (2, 25), (3, 15)])
        var money = 0
        for plant in chance.shuffled(Array(Self.rows.keys.sorted())).prefix(count) {
            // Two faults of money may hide each other.
            if Self.ofMoney.contains(plant) { money += 1 }
            if money > 1, Self.ofMoney.contains(plant) { continue }
            let isWeight = ["WGT-01", "WGT-04"].contains(plant)
            if isWeight, contents.faults.contains(where: { $0.rule.hasPrefix("WGT") }) { continue }
            if let fault = Self.rows[plant]?(&contents, choices, &chance) { contents.faults.append(fault) }
        }
    }

    /// Faults of printed sums.
    static func plantSums(into contents: inout GrammarContents, _ choices: GrammarChoices, _ chance: inout Chance) {
        guard choices.kind.hasScores, contents.faults.count < 3 else { return }
        if choices.total != .none, chance.happens(18) {
            contents.total += chance.pick([2, 3, 5, -4])
            contents.grade(choices)
            contents.faults.append(GrammarFault(rule: "SCO-05", places: [.total]))
        }
        let stated = contents.groups.indices.filter { index in
            contents.groups[index].stated != nil && contents.groups[index].label != "预算执行率"
        }
        if !stated.isEmpty, chance.happens(30), !contents.faults.contains(where: { $0.rule.hasPrefix("WGT") }) {
            let group = chance.pick(stated)
            contents.groups[group].stated = (contents.groups[group].stated ?? 0) + 5
            // Who holds it against the groups under it or above it finds it too.
            contents.faults.append(GrammarFault(rule: "WGT-03", places: [.group(group)], mayFollow: ["WGT-03"]))
        }
    }

    private static let ofMoney = ["BUD-01", "BUD-02", "SCO-09"]

    private static let rows: [String: Plant] = [
        "SCO-01": { contents, choices, chance in
            guard choices.kind.hasScores, !choices.hasCoefficient else { return nil }
            guard let row = full(contents, &chance), let weight = contents.rows[row].weight else { return nil }
            contents.rows[row].score = weight + Decimal(chance.int(1...4))
            return GrammarFault(rule: "SCO-01", places: [.indicator(row, .score)], mayAlso: ["SCO-02"])
        },
        "WGT-01": { contents, choices, chance in
            guard choices.kind.hasScores, let row = full(contents, &chance) else { return nil }
            contents.rows[row].weight = (contents.rows[row].weight ?? 0) + 5
            contents.rows[row].score = contents.rows[row].weight
            return GrammarFault(rule: "WGT-01", places: [])
        },
        "WGT-04": { contents, choices, chance in
            guard choices.kind.hasScores, choices.points != .subtotals, let row = full(contents, &chance) else {
                return nil
            }
            contents.unweighed.insert(row)
            return GrammarFault(
                rule: "WGT-04", places: [.indicator(row, .weight)], mayAlso: ["SCO-02"],
                mayFollow: ["WGT-01", "WGT-03"])
        },
        "VAL-01": { contents, choices, chance in
            // Where nothing is scored no actual is certain to be missing.
            guard choices.kind.hasScores, choices.kind.hasTargets, let row = full(contents, &chance) else { return nil }
            contents.rows[row].actual = nil
            return GrammarFault(rule: "VAL-01", places: [.indicator(row, .actual)], mayAlso: ["SCO-07", "SCO-02"])
        },
        "EXP-01": { contents, choices, chance in
            guard choices.kind.hasScores, choices.hasReason else { return nil }
            guard let row = missed(&contents, choices, &chance) else { return nil }
            contents.rows[row].reason = ""
            return GrammarFault(rule: "EXP-01", places: [.indicator(row, .reason)])
        },
        "SCO-04": { contents, choices, chance in
            guard choices.kind.hasScores, choices.kind.hasTargets, !choices.hasCoefficient else { return nil }
            guard let row = missed(&contents, choices, &chance) else { return nil }
            contents.rows[row].score = contents.rows[row].weight
            contents.rows[row].reason = ""
            return GrammarFault(rule: "SCO-04", places: [.indicator(row, .score)], mayAlso: ["SCO-02"])
        },
        "SCO-02": { contents, choices, chance in
            guard choices.hasCoefficient, let row = missed(&contents, choices, &chance),
                let score = contents.rows[row].score
            else { return nil }
            contents.rows[row].score = score - 1
            return GrammarFault(rule: "SCO-02", places: [.indicator(row, .score)])
        },
        "BUD-01": { contents, choices, chance in
            guard let rate = contents.rate, ![.columns].contains(choices.money) || chance.happens(50) else {
                return nil
            }
            contents.rate = rate + (rate > 90 ? -5 : 4)
            return GrammarFault(rule: "BUD-01", places: [.money(0, .rate)])
        },
        "BUD-02": { contents, choices, chance in
            guard let part = contents.funds.indices.first(where: { contents.funds[$0].breakdown == 0 }),
                choices.money != .colon
            else { return nil }
            let columns: [BudgetColumn] =
                choices.hasInitial ? [.initial, .adjusted, .executed] : [.adjusted, .executed]
            let column = chance.pick(columns)
            guard let amount = contents.funds[part].amounts[column] else { return nil }
            // Not by a power of ten: that would be a slip of the unit.
            contents.funds[part].amounts[column] =
                amount + DecimalText.rounded(amount * 3 / 10, places: contents.moneyPlaces)
            let places = contents.funds.indices.filter { contents.funds[$0].breakdown <= 0 }.map {
                GrammarPlace.money($0, column)
            }
            return GrammarFault(rule: "BUD-02", places: places, mayFollow: ["BUD-02"])
        },
        "SCO-09": { contents, choices, chance in
            let row = contents.rows.firstIndex(where: \.isRate)
            if let row, let score = contents.rows[row].score, !choices.hasCoefficient {
                contents.rows[row].score = score - 2
                contents.rows[row].reason = GrammarItems.reasons[3]
                return GrammarFault(rule: "SCO-09", places: [.indicator(row, .score)])
            }
            guard row == nil, let score = contents.rateScore else { return nil }
            contents.rateScore = score - 2
            return GrammarFault(rule: "SCO-09", places: [.money(0, .score)])
        },
    ]

    /// A row with all its points, that no fault was put into.
    private static func full(_ contents: GrammarContents, _ chance: inout Chance) -> Int? {
        let free = contents.rows.indices.filter { index in
            let row = contents.rows[index]
            return !row.isRate && !row.isMissed && row.score == row.weight && row.weight != nil
                && isFree(index, contents)
        }
        return free.isEmpty ? nil : chance.pick(free)
    }

    /// A row that misses its target, that no fault was put into: one is made where there is none.
    private static func missed(
        _ contents: inout GrammarContents, _ choices: GrammarChoices, _ chance: inout Chance
    ) -> Int? {
        let free = contents.rows.indices.filter {
            contents.rows[$0].isMissed && contents.rows[$0].isBelow && isFree($0, contents)
        }
        if !free.isEmpty { return chance.pick(free) }
        let possible = contents.rows.indices.filter { contents.canMiss($0) && isFree($0, contents) }
        guard !possible.isEmpty else { return nil }
        let row = chance.pick(possible)
        contents.miss(row, choices, &chance)
        return row
    }

    private static func isFree(_ row: Int, _ contents: GrammarContents) -> Bool {
        !contents.faults.contains { fault in
            fault.places.contains {
                if case .indicator(row, _) = $0 { return true }
                return false
            }
        }
    }
}
