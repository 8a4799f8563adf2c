/// The name of a scoring method. Which indicator has which is data of the template; the methods that there are stand in ``ScoringCatalogue``.
public struct ScoringMethod: RawRepresentable, CaseIterable, Hashable, Sendable {
    /// Id, as templates and reports write it: `proportion`, `one-of`.
    public let rawValue: String
    /// The name that a person reads.
    public let title: String

    /// A method's own name. Only a method makes one, so that there is none outside the catalogue.
    init(id: String, title: String) {
        rawValue = id
        self.title = title
    }

    /// The method with an id; nil where the catalogue has none.
    public init?(rawValue: String) {
        guard let method = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = method
    }

    /// The methods that there are, in the order of the catalogue.
    public static var allCases: [ScoringMethod] { ScoringCatalogue.all.map { $0.method } }
}
