import Spreadsheet

/// The styles of a written file, numbered as they are met.
final class StyleTable {
    /// The style of each number. The first is that of every cell that is not there.
    private(set) var used: [CellStyle]
    private let styles: [CellStyle]
    private var numbers: [CellStyle: Int]

    /// A table of a workbook's styles.
    init(_ styles: [CellStyle]) {
        self.styles = styles
        var first = styles.first ?? CellStyle()
        // A style that has lines or a background can't be the default: every empty cell would show it.
        if first.border != CellBorder() || first.fill != nil || first.pattern != nil {
            var plain = CellStyle()
            plain.font = first.font
            first = plain
        }
        used = [first]
        numbers = [first: 0]
    }

    /// The number of a cell's style.
    func number(of cell: Cell) -> Int { number(CellContent.style(of: cell, style: style(cell.style))) }

    /// The number of the style at an index of the workbook.
    func number(ofIndex index: Int) -> Int { number(style(index)) }

    private func style(_ index: Int) -> CellStyle {
        styles.indices.contains(index) ? styles[index] : styles.first ?? CellStyle()
    }

    private func number(_ style: CellStyle) -> Int {
        if let known = numbers[style] { return known }
        used.append(style)
        numbers[style] = used.count - 1
        return used.count - 1
    }
}
