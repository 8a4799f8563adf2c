import CXlsxWriter
import Foundation
import Spreadsheet

/// The library's formats for the styles of a workbook, made when first asked for.
struct FormatTable {
    private let library: LibraryWorkbook
    private let styles: [CellStyle]
    private var made: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

    /// A table; the first style becomes the default of the file, and its font the workbook's.
    init(library: LibraryWorkbook, styles: [CellStyle]) {
        self.library = library
        self.styles = styles
        // A style that has more than a font can't be the default: every empty cell would show it.
        if let first = styles.first, let format = library.defaultFormat {
            FormatMapping.setFont(first.font, of: format)
            var plain = CellStyle()
            plain.font = first.font
            made[plain] = format
        }
    }

    /// The style at an index, the default for an index that does not exist.
    func style(_ index: Int) -> CellStyle {
        styles.indices.contains(index) ? styles[index] : styles.first ?? CellStyle()
    }

    /// The format of a style.
    mutating func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let format = made[style] { return format }
        guard let format = library.addFormat() else { return nil }
        FormatMapping.set(style, of: format)
        made[style] = format
        return format
    }
}
