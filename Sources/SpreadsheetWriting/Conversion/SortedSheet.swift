import Spreadsheet
import SpreadsheetReading

/// Writes a sheet whose rows or cells do not stand in their order, and that was loaded whole for it.
struct SortedSheet {
    var context: SheetTextContext
    var styles: [CellStyle]

    func write(_ sheet: Sheet, to encoded: EncodedOutput) throws -> ConversionNotes {
        let writer = CellTextWriter(
            encoded, dialect: context.dialect, styles: styles, uses1904: context.uses1904, width: context.width,
            showsFormats: context.showsFormats)
        writer.bound = context.bound
        writer.widest = context.widest
        for row in sheet.orderedRows { try writer.write(row) }
        try writer.finish()
        var notes = ConversionNotes()
        notes.rows = writer.rows
        notes.cells = sheet.cells.count
        let missing = sheet.cells.filter { $0.value.lacksCachedValue }.keys
        notes.missingValues = missing.count
        notes.firstMissingValue = missing.min()
        return notes
    }
}
