/// What a file says of itself.
public struct DocumentProperties: Hashable, Sendable {
    /// A property that a person or a program added.
    public struct Custom: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its value as the file has it, such as `<vt:lpwstr>`: the element's name without `vt:`, and its text.
        public var kind: String
        /// Text of the value.
        public var value: String

        /// A property.
        public init(name: String, kind: String = "lpwstr", value: String) {
            self.name = name
            self.kind = kind
            self.value = value
        }
    }

    /// The usual ones by their names in the files: `title`, `subject`, `creator`, `keywords`, `description`, `lastModifiedBy`,
    /// `category`, `contentStatus`, `created`, `modified`.
    public var core: [String: String] = [:]
    /// The others.
    public var custom: [Custom] = []

    /// Nothing said.
    public init() {}
}
