import Spreadsheet

/// One form for what people type in many: full-width letters, odd spaces, signs with several shapes.
public enum TextNormalizer {
    /// Full-width digits, letters and signs become narrow, odd spaces plain, outer spaces go. Words stay.
    public static func narrowed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        // Spaces are held back until something follows them: those at the end never are.
        var spaces = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let plain = plain(scalar) else { continue }
            if isSpace(plain) {
                if !scalars.isEmpty { spaces.append(plain) }
                continue
            }
            if !spaces.isEmpty {
                scalars.append(contentsOf: spaces)
                spaces.removeAll()
            }
            scalars.append(plain)
        }
        return String(scalars)
    }

    /// A text without the spaces and line breaks around it.
    public static func trimmed(_ text: String) -> String {
        func isOuter(_ scalar: Unicode.Scalar) -> Bool { plain(scalar).map(isSpace) ?? true }
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return text }
        // Most texts have none: they are given back as they are.
        if !isOuter(first), !isOuter(last) { return text }
        guard let start = scalars.firstIndex(where: { !isOuter($0) }),
            let end = scalars.lastIndex(where: { !isOuter($0) })
        else { return "" }
        return String(scalars[start...end])
    }

    /// What a label is compared by: narrow, without any space, line break, colon or quotation mark, in small letters.
    public static func key(_ text: String) -> String {
        // Labels are compared thousands of times in a run: bytes, and no tables of Unicode properties.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let plain = plain(scalar), !isSpace(plain) else { continue }
            switch plain.value {
            case 0x3A, 0x27, 0x22, 0x201C, 0x201D, 0x2018, 0x2019: continue
            case 0x41...0x5A: bytes.append(UInt8(plain.value) + 32)
            case 0..<0x80: bytes.append(UInt8(plain.value))
            default: bytes.append(contentsOf: UTF8.encode(plain) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A character in its one form; nil for those that show nothing.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x00A0, 0x3000, 0x2002...0x200A, 0x202F: " "
        case 0x200B, 0xFEFF: nil
        case 0xFE6A: "%"
        case 0x2212, 0xFE63: "-"
        default: scalar
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D, 0x85, 0x2028, 0x2029, 0x1680: true
        default: false
        }
    }

    /// Whether a text stands for "nothing here": blank, a dash, a slash, 无.
    public static func isBlank(_ text: String) -> Bool {
        // Most texts tell by their first letter that they are something.
        for scalar in text.unicodeScalars {
            guard let plain = plain(scalar), !isSpace(plain) else { continue }
            if "-—–/无:'\"“”‘’".unicodeScalars.contains(plain) { break }
            return false
        }
        let key = key(text)
        return key.isEmpty || ["-", "—", "——", "--", "/", "无", "／", "–"].contains(key)
    }
}
