/// Tags and text of the XML that the library writes: regular, without comments, CDATA or entities of its own, and with
/// every `<` and `>` inside text and attributes escaped.
struct MarkupScanner {
    /// A piece of markup.
    enum Piece {
        /// `<name a="b">`; `ends` when it is `<name a="b"/>`.
        case start(Tag, ends: Bool)
        /// `</name>`
        case end(String)
        /// Text between tags, and the XML declaration, as they stand.
        case text(Substring)
    }

    /// A tag: its name and its attributes in their order, values as they stand.
    struct Tag {
        /// Name.
        var name: String
        /// Attributes.
        var attributes: [(name: String, value: String)]

        /// An attribute's value; nil takes it away, a new one comes last.
        subscript(name: String) -> String? {
            get { attributes.first { $0.name == name }?.value }
            set {
                let index = attributes.firstIndex { $0.name == name }
                switch (index, newValue) {
                case (let index?, let value?): attributes[index].value = value
                case (let index?, nil): attributes.remove(at: index)
                case (nil, let value?): attributes.append((name, value))
                case (nil, nil): break
                }
            }
        }

        /// The tag as it is written.
        func written(ends: Bool) -> String {
            "<" + name + attributes.map { " \($0.name)=\"\($0.value)\"" }.joined() + (ends ? "/>" : ">")
        }
    }

    private var rest: Substring.UTF8View

    /// A scanner of a part.
    init(_ text: String) { rest = text[...].utf8 }

    /// The next piece, or nil at the end.
    mutating func next() -> Piece? {
        guard let first = rest.first else { return nil }
        guard first == UInt8(ascii: "<"), let close = rest.firstIndex(of: UInt8(ascii: ">")) else {
            let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
            let text = rest[..<end]
            rest = rest[end...]
            return .text(Substring(text))
        }
        let whole = rest[...close]
        var inside = rest[rest.index(after: rest.startIndex)..<close]
        rest = rest[rest.index(after: close)...]
        switch inside.first {
        case UInt8(ascii: "?"), UInt8(ascii: "!"):
            return .text(Substring(whole))
        case UInt8(ascii: "/"):
            return .end(String(Substring(inside.dropFirst())))
        default:
            let ends = inside.last == UInt8(ascii: "/")
            if ends { inside = inside.dropLast() }
            return .start(Self.tag(inside), ends: ends)
        }
    }

    private static func tag(_ inside: Substring.UTF8View) -> Tag {
        let space = UInt8(ascii: " ")
        let quote = UInt8(ascii: "\"")
        let nameEnd = inside.firstIndex(of: space) ?? inside.endIndex
        var tag = Tag(name: String(Substring(inside[..<nameEnd])), attributes: [])
        var rest = inside[nameEnd...]
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let name = rest[..<equals].drop { $0 == space }
            let value = rest[equals...].dropFirst(2)
            guard let close = value.firstIndex(of: quote) else { break }
            tag.attributes.append((String(Substring(name)), String(Substring(value[..<close]))))
            rest = value[value.index(after: close)...]
        }
        return tag
    }
}
