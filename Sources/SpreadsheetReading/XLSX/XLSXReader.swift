import Foundation
import Spreadsheet

/// Loads the sheets of a workbook as values, on top of its rows.
struct XLSXReader {
    let file: XLSXFile
    let options: ReadingOptions

    func read() throws -> Workbook {
        var result = Workbook(fileName: file.name, sheets: [], styles: file.styles)
        let strings = try file.strings()
        var loaded = 0
        for entry in file.entries {
            guard entry.hasCells else {
                result.readingNotes.append("跳过了“\(entry.name)”：它是图表，不是工作表")
                continue
            }
            let sheet = try file.sheet(entry, strings: strings, rowLimit: options.rowLimit, loadedBefore: loaded)
            loaded += sheet.cells.count + sheet.merges.count
            result.sheets.append(sheet)
        }
        return result
    }
}

extension XLSXFile {
    /// Loads one sheet as values.
    ///
    /// - Parameters:
    ///   - rowLimit: Rows from this one on are counted and not kept; nil to keep all.
    ///   - loadedBefore: How many cells and merges of other sheets are in memory.
    package func sheet(
        _ entry: SheetEntry, strings: StringTable, rowLimit: Int? = nil, loadedBefore: Int = 0
    ) throws -> Sheet {
        var blank = Sheet(name: entry.name)
        blank.visibility = entry.visibility
        let part = SheetPart(
            blank, decoder: decoder(entry, strings), rowLimit: rowLimit, limits: archive.limits,
            loadedBefore: loadedBefore)
        try withExtendedLifetime(part) {
            try rows(of: entry).parse(
                sink: part.sink, observer: part, keepsFormulas: true,
                error: { _ in part.failure ?? ReadingError.damaged(name, "内部错误", sheet: entry.name) })
        }
        // Merges stand behind the rows, where nothing stops the parser.
        if let failure = part.failure { throw failure }
        var sheet = part.sheet
        sheet.extent = part.lastRow < 0 ? nil : CellReference(row: part.lastRow, column: part.lastColumn)
        sheet.page.printArea = workbook.printArea(ofSheet: entry.index)
        sheet.page.titleRows = workbook.titleRows(ofSheet: entry.index)
        return sheet
    }

    func decoder(_ entry: SheetEntry, _ strings: StringTable) -> CellDecoder {
        CellDecoder(file: name, sheet: entry.name, strings: strings, formats: formats, uses1904: uses1904)
    }
}
