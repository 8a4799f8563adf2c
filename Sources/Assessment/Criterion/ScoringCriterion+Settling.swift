import Foundation
import Spreadsheet

/// What the cases of a criterion come to when all of it was read.
extension ScoringCriterion {
    /// Puts the cases in order; false where they do not fit together: two figures, two endings.
    mutating func settle(subjects: Set<String>) -> Bool {
        let named = subjects.subtracting([""])
        guard named.count < 2 else { return false }
        subject = named.first ?? ""
        // 本项10分。 says the weight once more.
        if rules.count > 1 || deduction != nil {
            rules.removeAll { rule in
                guard rule.test == .always else { return false }
                if case .points(let points) = rule.award { return points > 0 }
                return rule.award == .full
            }
        }
        guard !rules.isEmpty || deduction != nil else { return false }
        let finals = rules.filter { [.missed, .otherwise, .always].contains($0.test) }
        guard finals.count < 2, deduction == nil || finals.isEmpty else { return false }
        settleEquals()
        return true
    }

    /// 100%得满分，每低5%扣2分: all that is above 100 % is full as well; and so is all below the lowest of some bands, above the highest.
    private mutating func settleEquals() {
        let others = rules.flatMap { rule -> [Decimal] in
            guard case .bounds(let bounds) = rule.test else { return [] }
            return bounds.filter { !($0.sign == .equal && $0.isSoft) }.map(\.number)
        }
        for index in rules.indices {
            guard case .bounds(var bounds) = rules[index].test, bounds.count == 1, bounds[0].isSoft,
                bounds[0].sign == .equal
            else { continue }
            let number = bounds[0].number
            if deduction?.side == .below || deduction == nil && others.allSatisfy({ $0 <= number }) {
                bounds[0].sign = .atLeast
            } else if deduction?.side == .above || deduction == nil && others.allSatisfy({ $0 >= number }) {
                bounds[0].sign = .atMost
            }
            bounds[0].isSoft = false
            rules[index].test = .bounds(bounds)
        }
    }
}
