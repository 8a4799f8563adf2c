import Foundation
import Spreadsheet

/// Loads the sheets of a workbook as values, on top of its rows.
struct XLSXReader {
    let file: XLSXFile
    let options: ReadingOptions

    func read() throws -> Workbook {
        var result = Workbook(fileName: file.name, sheets: [], styles: file.styles)
        let strings = try file.strings()
        for entry in file.entries {
            guard entry.hasCells else {
                result.readingNotes.append("跳过了“\(entry.name)”：它是图表，不是工作表")
                continue
            }
            result.sheets.append(try sheet(entry, strings))
        }
        return result
    }

    private func sheet(_ entry: XLSXFile.SheetEntry, _ strings: StringTable) throws -> Sheet {
        var blank = Sheet(name: entry.name)
        blank.visibility = entry.visibility
        let context = SheetPart.Context(
            file: file.name, strings: strings, formats: file.formats, uses1904: file.uses1904)
        let part = SheetPart(blank, context: context, rowLimit: options.rowLimit)
        try withExtendedLifetime(part) {
            try file.rows(of: entry).parse(
                sink: part.sink, observer: part, keepsFormulas: true,
                error: { _ in part.failure ?? ReadingError.damaged(file.name, "内部错误", sheet: entry.name) })
        }
        var sheet = part.sheet
        sheet.extent = part.lastRow < 0 ? nil : CellReference(row: part.lastRow, column: part.lastColumn)
        sheet.page.printArea = file.workbook.printArea(ofSheet: entry.index)
        sheet.page.titleRows = file.workbook.titleRows(ofSheet: entry.index)
        return sheet
    }
}
