import Foundation

/// One form for what people type in many: full-width letters, odd spaces, signs with several shapes.
public enum TextNormalizer {
    /// Full-width digits, letters and signs become narrow, odd spaces plain, outer spaces go. Words stay.
    public static func narrowed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                scalars.append(UnicodeScalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x00A0, 0x3000, 0x2002...0x200A, 0x202F:
                scalars.append(" ")
            case 0x200B, 0xFEFF:
                continue
            case 0xFE6A:
                scalars.append("%")
            case 0x2212, 0xFE63:
                scalars.append("-")
            default:
                scalars.append(scalar)
            }
        }
        return String(scalars).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What a label is compared by: narrow, without any space, line break, colon or quotation mark.
    public static func key(_ text: String) -> String {
        String(
            narrowed(text).unicodeScalars.filter { scalar in
                !scalar.properties.isWhitespace && !":'\"“”‘’：".unicodeScalars.contains(scalar)
            }.map(Character.init)
        ).lowercased()
    }

    /// Whether a text stands for "nothing here": blank, a dash, a slash, 无.
    public static func isBlank(_ text: String) -> Bool {
        let key = key(text)
        return key.isEmpty || ["-", "—", "——", "--", "/", "无", "／", "–"].contains(key)
    }
}
