import Foundation

/// A value on its way through a formula: divided once, at the end, so that no digit of a quotient that never ends is lost before.
struct Fraction {
    var above: Decimal
    var below: Decimal = 1

    var value: Decimal { below == 1 ? above : above / below }

    static func - (one: Fraction, other: Fraction) -> Fraction {
        Fraction(above: one.above * other.below - other.above * one.below, below: one.below * other.below)
    }

    static func * (one: Fraction, other: Fraction) -> Fraction {
        Fraction(above: one.above * other.above, below: one.below * other.below)
    }

    static func / (one: Fraction, other: Fraction) -> Fraction {
        Fraction(above: one.above * other.below, below: one.below * other.above)
    }
}
