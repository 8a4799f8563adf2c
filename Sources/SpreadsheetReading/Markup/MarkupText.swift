/// Small things that texts of pages and XML files need.
enum MarkupText {
    /// Without white space at its ends, no-break spaces included.
    static func trimmed(_ text: some StringProtocol) -> String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.value <= 0x20 || scalar == "\u{A0}" }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }

    /// Whether the text has more than so many UTF-16 units.
    static func isTooLong(_ text: String, _ most: Int) -> Bool {
        // A UTF-8 text never has fewer bytes than UTF-16 units.
        text.utf8.count > most && text.utf16.count > most
    }

    /// Line ends as `\n`.
    static func withPlainLineEnds(_ text: String) -> String {
        guard text.utf8.contains(13) else { return text }
        return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}
