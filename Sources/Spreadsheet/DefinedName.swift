/// A name for a range or a formula. Those of printing and filtering are kept where they belong, not here.
public struct DefinedName: Hashable, Sendable {
    /// The name.
    public var name: String
    /// What it stands for, without `=`.
    public var formula: String
    /// Not shown in lists.
    public var isHidden: Bool
    /// What is said of it.
    public var comment: String?

    /// A name.
    public init(name: String, formula: String, isHidden: Bool = false, comment: String? = nil) {
        self.name = name
        self.formula = formula
        self.isHidden = isHidden
        self.comment = comment
    }
}
