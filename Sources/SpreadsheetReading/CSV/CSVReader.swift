import Spreadsheet

/// Loads delimited text into one sheet. Every cell stays text: codes keep their zeros.
struct CSVReader {
    let file: TextFile
    let options: ReadingOptions

    func read() throws -> Workbook {
        var sheet = Sheet(name: sheetName)
        var row = 0
        var widest = 0
        let limits = options.limits
        try file.records { scanner in
            if row < options.rowLimit ?? .max {
                for (column, field) in scanner.fields.enumerated() where field.count > 0 {
                    let bytes = UnsafeBufferPointer(start: scanner.bytes + field.start, count: field.count)
                    sheet[row, column] = Cell(text: String(decoding: bytes, as: UTF8.self))
                }
            }
            widest = max(widest, scanner.fields.count)
            row += 1
            if row > limits[.rows] { throw ReadingError.limit(file.name, .rows, limits) }
            if let broken = limits.isBroken(byLoaded: sheet.cells.count) {
                throw ReadingError.limit(file.name, broken, limits)
            }
            return true
        }
        guard !sheet.cells.isEmpty else { throw ReadingError.empty(file.name) }
        sheet.extent = CellReference(row: row - 1, column: widest - 1)
        var workbook = Workbook(fileName: file.name, sheets: [sheet])
        workbook.hasSheetNames = false
        workbook.readingNotes = ["编码：\(file.encodingTitle)；分隔符：\(file.delimiterTitle)"]
        return workbook
    }

    private var sheetName: String {
        let parts = file.name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.dropLast().joined(separator: ".") : file.name
    }
}
