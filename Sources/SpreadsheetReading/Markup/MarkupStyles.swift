import Spreadsheet

/// The styles of a workbook that is being read: one for each number format, since nothing else of a style is kept.
final class MarkupStyles {
    /// Style 0 is the default.
    private(set) var cellStyles = [CellStyle()]
    /// What each style makes of a value.
    private(set) var formats = [NumberFormat("General")]
    private var indexes = ["General": 0]

    /// The format that cells without one have.
    func setDefault(_ code: String) {
        cellStyles[0].numberFormat = code
        formats[0] = NumberFormat(code)
        indexes = [code: 0]
    }

    /// The index of the style with a format, which is added when it is new.
    func index(of code: String) -> Int {
        if let index = indexes[code] { return index }
        var style = CellStyle()
        style.numberFormat = code
        cellStyles.append(style)
        formats.append(NumberFormat(code))
        indexes[code] = cellStyles.count - 1
        return cellStyles.count - 1
    }
}
