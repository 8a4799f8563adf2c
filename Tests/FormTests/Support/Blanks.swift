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

    static func blank(_ name: String) throws -> Workbook { try WorkbookReader.read(path: path(name) + ".xlsx") }

    /// What fills it.
    static func input(_ name: String) throws -> Workbook {
        let csv = path(name) + "-input.csv"
        let isText = FileManager.default.fileExists(atPath: csv)
        return try WorkbookReader.read(path: isText ? csv : path(name) + "-input.xlsx")
    }
}
