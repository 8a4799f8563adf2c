import Spreadsheet

/// What of a font decides how much room a text takes.
struct TextFont: Hashable, Sendable {
    /// Points.
    var size: Double
    /// Bold letters are wider.
    var bold = false
    /// A face whose Latin letters are wider than those of most.
    var isWide = false

    /// Faces with wide Latin letters and digits.
    private static let wide: Set<String> = [
        "verdana", "tahoma", "courier", "courier new", "consolas", "lucida console", "segoe ui black", "arial black",
    ]

    init(size: Double, bold: Bool = false, isWide: Bool = false) {
        self.size = size
        self.bold = bold
        self.isWide = isWide
    }

    init(_ font: CellFont) {
        self.init(size: font.size, bold: font.bold, isWide: Self.wide.contains(font.name.lowercased()))
    }

    /// The factor of everything that is not a CJK character.
    var latinFactor: Double { (bold ? 1.09 : 1) * (isWide ? 1.12 : 1) }

    /// The factor of CJK characters: a face without a bold cut is made bold by a pixel more for each.
    var wideFactor: Double { bold ? 1.04 : 1 }
}
