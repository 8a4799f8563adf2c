/// What a page's styles say that matters to a sheet: the number format, and whether something is shown.
struct HTMLStyle: Equatable {
    /// Format code.
    var numberFormat: String?
    /// `display: none`; nil when nothing is said.
    var hides: Bool?

    /// What the declarations of a `style` attribute or of a rule say.
    init(declarations text: String) {
        for declaration in Self.split(text) {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let value = MarkupText.trimmed(declaration[declaration.index(after: colon)...])
            switch MarkupText.trimmed(declaration[..<colon]).lowercased() {
            case "display": hides = value.lowercased().hasPrefix("none")
            case "mso-number-format", "vnd.ms-excel.numberformat":
                let code = Self.unescaped(value)
                if !code.isEmpty { numberFormat = NamedNumberFormat.code(code) }
            default: break
            }
        }
    }

    /// Says nothing.
    init() {}

    /// Lets a more special style overrule this one.
    mutating func overrule(with other: HTMLStyle) {
        numberFormat = other.numberFormat ?? numberFormat
        hides = other.hides ?? hides
    }

    /// Declarations, split at semicolons outside of quotes: format codes hold some.
    private static func split(_ text: String) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var quote: Character?
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            } else if quote == nil, character == ";" {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        parts.append(text[start...])
        return parts
    }

    /// A format code without quotes around it and without escapes: `\@` is `@`. Excel writes characters by number with four digits
    /// exactly (`\0022`), whatever follows.
    private static func unescaped(_ value: String) -> String {
        var rest = Substring(value)
        if let quote = rest.first, quote == "\"" || quote == "'" {
            rest = rest.dropFirst()
            if rest.last == quote { rest = rest.dropLast() }
        }
        var result = ""
        while let character = rest.popFirst() {
            guard character == "\\" else {
                result.append(character)
                continue
            }
            let digits = rest.prefix(4)
            if digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
                let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
            {
                result.unicodeScalars.append(scalar)
                rest = rest.dropFirst(4)
            } else if let next = rest.popFirst() {
                result.append(next)
            }
        }
        return result
    }
}
