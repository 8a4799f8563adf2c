import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

@Suite struct ContentTests {
    @Test(
        "Text stays text, whatever it looks like",
        arguments: [
            "=1+1", "+86 10", "-5", "@某单位", "=cmd|'/c calc'!A1", "000123", "440106199001011234", "TRUE", "#N/A", "1e5",
            "{=A1}", "http://example.org", " 前后空格 ", "两行\n文字", "制表\t符", "<b>&\"'", "😀𠀀𬬻", "e\u{301}",
            "U+00A0\u{a0}\u{3000}",
        ])
    func text(_ text: String) throws {
        var sheet = Sheet(name: "表")
        sheet["B2"] = Cell(text: text)
        let cell = try #require(try Judge.written(sheet).cells["B2"])
        #expect(cell.value == text)
        #expect(cell.kind == "s")
        #expect(cell.cached == text)
    }

    @Test(
        "Numbers keep their decimal text",
        arguments: [
            "0", "570.54", "9.95", "-0.1", "0.0900000762939453", "13628965.89", "999999999999999", "1234567890.12345",
            "0.000001", "100", "8.41", "4.35", "1.005", "-12345.678", "123456789012345",
        ])
    func number(_ text: String) throws {
        var sheet = Sheet(name: "表")
        sheet["A1"] = .number(text)
        let part = try Judge.part(
            "xl/worksheets/sheet1.xml", of: Workbook(fileName: "试.xlsx", sheets: [sheet]))
        #expect(part.contains("<c r=\"A1\"><v>\(text)</v></c>"))
        let cell = try #require(try Judge.written(sheet).cells["A1"])
        #expect(cell.kind == "n")
        #expect(cell.value.flatMap(Double.init) == Double(text))
    }

    @Test func aNumberOfManyDigitsIsTheNearestBinaryOne() throws {
        var sheet = Sheet(name: "表")
        sheet["A1"] = Cell(value: .number(Decimal(1) / Decimal(3)), shown: "")
        sheet["A2"] = Cell(value: .number(Decimal(sign: .plus, exponent: 40, significand: 12)), shown: "")
        let cells = try Judge.written(sheet).cells
        #expect(cells["A1"]?.value == "0.3333333333333333")
        #expect(cells["A2"]?.value.flatMap(Double.init) == 1.2e41)
    }

    @Test func booleansErrorsAndEmptyCells() throws {
        var sheet = Sheet(name: "表")
        sheet["A1"] = Cell(value: .boolean(true), shown: "TRUE")
        sheet["A2"] = Cell(value: .boolean(false), shown: "FALSE")
        sheet["A3"] = Cell(value: .error("#DIV/0!"), shown: "#DIV/0!")
        sheet["A4"] = Cell(value: .error("#N/A"), shown: "#N/A")
        sheet["A5"] = Cell(text: "", style: 1)
        let styles = [CellStyle(), .with { $0.fill = "FFEE00" }]
        let cells = try Judge.written(sheet, styles: styles).cells
        #expect(["A1", "A2", "A3", "A4", "A5"].map { cells[$0]?.kind } == ["b", "b", "e", "e", "n"])
        #expect(["A1", "A2", "A3", "A4"].map { cells[$0]?.value } == ["True", "False", "#DIV/0!", "#N/A"])
        #expect(cells["A5"]?.value == nil)
        #expect(cells["A5"]?.fill == "FFFFEE00")
    }

    @Test func datesAreNumbersWithTheirFormat() throws {
        var sheet = Sheet(name: "表")
        let styles = [CellStyle(), .with { $0.numberFormat = "yyyy\"年\"m\"月\"d\"日\"" }]
        func date(_ serial: Decimal, _ day: (Int, Int, Int)?, _ seconds: Int? = nil) -> CellValue {
            .date(DateValue(day: day.map { ($0.0, $0.1, $0.2) }, secondsOfDay: seconds, serial: serial))
        }
        sheet["A1"] = Cell(value: date(44742, (2022, 6, 30)), shown: "2022年6月30日", style: 1)
        sheet["A2"] = Cell(value: date(44742, (2022, 6, 30)), shown: "2022-06-30")
        sheet["A3"] = Cell(value: date(Decimal(string: "0.5") ?? 0, nil, 43_200), shown: "12:00:00")
        // The same day as a workbook of the 1904 system stores it.
        sheet["A4"] = Cell(value: date(43280, (2022, 6, 30)), shown: "2022年6月30日", style: 1)
        let cells = try Judge.written(sheet, styles: styles).cells
        #expect(cells["A1"]?.value == "2022-06-30 00:00:00")
        #expect(cells["A1"]?.numberFormat == "yyyy\"年\"m\"月\"d\"日\"")
        #expect(cells["A2"]?.value == "2022-06-30 00:00:00")
        #expect(cells["A2"]?.kind == "d")
        #expect(cells["A3"]?.value == "12:00:00")
        #expect(cells["A4"]?.value == "2022-06-30 00:00:00")
    }

