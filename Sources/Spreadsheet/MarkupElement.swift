/// An element of a file's own markup that is carried as it stands: what no rule looks into is kept, not understood.
public struct MarkupElement: Hashable, Sendable {
    /// One attribute.
    public struct Attribute: Hashable, Sendable {
        /// Name, without a namespace.
        public var name: String
        /// Value, its entities undone.
        public var value: String

        /// An attribute.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Name, without a namespace.
    public var name: String
    /// Attributes in their order.
    public var attributes: [Attribute]
    /// Elements inside, in their order.
    public var children: [MarkupElement]
    /// Text inside, its entities undone.
    public var text: String

    /// An element.
    public init(
        _ name: String, _ attributes: [Attribute] = [], children: [MarkupElement] = [], text: String = ""
    ) {
        self.name = name
        self.attributes = attributes
        self.children = children
        self.text = text
    }

    /// The value of an attribute; nil takes it away, a new one comes last.
    public subscript(attribute attribute: String) -> String? {
        get { attributes.first { $0.name == attribute }?.value }
        set {
            let index = attributes.firstIndex { $0.name == attribute }
            switch (index, newValue) {
            case (let index?, let value?): attributes[index].value = value
            case (let index?, nil): attributes.remove(at: index)
            case (nil, let value?): attributes.append(Attribute(attribute, value))
            case (nil, nil): break
            }
        }
    }

    /// How many elements it is, itself included.
    public var count: Int { children.reduce(1) { $0 + $1.count } }
}
