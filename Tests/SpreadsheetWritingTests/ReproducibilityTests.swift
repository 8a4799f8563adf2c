import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

@Suite struct ReproducibilityTests {
    static func form() -> Workbook {
        var book = Workbook(fileName: "试.xlsx")
        var sheet = Sheet(name: "自评表")
        for row in 0..<40 {
            for column in 0..<12 {
                let style = CellStyle.with {
                    $0.font.size = Double(9 + row % 4)
                    $0.border.left.style = BorderEdge.Style.allCases[column]
                }
                let index = book.index(of: style)
                sheet[row, column] =
                    column % 3 == 0
                    ? Cell(text: "第\(row)行第\(column)列", style: index) : .number("\(row).\(column)", style: index)
            }
            sheet.rows[row] = RowLayout(height: Double(20 + row))
        }
        for column in 0..<12 { sheet.columns[column] = ColumnLayout(width: 9.375 + Double(column)) }
        sheet.merges = [CellRange("A1:C2"), CellRange("E5:F9")].compactMap { $0 }
        sheet.page.printArea = sheet.usedRange
        book.sheets = [sheet, Sheet(name: "附表")]
        return book
    }

    @Test func theSameWorkbookGivesTheSameBytesAtAnotherTime() async throws {
        let first = try WorkbookWriter.bytes(of: Self.form(), named: "一.xlsx")
        // The times in an archive are told to two seconds.
        try await Task.sleep(for: .milliseconds(2100))
        #expect(try WorkbookWriter.bytes(of: Self.form(), named: "二.xlsx") == first)
    }

    @Test("and in another time zone, for another person", arguments: ["Asia/Shanghai", "America/New_York", "UTC"])
    func elsewhere(_ zone: String) async throws {
        let folder = try TestFolder()
        let path = folder.path("试.xlsx")
        await #expect(processExitsWith: .success) { [path = path as String, zone = zone as String] in
            setenv("TZ", zone, 1)
            tzset()
            setenv("USER", "someone", 1)
            setenv("LANG", "de_DE.UTF-8", 1)
            setlocale(LC_ALL, "")
            try WorkbookWriter.write(ReproducibilityTests.form(), to: path)
        }
        let here = try WorkbookWriter.bytes(of: Self.form(), named: "试.xlsx")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == here)
    }

    @Test func timesAndPersonAreFixed() throws {
        let book = Self.form()
        let judged = try Judge.written(book)
        #expect(judged.created == "2000-01-01 00:00:00")
        #expect(judged.creator.isEmpty)
        let folder = try TestFolder()
        try WorkbookWriter.write(book, to: folder.path("试.xlsx"))
        let list = String(decoding: try Tool.run("/usr/bin/unzip", ["-lv", folder.path("试.xlsx")]), as: UTF8.self)
        let parts = list.split(separator: "\n").filter { $0.contains("Defl") }
        #expect(parts.count == 11)
        #expect(parts.allSatisfy { $0.contains("1980-01-01 00:00") })
        _ = try Tool.run("/usr/bin/unzip", ["-tq", folder.path("试.xlsx")])
    }

    @Test("What the library warns of is refused or mended before it is asked")
    func nothingIsSaidOnStandardError() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            var sheet = Sheet(name: "[a]'")
            sheet["A1"] = Cell(text: "")
            sheet.page.header = "&C&G&[Picture]"
            sheet.page.rowBreaks = Array(1...2000)
            sheet.merges = [CellRange("A1"), CellRange("B1:B2")].compactMap { $0 }
            let book = Workbook(fileName: "x", sheets: [sheet, sheet])
            _ = try WorkbookWriter.bytes(of: book, named: "试.xlsx")
        }
        let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(!said.contains("WARNING"), "\(said)")
    }
}
