import Assessment

/// In tests a fact is named by its label, as people know it.
extension FactName: ExpressibleByStringLiteral {
    public init(stringLiteral label: String) { self.init(label) }
}
