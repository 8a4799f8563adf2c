import Spreadsheet
import SpreadsheetReading
@testable import SpreadsheetWriting

/// What holds for every workbook that was read.
public enum Invariants {
    /// Looks for places outside a sheet, and writes each sheet as text both ways.
    public static func check(_ workbook: Workbook) {
        for sheet in workbook.sheets {
            for place in sheet.cells.keys { require(place, sheet) }
            for range in sheet.merges {
                require(range.first, sheet)
                require(range.last, sheet)
            }
            for showsFormats in [false, true] {
                _ = Outcome { output in
                    let writer = try CellTextWriter(
                        to: output, named: "out", dialect: CSVDialect(), styles: workbook.styles,
                        showsFormats: showsFormats)
                    for row in sheet.orderedRows { try writer.write(row) }
                    try writer.finish()
                }
            }
        }
    }

    private static func require(_ place: CellReference, _ sheet: Sheet) {
        guard (0..<CellReference.maximumRows).contains(place.row),
            (0..<CellReference.maximumColumns).contains(place.column)
        else { fatalError("outside of “\(sheet.name)”: row \(place.row), column \(place.column)") }
    }
}
