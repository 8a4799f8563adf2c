import Foundation

/// A comparison that a formula asks for.
public struct FormulaTest: Hashable, Sendable {
    /// The sign, as a spreadsheet writes it.
    public enum Sign: String, Hashable, Sendable {
        case less = "<"
        case atMost = "<="
        case equal = "="
        case atLeast = ">="
        case more = ">"
    }

    /// On the left.
    public var left: FormulaExpression
    /// How the sides are held against one another.
    public var sign: Sign
    /// On the right.
    public var right: FormulaExpression

    /// A comparison.
    public init(_ left: FormulaExpression, _ sign: Sign, _ right: FormulaExpression) {
        self.left = left
        self.sign = sign
        self.right = right
    }

    /// Whether it holds with the values that the parts have.
    public var holds: Bool {
        let (left, right) = (left.value, right.value)
        switch sign {
        case .less: return left < right
        case .atMost: return left <= right
        case .equal: return left == right
        case .atLeast: return left >= right
        case .more: return left > right
        }
    }
}
