import CXlsxWriter
import Spreadsheet

/// The library's formats for rows that come one by one: a number format, bold, line breaks.
final class StreamingFormats {
    typealias Format = UnsafeMutablePointer<lxw_format>

    private var table: FormatTable
    private let shapes: UnsafeMutablePointer<Format?>
    private var styles: [CellStyle] = []
    private var ofStyles: [Format?] = []

    init(library: LibraryWorkbook) {
        table = FormatTable(library: library, styles: [CellStyle()])
        shapes = .allocate(capacity: NumberShape.count)
        shapes.initialize(repeating: nil, count: NumberShape.count)
    }

    deinit { shapes.deallocate() }

    /// The format of a number's shape; nil for none.
    @inline(__always)
    func format(_ shape: NumberShape) -> Format? {
        if shape == .general { return nil }
        return shapes[shape.index] ?? make(shape)
    }

    /// The format of a text; nil for none.
    func format(isHeading: Bool, breaks: Bool) -> Format? {
        guard isHeading || breaks else { return nil }
        return make(numberFormat: "General", isHeading: isHeading, breaks: breaks)
    }

    /// The format of a cell that has a type: of its style only the number format is kept.
    func format(of cell: Cell, styles: [CellStyle], isHeading: Bool, breaks: Bool) -> Format? {
        if !isSame(styles) {
            self.styles = styles
            ofStyles = Array(repeating: nil, count: styles.count)
        }
        let isPlain = !isHeading && !breaks && cell.dateValue == nil
        if isPlain, ofStyles.indices.contains(cell.style), let known = ofStyles[cell.style] { return known }
        let style = CellContent.style(
            of: cell, style: styles.indices.contains(cell.style) ? styles[cell.style] : CellStyle())
        if style.numberFormat == "General", !isHeading, !breaks { return nil }
        let format = make(numberFormat: style.numberFormat, isHeading: isHeading, breaks: breaks)
        if isPlain, ofStyles.indices.contains(cell.style) { ofStyles[cell.style] = format }
        return format
    }

    private func make(_ shape: NumberShape) -> Format? {
        let format = make(numberFormat: shape.formatCode, isHeading: false, breaks: false)
        shapes[shape.index] = format
        return format
    }

    private func make(numberFormat: String, isHeading: Bool, breaks: Bool) -> Format? {
        var style = CellStyle()
        style.numberFormat = numberFormat
        style.font.bold = isHeading
        style.alignment.wraps = breaks
        return table.format(style)
    }

    /// Whether these are the styles of the row before, which they nearly always are. They are kept, so that their memory
    /// can't have become that of others.
    private func isSame(_ other: [CellStyle]) -> Bool {
        guard styles.count == other.count else { return false }
        return styles.withUnsafeBufferPointer { one in
            other.withUnsafeBufferPointer { two in one.baseAddress == two.baseAddress }
        }
    }
}

extension Cell {
    /// Its date, when it holds one.
    fileprivate var dateValue: DateValue? {
        if case .date(let date) = value { date } else { nil }
    }
}
