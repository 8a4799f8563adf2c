/// Amounts of which the layout of a form says that they make another one: the tasks of a list and its 合计, the funds of a row and its amount.
public struct MoneySum: Hashable, Sendable {
    /// What is added up, for a person.
    public var title: String
    /// The amount that the others make.
    public var total: SourcedNumber
    /// What makes it.
    public var parts: [SourcedNumber]

    /// A sum.
    public init(title: String, total: SourcedNumber, parts: [SourcedNumber]) {
        self.title = title
        self.total = total
        self.parts = parts
    }
}
