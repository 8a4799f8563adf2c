/// Looks over the tags of a page before it is parsed: the parser closes whatever is open at the end, so that it can't tell a whole
/// page from one that was cut off.
struct HTMLEnding {
    /// The page stops within a table, or within a tag or comment that could still bring one.
    private(set) var isCut = false
    /// The page begins as a whole document and doesn't end as one; its tables are closed.
    private(set) var lacksEnd = false
    /// A tag has more attributes than any real one.
    private(set) var hasTooManyAttributes = false

    private let bytes: [UInt8]
    private var index = 0
    private var openTables = 0
    private var opensDocument = false
    private var closesDocument = false

    init(_ text: [UInt8]) {
        bytes = text
        var isWithin = false
        while !isWithin, !hasTooManyAttributes, let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = next + 1
            isWithin = !passTag()
        }
        isCut = isWithin || openTables > 0 && !closesDocument
        lacksEnd = !isCut && opensDocument && !closesDocument
    }

    /// Passes what begins with `<`; false when the page ends within it.
    private mutating func passTag() -> Bool {
        if at("!--") { return pass("-->") }
        let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        guard index < bytes.count else {
            // A bare `<` at the end; of an end tag after the tables nothing is lost.
            return isEnd && openTables == 0
        }
        let name = tagName()
        // Not a tag: `<` in a text.
        guard !name.isEmpty || bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") else {
            return true
        }
        guard passAttributes() else { return isEnd && openTables == 0 }
        switch name {
        case "table":
            openTables = max(0, openTables + (isEnd ? -1 : 1))
            if !isEnd { closesDocument = false }
        case "html", "body":
            if isEnd { closesDocument = true } else { opensDocument = true }
        case "script", "style", "textarea", "title":
            if !isEnd { return pass("</" + name) }
        default: break
        }
        return true
    }

    private mutating func tagName() -> String {
        let start = index
        while index < bytes.count, isLetter(bytes[index]) || index > start && (0x30...0x39).contains(bytes[index]) {
            index += 1
        }
        return String(decoding: bytes[start..<min(index, start + 16)], as: UTF8.self).lowercased()
    }

    /// Passes attributes and the closing `>`; quotes hold it only as values.
    private mutating func passAttributes() -> Bool {
        var words = 0
        var before: UInt8 = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: ">"): return true
            case UInt8(ascii: "\"") where before == UInt8(ascii: "="),
                UInt8(ascii: "'") where before == UInt8(ascii: "="):
                guard let close = bytes[index...].firstIndex(of: byte) else { return false }
                index = close + 1
                before = 0x20
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: if before != UInt8(ascii: "=") { before = 0x20 }
            default:
                if before == 0x20 || before == UInt8(ascii: "/") { words += 1 }
                if words > MarkupLimits.attributes {
                    hasTooManyAttributes = true
                    return true
                }
                before = byte
            }
        }
        return false
    }

    private func at(_ text: String) -> Bool {
        let wanted = text.utf8
        guard bytes.count - index >= wanted.count else { return false }
        return zip(bytes[index...], wanted).allSatisfy { ($0 | (isLetter($0) ? 0x20 : 0)) == $1 }
    }

    /// Goes on behind the next occurrence of a text in lower case; false when there is none.
    private mutating func pass(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        while let next = bytes[index...].firstIndex(of: first) {
            index = next
            if at(text) {
                index += text.utf8.count
                return text.hasPrefix("</") ? passAttributes() : true
            }
            index += 1
        }
        index = bytes.count
        return false
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
}
