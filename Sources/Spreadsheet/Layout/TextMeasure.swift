import Foundation

/// How much room a text takes on paper.
///
/// Widths are upper bounds over the faces that a form may be printed with: 宋体 itself has half a square for each Latin letter, the faces that stand in for
/// it where it is missing have up to a whole one. A row is rather too high than too low.
package enum TextMeasure {
    /// A line of a wrapped text.
    package struct Line: Equatable {
        package var text: String
        /// The line ends because the text has a line break there.
        package var endsParagraph: Bool
    }

    /// Width of a character in ems.
    package static func width(of scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x20, 0x2E, 0x2C, 0x3A, 0x3B, 0x27, 0x7C, 0x21, 0x69, 0x6A, 0x6C, 0x74, 0x66, 0x72, 0x49: 0.5
        case 0x28, 0x29, 0x2D, 0x2F, 0x5B, 0x5C, 0x5D, 0x2A, 0x22: 0.5
        case 0x57, 0x4D: 1.06
        case 0x6D, 0x77, 0x40, 0x25: 1
        case 0x23, 0x2B, 0x3C, 0x3D, 0x3E, 0x5E, 0x7E: 0.84
        case 0x41...0x5A, 0x26: 0.88
        case 0x61...0x7A: 0.67
        case 0x21...0x7E: 0.64
        case 0xA0...0xB6, 0xB8...0xD6, 0xD8...0xF6, 0xF8...0x24F: 0.9
        case 0xFF61...0xFFDC: 0.55
        case 0x2103: 1.13
        default: 1
        }
    }

    private static func width(of scalar: Unicode.Scalar, _ font: TextFont) -> Double {
        width(of: scalar) * font.size * (scalar.value < 0x2000 ? font.latinFactor : font.wideFactor)
    }

    /// Width of a line in points.
    package static func width(of text: some StringProtocol, font: TextFont) -> Double {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1, font) }
    }

    /// Width of a line in points when the font itself is there, as on the computer of a bureau.
    package static func nominalWidth(of text: some StringProtocol, font: TextFont) -> Double {
        text.unicodeScalars.reduce(0) { sum, scalar in
            guard scalar.value < 0x100 else { return sum + width(of: scalar, font) }
            let em = font.face == .chinese ? 0.5 * (font.bold ? 1.06 : 1) : width(of: scalar) * 0.9 * font.latinFactor
            return sum + em * font.size
        }
    }

    /// The lines that a text takes when it wraps at a width in points.
    ///
    /// A CJK character may stand alone at the end of a line, a Latin word may not be cut while it fits on a line, and a full stop or comma does not
    /// begin a line: it takes the character before it along. An opening bracket or quote stays with what follows it.
    package static func lines(of text: String, width available: Double, font: TextFont) -> [Line] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.flatMap { paragraph in
            var breaker = LineBreaker(available: max(available, font.size), font: font)
            var lines = breaker.lines(of: paragraph)
            lines[lines.count - 1].endsParagraph = true
            return lines
        }
    }

    /// Height in points of so many lines. The tallest of the usual faces takes 1.45 times its size for a line.
    package static func height(lines: Int, font: TextFont) -> Double { Double(lines) * lineHeight(font) + 4 }

    /// Height in points of a line.
    package static func lineHeight(_ font: TextFont) -> Double { font.size * 1.48 }

    /// How many lines a height in points holds; at least one.
    package static func lines(in height: Double, font: TextFont) -> Int { max(1, Int((height - 4) / lineHeight(font))) }
}
