import Foundation

/// A formula of a score as a tree. The same tree is reckoned, explained in words and written into the cell of a form.
public indirect enum FormulaExpression: Hashable, Sendable {
    /// Which way a value is rounded.
    public enum Rounding: Hashable, Sendable {
        /// To the nearer, half away from zero.
        case half
        /// Away from zero.
        case up
        /// Towards zero.
        case down
    }

    /// A number of the method's or of the template's.
    case number(Decimal)
    /// A share in per cent: 75 for 75%.
    case percent(Decimal)
    /// A named part.
    case operand(FormulaOperand)
    /// The sum of figures, with their signs.
    case figures([NamedFigure])
    /// What 实际完成值 of the row shows, where the form has a cell for it: a rate as a share of one.
    case shown(FormulaExpression)
    /// The first less the second.
    case difference(FormulaExpression, FormulaExpression)
    /// The first times the second.
    case product(FormulaExpression, FormulaExpression)
    /// The first over the second.
    case quotient(FormulaExpression, FormulaExpression)
    /// The smaller of the two.
    case minimum(FormulaExpression, FormulaExpression)
    /// The larger of the two.
    case maximum(FormulaExpression, FormulaExpression)
    /// Without its sign.
    case absolute(FormulaExpression)
    /// Held within bounds. Not a choice of the reckoning, as ``minimum(_:_:)`` is: an explanation shows the value before, and says that it was held.
    case held(FormulaExpression, atLeast: FormulaExpression?, atMost: FormulaExpression?)
    /// Rounded to decimal places.
    case rounded(FormulaExpression, places: Int, Rounding = .half)
    /// One of two, by whether all the tests hold.
    case condition([FormulaTest], then: FormulaExpression, otherwise: FormulaExpression)

    /// What it gives with the values that the parts have.
    public var value: Decimal { fraction.value }

    private var fraction: Fraction {
        switch self {
        case .number(let number): return Fraction(above: number)
        case .percent(let share): return Fraction(above: share, below: 100)
        case .operand(let operand):
            return operand.kind == .statedRate
                ? Fraction(above: operand.value, below: 100) : Fraction(above: operand.value)
        case .figures(let figures): return Fraction(above: NamedFigure.sum(figures))
        case .shown(let inner): return inner.fraction
        case .difference(let one, let other): return one.fraction - other.fraction
        case .product(let one, let other): return one.fraction * other.fraction
        case .quotient(let one, let other): return one.fraction / other.fraction
        case .minimum, .maximum, .condition: return taken.fraction
        case .absolute(let inner): return Fraction(above: abs(inner.value))
        case .held(let inner, let least, let most):
            // What no bound holds stays undivided.
            if let most, inner.value > most.value { return most.fraction }
            if let least, inner.value < least.value { return least.fraction }
            return inner.fraction
        case .rounded(let inner, let places, let rounding):
            return Fraction(above: Self.rounded(inner.value, places, rounding))
        }
    }

    private static func rounded(_ value: Decimal, _ places: Int, _ rounding: Rounding) -> Decimal {
        guard rounding != .half else { return DecimalText.rounded(value, places: places) }
        var exact = abs(value)
        var result = Decimal()
        NSDecimalRound(&result, &exact, places, rounding == .up ? .up : .down)
        return value < 0 ? -result : result
    }

    /// The branch of a choice that counts; of two equal ones the bound of a ``minimum(_:_:)`` and the value of a ``maximum(_:_:)``.
    var taken: FormulaExpression {
        switch self {
        case .minimum(let one, let other): one.value < other.value ? one : other
        case .maximum(let one, let other): one.value >= other.value ? one : other
        case .condition(let tests, let then, let otherwise): tests.allSatisfy(\.holds) ? then : otherwise
        default: self
        }
    }
}
