import Spreadsheet

/// Makes the print of LibreOffice a judge of what is cut.
enum PaperPrint {
    /// A workbook in which a line that is cut is missing in the PDF.
    ///
    /// Of a text that stands at the top of its cell, LibreOffice leaves out the lines below the cell's edge; of a centred one it writes them all,
    /// cut or not. A line of which anything shows is written too: rows are lowered by nine tenths of a line, so that a last line is only there
    /// when it stood whole before.
    static func strict(_ workbook: Workbook) -> Workbook {
        var result = workbook
        for index in result.styles.indices { result.styles[index].alignment.vertical = .top }
        let sheet = workbook.sheets[0]
        var sizes: [Int: Double] = [:]
        for (place, cell) in sheet.cells where !cell.shown.isEmpty {
            let size = workbook.styles[cell.style].font.size
            sizes[place.row] = min(sizes[place.row] ?? size, size)
        }
        for (row, size) in sizes {
            guard let height = sheet.rows[row]?.height, sheet.rows[row]?.hidden == false else { continue }
            result.sheets[0].rows[row]?.height = max(height - 0.9 * size * 1.1, size * 0.6)
        }
        return result
    }
}
