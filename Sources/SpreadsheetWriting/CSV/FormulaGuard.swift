import Foundation

/// Keeps texts of a workbook from becoming formulas when the CSV file is opened: Excel and WPS reckon what begins with = + - or @, in quotation
/// marks too, and what it says may call programs or send data away.
enum FormulaGuard {
    /// What is put in front, as Excel itself marks a text.
    static let mark = UInt8(ascii: "'")

    /// Whether a text would be taken for a formula. A signed number in a text is none: it reads as the
    /// number that it says; nor are dashes that stand for nothing.
    static func isNeeded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // What stands before it is passed over when a program looks for the sign: white space, a tab, a line break.
        guard let start = text.firstIndex(where: { $0 > 0x20 }) else { return false }
        switch text[start] {
        case UInt8(ascii: "="), UInt8(ascii: "@"): return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isHarmless(text[(start + 1)...])
        // ＝ ＋ － ＠ of East Asian width: in some settings they are taken for the narrow ones.
        case 0xEF:
            guard start + 2 < text.count, text[start + 1] == 0xBC else { return false }
            return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[start + 2])
        default: return false
        }
    }

    private static func isHarmless(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if text.allSatisfy({ $0 == UInt8(ascii: "-") }) { return true }
        var digits = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "%"): continue
            default: return false
            }
        }
        return digits > 0
    }
}
