import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

/// What a cell shows, by its format.
struct ShownTests {
    @Test(arguments: try ShownRow.all())
    func aFormatShowsWhatExcelShows(row: ShownRow) {
        #expect(row.shown == row.text)
    }

    /// The table says something only when it is there.
    @Test func theTableIsWhole() throws {
        let rows = try ShownRow.all()
        #expect(rows.count >= 600)
        #expect(rows.count { $0.source == .libreOffice } >= 450)
    }

    /// What a form's cell says of itself has all its digits; only a person is shown eleven characters.
    @Test func generalKeepsItsDigitsForReading() throws {
        let number = try #require(NumberText.decimal("1234567890123"))
        #expect(NumberFormat("General").shown(number, uses1904: false) == "1234567890123")
        #expect(NumberFormat("General").shown(number, uses1904: false, isNarrow: true) == "1.23457E+12")
    }

    /// Codes that nobody means take no memory and no time, and end.
    @Test(arguments: [
        "[DBNum9]0", "[DBNum]0", "[$-]0", "[$-ZZZ]0", "[", "[$", "0E+", "E+0", "?/", "/?", "0/0/0", ".", "..0", "0.0.0",
        "ss.", "ss.0.0",
        "[h].00", "@;@;@;@", ";", ";;;;;", "\\", "_", "*", "!", "[>]0", "[>x]0", "%%%%%%%%%%%%%%%%0",
        "0,,,,,,,,,,,,,,,,,,,,,,,,,,",
        "0E+0E+0", "#/00000000", "0/99999999999999999999", "[DBNum1]", "[DBNum2]@", "上午/下午", "a", "g", "bbbb", "nnn",
    ])
    func oddCodesEnd(code: String) throws {
        for value in ["0", "-1.5", "45296.6", "1E+100", "1E-100", "999999999999999"] {
            let number = try #require(NumberText.decimal(value))
            #expect(NumberFormat(code).shown(number, uses1904: false).count < 2000)
        }
    }
}
