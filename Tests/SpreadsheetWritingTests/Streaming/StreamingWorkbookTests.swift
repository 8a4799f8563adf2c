import Foundation
import Spreadsheet
import SpreadsheetReading
import Testing

@testable import SpreadsheetWriting

@Suite struct StreamingWorkbookTests {
    private static let ledger = [
        ["日期", "科目编码", "摘要", "金额", "比例", "账户余额"],
        ["2022-06-30", "1001", "=1+1", "12.50", "94.26%", "1,234.50"],
        ["2022-06-31", "0012", "@x", "-5", "5%", ""],
        ["", "121201", "第一行\n第二行", "123456789012", "+1", "-"],
        ["2022-06-30 08:15:00", "", " 空格 ", "1234567890123456", "1e5", "00"],
    ]

    @Test func everythingComesBackAsItStood() throws {
        let folder = try TestFolder()
        try Streamed.write(to: folder.path("试.xlsx")) { writer in
            try writer.beginSheet(named: "账目")
            for row in Self.ledger { try writer.addRow(row) }
        }
        #expect(folder.names == ["试.xlsx"])
        let sheet = try #require(try WorkbookReader.read(path: folder.path("试.xlsx")).sheets.first)
        #expect(sheet.name == "账目")
        for (row, fields) in Self.ledger.enumerated() {
            for (column, field) in fields.enumerated() {
                #expect((sheet[row, column]?.shown ?? "") == field, "\(CellReference(row: row, column: column))")
            }
        }
        #expect(sheet[1, 1]?.value == .text("1001"))
        #expect(sheet[1, 2]?.value == .text("=1+1"))
        #expect(sheet[1, 3]?.value == .number(Decimal(string: "12.5") ?? 0))
        #expect(sheet[1, 4]?.value == .number(Decimal(string: "0.9426") ?? 0))
        #expect(sheet[1, 5]?.value == .number(Decimal(string: "1234.5") ?? 0))
        #expect(sheet[2, 5] == nil)
        #expect(sheet.frozenAt == CellReference(row: 1, column: 0))
        guard case .date(let date)? = sheet[4, 0]?.value else {
            Issue.record("A5 is no date")
            return
        }
        #expect(date.iso8601 == "2022-06-30T08:15:00")
    }

    @Test func openpyxlReadsTheSame() throws {
        let sheet = try Streamed.judged(Self.ledger)
        #expect(sheet.cells["A1"]?.font.bold == true)
        #expect(sheet.cells["A1"]?.font.name == "宋体")
        #expect(sheet.cells["A1"]?.font.size == 11)
        #expect(sheet.cells["A2"]?.kind == "d")
        #expect(sheet.cells["A2"]?.numberFormat == "yyyy-mm-dd")
        #expect(sheet.cells["A2"]?.font.bold == false)
        #expect(sheet.cells["A3"]?.kind == "s")
        #expect(sheet.cells["B2"]?.kind == "s")
        #expect(sheet.cells["C2"]?.kind == "s")
        #expect(sheet.cells["C2"]?.value == "=1+1")
        #expect(sheet.cells["C4"]?.alignment.wraps == true)
        #expect(sheet.cells["C3"]?.alignment.wraps == false)
        #expect(sheet.cells["C5"]?.value == " 空格 ")
        #expect(sheet.cells["D2"]?.kind == "n")
        #expect(sheet.cells["D4"]?.numberFormat == "0")
        #expect(sheet.cells["D5"]?.kind == "s")
        #expect(sheet.cells["F3"] == nil)
        #expect(sheet.frozen == "A2")
        #expect(sheet.defaultHeight == 15)
        #expect(sheet.selected)
    }

    @Test func columnsAreAsWideAsTheirText() throws {
        let long = String(repeating: "长", count: 80)
        let sheet = try Streamed.judged([["短", "标题很长的一列", "a", "数"], ["一二三四五", "", long, "1,234,567.00"]])
        // Excel adds 5 of 7 pixels to a width.
        #expect(sheet.widths == ["A": 11.7109375, "B": 15.7109375, "C": 60.7109375, "D": 13.7109375])
        #expect(try Streamed.judged([["a"], ["1"]]).widths == ["A": 6.7109375])
    }

    @Test func theHeadingMayStandLower() throws {
        let title = String(repeating: "题", count: 30)
        let rows = [[title, ""], ["2022", ""], ["账号", "金额"], ["0123", "1.5"], ["456", "2"]]
        let sheet = try Streamed.judged(rows, headingRow: 2)
        #expect(sheet.frozen == "A4")
        #expect(sheet.cells["A1"]?.font.bold == false)
        #expect(sheet.cells["A2"]?.kind == "n")
        #expect(sheet.cells["A3"]?.font.bold == true)
        #expect(sheet.cells["A5"]?.kind == "s")
        #expect(sheet.cells["B5"]?.kind == "n")
        #expect(sheet.widths["A"] == 6.7109375)
    }

    @Test func aSheetWithoutHeading() throws {
        let sheet = try Streamed.judged([["2022", "编码"], ["5", "6"]], headingRow: nil)
        #expect(sheet.frozen == nil)
        #expect(sheet.cells["A1"]?.kind == "n")
        #expect(sheet.cells["B2"]?.kind == "n")
        #expect(sheet.cells["B1"]?.font.bold == false)
    }

    @Test func aHeadingIsAlwaysText() throws {
        let sheet = try Streamed.judged([["2022", "12.50", "2022-06-30", "5%"]])
        #expect(["A1", "B1", "C1", "D1"].allSatisfy { sheet.cells[$0]?.kind == "s" })
    }

