import Foundation
import Spreadsheet

extension FormulaExpression {
    /// What of a score's formula counts with the values that the parts have: the branches that hold, before bounds and the last rounding, which an
    /// explanation says apart.
    var settled: FormulaExpression {
        switch self {
        case .rounded(let inner, _, _), .held(let inner, _, _): inner.settled
        case .condition: taken.settled
        default: chosen
        }
    }

    /// The branches that hold; what is rounded on the way stays rounded.
    private var chosen: FormulaExpression {
        switch self {
        case .number, .percent, .operand, .figures, .absolute, .rounded: self
        case .shown(let inner), .held(let inner, _, _): inner.chosen
        case .minimum, .maximum, .condition: taken.chosen
        case .difference(let one, let other): .difference(one.chosen, other.chosen)
        case .product(let one, let other): .product(one.chosen, other.chosen)
        case .quotient(let one, let other): .quotient(one.chosen, other.chosen)
        }
    }

    /// A settled formula with the numbers put in: `28 ÷ 30 × 10`.
    ///
    /// - Parameter withTerms: Sums of figures are written term by term: `(33 − 32) ÷ 32`.
    func words(withTerms: Bool = false) -> String {
        switch self {
        case .number(let number): return "\(number)"
        case .percent(let share): return "\(share)%"
        case .operand(let operand): return Self.words(operand)
        case .figures(let figures) where withTerms: return Reckoning.sum(figures.map { ($0.value, $0.isSubtracted) })
        case .difference(let one, let other):
            return "\(one.words(withTerms: withTerms)) − \(other.words(withTerms: withTerms))"
        case .product(let one, let other):
            let factor = other.words(withTerms: withTerms)
            return one.words(withTerms: withTerms) + " × " + (other.isProduct ? "(\(factor))" : factor)
        case .quotient(let one, let other):
            let dividend = one.words(withTerms: withTerms)
            return (dividend.hasPrefix("−") ? "(\(dividend))" : dividend) + " ÷ " + other.words(withTerms: withTerms)
        case .figures, .shown, .minimum, .maximum, .absolute, .held, .rounded, .condition:
            return Reckoning.number(value)
        }
    }

    private var isProduct: Bool {
        if case .product = self { return true }
        return false
    }

    private static func words(_ operand: FormulaOperand) -> String {
        switch operand.kind {
        case .weight: "\(operand.value)"
        case .statedRate: Reckoning.number(operand.value) + "%"
        case .target, .actual, .tolerance, .judged, .amount: Reckoning.number(operand.value)
        }
    }

    /// A settled formula that is the whole of a weight.
    var isWholeWeight: Bool {
        switch self {
        case .operand(let operand), .product(.number(1), .operand(let operand)): operand.kind == .weight
        default: false
        }
    }

    /// The rate in a formula that 实际完成值 of the row may show, as a share of one; nil where it judges none.
    public var shownRate: FormulaExpression? {
        switch self {
        case .shown(let rate): rate
        case .number, .percent, .operand, .figures: nil
        case .absolute(let inner), .held(let inner, _, _), .rounded(let inner, _, _): inner.shownRate
        case .difference(let one, let other), .product(let one, let other), .quotient(let one, let other),
            .minimum(let one, let other), .maximum(let one, let other):
            one.shownRate ?? other.shownRate
        case .condition(let tests, let then, let otherwise):
            tests.lazy.compactMap { $0.left.shownRate ?? $0.right.shownRate }.first ?? then.shownRate
                ?? otherwise.shownRate
        }
    }
}
