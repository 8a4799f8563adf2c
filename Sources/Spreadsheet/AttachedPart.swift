/// A part of a file that is carried byte by byte with all that it points at: a drawing with its pictures and charts, a table.
public struct AttachedPart: Hashable, Sendable {
    /// How a part points at another.
    public struct Relationship: Hashable, Sendable {
        /// Where to.
        public enum Target: Hashable, Sendable {
            /// A part that is carried along.
            case part(AttachedPart)
            /// An address outside the file.
            case external(String)
        }
        /// Its name within the part.
        public var id: String
        /// Its kind, an address of the format.
        public var type: String
        /// Where to.
        public var target: Target

        /// A relationship.
        public init(id: String, type: String, target: Target) {
            self.id = id
            self.type = type
            self.target = target
        }
    }

    /// Full name in the file it came from, such as `xl/drawings/drawing1.xml`.
    public var name: String
    /// Kind of its content, as the file says.
    public var contentType: String
    /// Its bytes.
    public var content: [UInt8]
    /// What it points at.
    public var relationships: [Relationship]

    /// A part.
    public init(name: String, contentType: String, content: [UInt8], relationships: [Relationship] = []) {
        self.name = name
        self.contentType = contentType
        self.content = content
        self.relationships = relationships
    }
}
