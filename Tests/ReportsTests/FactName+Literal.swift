import Assessment

/// In tests a fact is named by its label, as people know it.
extension FactName: ExpressibleByStringLiteral {
    /// A name as it is written.
    public init(stringLiteral label: String) { self.init(label) }
}
