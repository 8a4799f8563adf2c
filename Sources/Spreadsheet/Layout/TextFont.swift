/// What of a font decides how much room a text takes.
package struct TextFont: Hashable, Sendable {
    /// Points.
    package var size: Double
    /// Bold letters are wider.
    package var bold = false
    /// What its Latin letters are like.
    package var face = Face.chinese

    /// Classes of faces by their Latin letters and digits.
    package enum Face: Hashable, Sendable {
        /// 宋体 and its like: each has half a square.
        case chinese
        /// As Arial and Times have them.
        case latin
        /// Wider than those.
        case wide
    }

    /// Faces with wide Latin letters and digits.
    private static let wide: Set<String> = [
        "verdana", "tahoma", "courier", "courier new", "consolas", "lucida console", "segoe ui black", "arial black",
    ]

    /// Beginnings of the Latin names of Chinese faces.
    private static let chinese = [
        "simsun", "nsimsun", "simhei", "fangsong", "kaiti", "stsong", "stkaiti", "stfangsong",
    ]

    package init(size: Double, bold: Bool = false, face: Face = .chinese) {
        self.size = size
        self.bold = bold
        self.face = face
    }

    package init(_ font: CellFont) {
        let name = font.name.lowercased()
        let isChinese =
            name.unicodeScalars.contains { $0.value >= 0x2E80 } || Self.chinese.contains { name.hasPrefix($0) }
        self.init(
            size: font.size, bold: font.bold, face: isChinese ? .chinese : Self.wide.contains(name) ? .wide : .latin)
    }

    /// The factor of everything that is not a CJK character.
    package var latinFactor: Double { (bold ? 1.09 : 1) * (face == .wide ? 1.12 : 1) }

    /// The factor of CJK characters: a face without a bold cut is made bold by a pixel more for each.
    package var wideFactor: Double { bold ? 1.04 : 1 }
}