    @Test func formulasKeepTheirValues() throws {
        var sheet = Sheet(name: "表")
        sheet["A1"] = .number("570.54")
        sheet["B1"] = .number("9.95", formula: "ROUND(A1/57.34,2)")
        sheet["B2"] = Cell(value: .text("优"), shown: "优", formula: "IF(A1>90,\"优\",\"良<&>\")")
        sheet["B3"] = Cell(value: .boolean(true), shown: "TRUE", formula: "A1>1")
        sheet["B4"] = Cell(value: .error("#DIV/0!"), shown: "#DIV/0!", formula: "A1/0")
        sheet["B5"] = Cell(value: .empty, shown: "", formula: "SUM(A1:A9)", lacksCachedValue: true)
        sheet["B6"] = Cell(value: .text(""), shown: "", formula: "\"\"")
        sheet["B7"] = Cell(value: .text("a_x0041_b"), shown: "a_x0041_b", formula: "\"a_x0041_b\"")
        let cells = try Judge.written(sheet).cells
        #expect(cells["B1"]?.value == "=ROUND(A1/57.34,2)")
        #expect(cells["B1"]?.cached == "9.95")
        #expect(cells["B2"]?.value == "=IF(A1>90,\"优\",\"良<&>\")")
        #expect(cells["B2"]?.cached == "优")
        #expect(cells["B3"]?.cached == "True")
        #expect(cells["B3"]?.cachedKind == "b")
        #expect(cells["B4"]?.cached == "#DIV/0!")
        #expect(cells["B4"]?.cachedKind == "e")
        #expect(cells["B5"]?.value == "=SUM(A1:A9)")
        #expect(cells["B5"]?.cached == nil)
        #expect(cells["B6"]?.cached ?? "" == "")
        let part = try Judge.part("xl/worksheets/sheet1.xml", of: Workbook(fileName: "试.xlsx", sheets: [sheet]))
        #expect(part.contains("<v>a_x005F_x0041_b</v>"))
    }

    @Test func sheetsKeepNamesOrderAndVisibility() throws {
        var book = Workbook(fileName: "试.xlsx")
        for (name, visibility) in [
            ("深藏", Sheet.Visibility.veryHidden), ("藏", .hidden), ("2022", .visible), ("it's", .visible),
        ] {
            var sheet = Sheet(name: name)
            sheet.visibility = visibility
            sheet["A1"] = Cell(text: name)
            sheet.page.printArea = CellRange("A1:B2")
            book.sheets.append(sheet)
        }
        let judged = try Judge.written(book)
        #expect(judged.sheets.map(\.name) == ["深藏", "藏", "2022", "it's"])
        #expect(judged.sheets.map(\.state) == ["veryHidden", "hidden", "visible", "visible"])
        #expect(judged.sheets.map(\.selected) == [false, false, true, false])
        #expect(judged.active == "2022")
        #expect(judged.sheets.map { $0.cells["A1"]?.value } == ["深藏", "藏", "2022", "it's"])
        let workbook = try Judge.part("xl/workbook.xml", of: book)
        #expect(workbook.contains(">'2022'!$A$1:$B$2<"))
        #expect(workbook.contains(">'it''s'!$A$1:$B$2<"))
    }

    @Test func aWorkbookWithNoSheetShownShowsItsFirst() throws {
        var sheet = Sheet(name: "藏")
        sheet.visibility = .hidden
        #expect(try Judge.written(sheet).state == "visible")
    }
}
