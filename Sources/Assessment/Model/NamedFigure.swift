import Foundation

/// A figure of a rate, with its value and its sign.
public struct NamedFigure: Hashable, Sendable {
    /// Its name, by which a form may have a cell for it.
    public var name: String
    /// Its value.
    public var value: Decimal
    /// Taken away instead of added.
    public var isSubtracted: Bool

    /// A figure.
    public init(name: String, value: Decimal, isSubtracted: Bool = false) {
        self.name = name
        self.value = value
        self.isSubtracted = isSubtracted
    }

    /// The sum of figures, with their signs.
    static func sum(_ figures: [NamedFigure]) -> Decimal {
        figures.reduce(0) { $0 + ($1.isSubtracted ? -$1.value : $1.value) }
    }
}
