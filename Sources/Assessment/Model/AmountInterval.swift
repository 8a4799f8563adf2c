import Foundation

/// What a printed number may have been before it was rounded: from the lower bound to the upper.
struct AmountInterval {
    let lower: Decimal
    let upper: Decimal

    /// Half a unit of the last printed place to both sides.
    init(_ value: Decimal, places: Int) {
        let half = Decimal(sign: .plus, exponent: -places - 1, significand: 5)
        lower = value - half
        upper = value + half
    }

    private init(lower: Decimal, upper: Decimal) {
        self.lower = lower
        self.upper = upper
    }

    /// One over another, in per cent; nil where the other may be 0.
    func percent(of whole: AmountInterval) -> AmountInterval? {
        guard whole.lower > 0 else { return nil }
        let below = lower < 0 ? whole.lower : whole.upper
        return AmountInterval(lower: lower / below * 100, upper: upper / whole.lower * 100)
    }

    /// Whether there is a number that both may be.
    func meets(_ other: AmountInterval) -> Bool { lower <= other.upper && other.lower <= upper }
}

extension Submission {
    /// Places that the amounts of the money block are printed with, those of the template at least: 20 beside 18.55 is 20.00.
    func moneyPlaces(_ standard: Standard) -> Int {
        let amounts = budget.flatMap { line in
            BudgetColumn.amounts.compactMap { line.amounts[$0] }
        }
        return max(amounts.map(\.precision).max() ?? 0, standard.moneyPlaces)
    }
}
