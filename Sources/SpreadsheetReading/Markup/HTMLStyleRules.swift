/// The rules of a page's `<style>` elements, as far as they name an element, a class, or both (`td`, `.xl24`, `td.xl24`).
struct HTMLStyleRules {
    private static let mostBytes = 1 << 22
    private static let mostCached = 4096

    private var rules: [String: HTMLStyle] = [:]
    /// Declarations are the same in thousands of cells.
    private var cache: [String: HTMLStyle] = [:]

    /// Adds the rules of one `<style>` element.
    mutating func add(_ css: [UInt8]) {
        guard css.count <= Self.mostBytes else { return }
        var scanner = Scanner(bytes: css)
        while let (selectors, body) = scanner.rule() {
            // Rules of media and the like hold rules of their own, of which none is about cells on the screen.
            guard !selectors.hasPrefix("@") else { continue }
            let style = HTMLStyle(declarations: body)
            guard style != HTMLStyle() else { continue }
            for selector in selectors.lowercased().split(separator: ",") {
                let name = MarkupText.trimmed(selector)
                guard name.unicodeScalars.allSatisfy({ Self.isPartOfName($0) || $0 == "." }) else { continue }
                rules[name, default: HTMLStyle()].overrule(with: style)
            }
        }
    }

    /// The style of an element: that of its name, overruled by its classes, overruled by its own.
    mutating func style(of name: String, _ attributes: HTMLAttributes) -> HTMLStyle {
        var style = rules.isEmpty ? HTMLStyle() : rules[name] ?? HTMLStyle()
        guard !attributes.isEmpty else { return style }
        if !rules.isEmpty, let classes = attributes["class"] {
            for one in classes.lowercased().split(whereSeparator: \.isWhitespace) {
                if let rule = rules["." + one] { style.overrule(with: rule) }
                if let rule = rules[name + "." + one] { style.overrule(with: rule) }
            }
        }
        if let own = attributes["style"], !own.isEmpty { style.overrule(with: parsed(own)) }
        if attributes["hidden"] != nil { style.hides = true }
        return style
    }

    private mutating func parsed(_ declarations: String) -> HTMLStyle {
        if let known = cache[declarations] { return known }
        let style = HTMLStyle(declarations: declarations)
        if cache.count < Self.mostCached { cache[declarations] = style }
        return style
    }

    private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "0"..."9", "-", "_": true
        default: scalar.value >= 0x80
        }
    }

    /// Splits a style sheet into rules.
    private struct Scanner {
        let bytes: [UInt8]
        var index = 0

        init(bytes: [UInt8]) { self.bytes = Self.withoutComments(bytes) }

        /// The next rule's selectors and what stands between its braces.
        mutating func rule() -> (selectors: String, body: String)? {
            guard let open = bytes[index...].firstIndex(of: UInt8(ascii: "{")) else { return nil }
            let selectors = MarkupText.trimmed(String(decoding: bytes[index..<open], as: UTF8.self))
            var depth = 1
            var quote: UInt8?
            var at = open + 1
            while at < bytes.count, depth > 0 {
                let byte = bytes[at]
                if byte == UInt8(ascii: "\\") {
                    at += 1
                } else if let mark = quote {
                    if byte == mark { quote = nil }
                } else {
                    switch byte {
                    case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                    case UInt8(ascii: "{"): depth += 1
                    case UInt8(ascii: "}"): depth -= 1
                    default: break
                    }
                }
                at += 1
            }
            index = min(at, bytes.count)
            let end = max(open + 1, depth == 0 ? index - 1 : index)
            return (selectors, String(decoding: bytes[(open + 1)..<end], as: UTF8.self))
        }

        private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
            var result: [UInt8] = []
            var rest = bytes[...]
            let marks = [Array("<!--".utf8), Array("-->".utf8)]
            while let byte = rest.first {
                if rest.starts(with: "/*".utf8) {
                    rest = rest.dropFirst(2)
                    while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest = rest.dropFirst() }
                    rest = rest.dropFirst(2)
                } else if let mark = marks.first(where: { rest.starts(with: $0) }) {
                    rest = rest.dropFirst(mark.count)
                } else {
                    result.append(byte)
                    rest = rest.dropFirst()
                }
            }
            return result
        }
    }
}
