import Foundation
import Spreadsheet

/// How much room a text takes on paper. Widths are on the wide side, so that a row is rather too high than too low:
/// the faces that stand in for 宋体 and 黑体 differ in their Latin letters and in the height of a line.
enum TextMeasure {
    /// Width of a character in ems.
    static func width(of scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x20, 0x2E, 0x2C, 0x3A, 0x3B, 0x27, 0x7C, 0x21, 0x69, 0x6A, 0x6C: 0.5
        case 0x4D, 0x57, 0x6D, 0x77, 0x40, 0x25: 0.95
        case 0x41...0x5A: 0.72
        case 0x21...0x7E: 0.58
        case 0xA0...0x24F: 0.65
        default: 1
        }
    }

    /// Width of a line in points.
    static func width(of text: some StringProtocol, fontSize: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * fontSize
    }

    /// How many lines a text takes when it wraps at a width in points.
    ///
    /// A CJK character may stand alone at the end of a line, a Latin word may not be cut, and a full stop or comma does not
    /// begin a line: it takes the character before it along.
    static func lines(of text: String, width available: Double, fontSize: Double) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, paragraph in
            count + lines(ofParagraph: paragraph, width: available, fontSize: fontSize)
        }
    }

    private static func lines(ofParagraph paragraph: Substring, width available: Double, fontSize: Double) -> Int {
        var lines = 1
        var used = 0.0
        var word = 0.0
        func place(_ width: Double) {
            if used + width > available, used > 0 {
                lines += 1
                used = 0
            }
            // A word wider than the line is cut.
            if width > available, available > 0 {
                let whole = (width / available).rounded(.down)
                lines += Int(whole)
                used = width - whole * available
            } else {
                used += width
            }
        }
        for scalar in paragraph.unicodeScalars {
            let width = width(of: scalar) * fontSize
            if scalar.value < 0x2E80, scalar != " " {
                word += width
                continue
            }
            if word > 0 {
                place(word)
                word = 0
            }
            if "，。、；：！？”’）》】".unicodeScalars.contains(scalar), used + width > available {
                lines += 1
                used = fontSize + width
            } else {
                place(width)
            }
        }
        if word > 0 { place(word) }
        return lines
    }

    /// Height in points of so many lines. The tallest of the usual faces takes 1.45 times its size for a line.
    static func height(lines: Int, fontSize: Double) -> Double { Double(lines) * fontSize * 1.48 + 4 }
}
