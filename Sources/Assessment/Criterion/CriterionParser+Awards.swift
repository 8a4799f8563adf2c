import Foundation

/// What the parser makes of its pieces when an award comes.
extension CriterionParser {
    mutating func take(_ costs: Decimal, isShare: Bool) throws {
        takes = false
        guard let step else {
            guard !isShare else { throw NotUnderstood() }
            return try close(.less(costs))
        }
        guard criterion.deduction == nil, sign == nil, !spans, bounds.count < 2, loose == nil || bounds.isEmpty,
            costs > 0, step.size ?? 1 > 0
        else { throw NotUnderstood() }
        var limit = bounds.first
        if let number = loose { limit = .init(sign: .equal, number: number.number, unit: number.unit) }
        var side = step.side
        if let limit, side == nil {
            side = limit.sign == .less || limit.sign == .atMost ? .below : limit.sign == .equal ? nil : .above
        }
        // 每有1项未按期完成: things that went wrong, of which no figure of the row says how many.
        guard step.countsEvents || !["未", "没"].contains(where: step.letters.contains) else { throw NotUnderstood() }
        if !bounds.isEmpty { subjects.insert(CriterionCondition.subject(letters)) }
        criterion.deduction = .init(
            limit: limit, side: side, step: step.size ?? 1, unit: step.unit, costs: costs, isShare: isShare,
            counting: nil, words: CriterionCondition.subject(step.letters), most: nil, countsEvents: step.countsEvents,
            isEach: step.isEach)
        clear()
    }

    mutating func close(_ award: ScoringCriterion.Award) throws {
        guard sign == nil, !spans, step == nil, !takes else { throw NotUnderstood() }
        if let number = loose {
            bounds.append(.init(sign: .equal, number: number.number, unit: number.unit, isSoft: true))
        }
        let test: ScoringCriterion.Test
        if !bounds.isEmpty {
            guard !CriterionWords.conjunctions.contains(where: letters.contains) else { throw NotUnderstood() }
            subjects.insert(CriterionCondition.subject(letters))
            test = .bounds(bounds)
        } else if isOtherwise {
            test = .otherwise
        } else {
            test = CriterionCondition.test(letters)
        }
        criterion.rules.append(.init(test: test, award: award))
        clear()
    }

    private mutating func clear() {
        bounds = []
        loose = nil
        sign = nil
        letters = ""
        isOtherwise = false
        spans = false
        step = nil
        takes = false
    }
}