    @Test func typedCellsKeepTheirTypes() throws {
        let styles = ["General", "0.00", "yyyy\"年\"m\"月\""].map { code in CellStyle.with { $0.numberFormat = code } }
        let date = try #require(DateValue(serial: 44_742, uses1904: false, showsDay: true, showsTime: false))
        let cells: [Cell?] = [
            Cell(text: "12.50"), .number("12.5", style: 1), nil, Cell(value: .boolean(true), shown: "TRUE"),
            Cell(value: .error("#DIV/0!"), shown: "#DIV/0!"), Cell(value: .date(date), shown: "2022-06-30"),
            Cell(value: .date(date), shown: "2022年6月", style: 2), .number("3", formula: "1+2"), Cell(text: "a\nb"),
            Cell(text: "", style: 1), .number("570.54", style: 9),
        ]
        let judged = try Streamed.judged { writer in
            try writer.beginSheet(named: "表")
            try writer.addRow([Cell(text: "编码"), .number("2022", style: 1)], styles: styles)
            try writer.addRow(cells, styles: styles)
            try writer.addRow([.number("1", style: 1)], styles: [CellStyle(), .with { $0.numberFormat = "0.0" }])
            try writer.addRow(["1", "1"])
        }
        let found = judged.sheets[0].cells
        #expect(found["A1"]?.font.bold == true)
        #expect(found["B1"]?.font.bold == true)
        #expect(found["B1"]?.numberFormat == "0.00")
        #expect(found["A2"]?.kind == "s")
        #expect(found["A2"]?.value == "12.50")
        #expect(found["B2"]?.kind == "n")
        #expect(found["B2"]?.numberFormat == "0.00")
        #expect(found["C2"] == nil)
        #expect(found["D2"]?.kind == "b")
        #expect(found["E2"]?.kind == "s")
        #expect(found["E2"]?.value == "#DIV/0!")
        #expect(found["F2"]?.kind == "d")
        #expect(found["F2"]?.value == "2022-06-30 00:00:00")
        #expect(found["G2"]?.numberFormat == "yyyy\"年\"m\"月\"")
        #expect(found["H2"]?.value == "3")
        #expect(found["I2"]?.alignment.wraps == true)
        #expect(found["J2"] == nil)
        #expect(found["K2"]?.value == "570.54")
        #expect(found["A3"]?.numberFormat == "0.0")
        #expect(found["A4"]?.kind == "s")
        #expect(found["B4"]?.kind == "n")
        #expect(judged.sheets[0].widths["F"] == 11.7109375)
    }

    @Test func severalSheetsWithNamesThatHadToChange() throws {
        let judged = try Streamed.judged { writer in
            for name in ["2022", "A1", "a1", "x/y", ""] {
                try writer.beginSheet(named: name)
                try writer.addRow(["题", "编码"])
                try writer.addRow(["1", "2"])
            }
        }
        #expect(judged.sheets.map(\.name) == ["2022", "A1", "a1 (2)", "x_y", "Sheet5"])
        #expect(judged.sheets.allSatisfy { $0.cells["A2"]?.kind == "n" && $0.cells["B2"]?.kind == "s" })
        #expect(judged.sheets.allSatisfy { $0.frozen == "A2" && $0.widths.count == 2 })
        #expect(judged.active == "2022")
    }

    @Test func noSheetAndNoRows() throws {
        #expect(try Streamed.judged { _ in }.sheets.map(\.name) == ["Sheet1"])
        #expect(try Streamed.judged([]).cells.isEmpty)
        #expect(try Streamed.judged([[], [""], ["", "a"]], headingRow: 2).cells.keys.sorted() == ["B3"])
    }

    @Test func theSameRowsGiveTheSameBytes() async throws {
        let folder = try TestFolder()
        for name in ["一.xlsx", "二.xlsx"] {
            try Streamed.write(to: folder.path(name), fileName: name) { writer in
                try writer.beginSheet(named: "账目")
                for row in Self.ledger { try writer.addRow(row) }
            }
            // The times in an archive are told to two seconds.
            try await Task.sleep(for: .milliseconds(2100))
        }
        let first = try Data(contentsOf: URL(fileURLWithPath: folder.path("一.xlsx")))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("二.xlsx"))) == first)
    }

    @Test("The 64-bit form of the archive can be read too")
    func largeArchive() throws {
        let folder = try TestFolder()
        try Streamed.write(to: folder.path("试.xlsx"), largePart: 1) { writer in
            try writer.beginSheet(named: "账目")
            for row in Self.ledger { try writer.addRow(row) }
        }
        _ = try Tool.run("/usr/bin/unzip", ["-tq", folder.path("试.xlsx")])
        #expect(try Judge.read(folder.path("试.xlsx")).sheets[0].cells["B2"]?.value == "1001")
        #expect(try WorkbookReader.read(path: folder.path("试.xlsx")).sheets[0][1, 1]?.value == .text("1001"))
    }

    @Test func throughStandardOutput() throws {
        let folder = try TestFolder()
        let descriptor = open(folder.path("试.xlsx"), O_WRONLY | O_CREAT, 0o600)
        defer { close(descriptor) }
        let output = try SpooledOutput(target: descriptor)
        let writer = try StreamingWorkbookWriter(
            temporaryPath: output.temporaryPath, scratchFolder: output.scratchFolder, fileName: "标准输出")
        try writer.beginSheet(named: "账目")
        for row in Self.ledger { try writer.addRow(row) }
        try writer.finish()
        try output.publish()
        #expect(try Judge.read(folder.path("试.xlsx")).sheets[0].cells["B2"]?.value == "1001")
    }
}
