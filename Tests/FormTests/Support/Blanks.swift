import Foundation
import Spreadsheet
import SpreadsheetReading

/// The blanks of Tests/Fixtures.
enum Blanks {
    static let names = [
        "national-export", "filler-rows", "two-row-heading", "numbered-report", "flat-list", "fixed-indicators",
        "department-tasks", "landscape", "fixed-above-repeat", "second-sheet",
    ]

    private static func path(_ name: String) -> String { "\(Repository.root)/Tests/Fixtures/Blanks/blank-\(name)" }

    /// The file of the blank.
    static func blankPath(_ name: String) -> String { path(name) + ".xlsx" }

    /// The file that fills it.
    static func inputPath(_ name: String) -> String {
        let csv = path(name) + "-input.csv"
        return FileManager.default.fileExists(atPath: csv) ? csv : path(name) + "-input.xlsx"
    }

    static func blank(_ name: String) throws -> Workbook { try WorkbookReader.read(path: blankPath(name)) }

    /// What fills it.
    static func input(_ name: String) throws -> Workbook { try WorkbookReader.read(path: inputPath(name)) }
}
