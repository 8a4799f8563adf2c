import Assessment
import Spreadsheet

/// The styles of the sheet 核对结果, as numbers in its workbook.
struct ResultStyles {
    let title: Int
    let verdict: Int
    let note: Int
    let heading: Int
    let body: Int
    let bodyCentred: Int
    let link: Int
    private let levels: [Finding.Level: Int]

    /// Adds them to a workbook.
    init(_ workbook: inout Workbook) {
        title = workbook.index(of: Self.style(size: 16, bold: true, horizontal: .center))
        verdict = workbook.index(of: Self.style(size: 11, bold: true))
        note = workbook.index(of: Self.style(size: 10))
        var heading = Self.style(size: 10, bold: true, horizontal: .center, lined: true)
        heading.fill = "E7E6E6"
        self.heading = workbook.index(of: heading)
        body = workbook.index(of: Self.style(size: 10, lined: true))
        bodyCentred = workbook.index(of: Self.style(size: 10, horizontal: .center, lined: true))
        var link = Self.style(size: 10, lined: true)
        link.font.color = "0563C1"
        link.font.underline = true
        self.link = workbook.index(of: link)
        var levels: [Finding.Level: Int] = [:]
        for level in Finding.Level.allCases {
            var style = Self.style(size: 10, horizontal: .center, lined: true)
            style.fill = MarkColors.fill(level)
            levels[level] = workbook.index(of: style)
        }
        self.levels = levels
    }

    /// The style of a level's name.
    func level(_ level: Finding.Level) -> Int { levels[level] ?? body }

    private static func style(
        size: Double, bold: Bool = false, horizontal: CellAlignment.Horizontal = .left, lined: Bool = false
    ) -> CellStyle {
        var style = CellStyle()
        style.font.size = size
        style.font.bold = bold
        style.alignment.horizontal = horizontal
        style.alignment.vertical = .center
        style.alignment.wraps = true
        // Text stays text, whatever a person types into it afterwards.
        style.numberFormat = "@"
        guard lined else { return style }
        for edge in [\CellBorder.left, \.right, \.top, \.bottom] {
            style.border[keyPath: edge].style = .thin
            style.border[keyPath: edge].color = "808080"
        }
        return style
    }
}
