import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

@Suite struct TextTests {
    @Test(arguments: [
        ("普通文字", "普通文字"), ("a\tb\nc", "a\tb\nc"), ("a\u{1}b", "a_x0001_b"), ("a\rb", "a_x000D_b"),
        ("\u{1f}", "_x001F_"), ("a\u{0}b", "ab"), ("a\u{fffe}b\u{ffff}", "ab"), ("_x000D_", "_x005F_x000D_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("__x00e9_", "__x005F_x00e9_"), ("_x00G1_", "_x00G1_"),
        ("_x004_", "_x004_"), ("_X0041_", "_X0041_"), ("_", "_"), ("指标_一", "指标_一"), ("😀\u{2}", "😀_x0002_"),
        ("\r\n", "_x000D_\n"),
    ])
    func escaped(_ text: String, _ expected: String) {
        #expect(XMLText.escaped(text) == expected)
    }

    @Test func stripped() {
        #expect(XMLText.stripped("a\u{1}\u{0}\u{ffff}b\n_x0041_") == "ab\n_x0041_")
    }

    @Test func theFileHoldsWhatWasEscaped() throws {
        var sheet = Sheet(name: "表")
        sheet["A1"] = Cell(text: "a\u{1}b_x000D_c\u{ffff}\rd")
        let part = try Judge.part("xl/sharedStrings.xml", of: Workbook(fileName: "试.xlsx", sheets: [sheet]))
        #expect(part.contains("<t>a_x0001_b_x005F_x000D_c_x000D_d</t>"))
    }

    @Test(arguments: [
        (["表"], ["表"]), (["a", "A"], ["a", "A (2)"]), (["", ""], ["Sheet1", "Sheet2"]), (["[1]:*?/\\"], ["_1______"]),
        (["'引号'"], ["引号"]), (["History"], ["History_"]), (["x", "x", "x (2)"], ["x", "x (2)", "x (2) (2)"]),
        ([String(repeating: "长", count: 40)], [String(repeating: "长", count: 31)]),
        (
            [String(repeating: "长", count: 40), String(repeating: "长", count: 41)],
            [String(repeating: "长", count: 31), String(repeating: "长", count: 27) + " (2)"]
        ), ([String(repeating: "😀", count: 16)], [String(repeating: "😀", count: 15)]), (["a\u{0}\nb"], ["a_b"]),
    ])
    func sheetNames(_ names: [String], _ expected: [String]) throws {
        #expect(SheetNames.adjusted(names) == expected)
        let book = Workbook(fileName: "试.xlsx", sheets: names.map { Sheet(name: $0) })
        #expect(try Judge.written(book).sheets.map(\.name) == expected)
    }

    @Test func theLongestTextIsWritten() throws {
        var sheet = Sheet(name: "表")
        let text = String(repeating: "字", count: 32_767)
        sheet["A1"] = Cell(text: text)
        #expect(try Judge.written(sheet).cells["A1"]?.value == text)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var place: String
        var message: String
        var change: @Sendable (inout Sheet, inout [CellStyle]) -> Void
    }

    @Test(arguments: [
        Refused(testDescription: "text too long", place: "试.xlsx〔表〕C3", message: "32768 个字符") { sheet, _ in
            sheet["C3"] = Cell(text: String(repeating: "字", count: 32_768))
        },
        Refused(testDescription: "text too long in UTF-16 units", place: "试.xlsx〔表〕C3", message: "32768 个字符") {
            sheet, _ in
            sheet["C3"] = Cell(text: String(repeating: "😀", count: 16_384))
        },
        Refused(testDescription: "no number", place: "试.xlsx〔表〕B2", message: "不是有效的数值") { sheet, _ in
            sheet["B2"] = Cell(value: .number(.nan), shown: "")
        },
        Refused(testDescription: "no number as a formula's value", place: "试.xlsx〔表〕B2", message: "不是有效的数值") {
            sheet, _ in
            sheet["B2"] = Cell(value: .number(.nan), shown: "", formula: "1+1")
        },
        Refused(testDescription: "formula too long", place: "试.xlsx〔表〕B2", message: "公式有 8193") { sheet, _ in
            sheet["B2"] = .number("1", formula: String(repeating: "1", count: 8193))
        },
        Refused(testDescription: "merges overlap", place: "试.xlsx〔表〕B2", message: "A1:B2 与 B2:C3 重叠") { sheet, _ in
            sheet.merges = [CellRange("A1:B2"), CellRange("B2:C3")].compactMap { $0 }
        },
        Refused(testDescription: "beyond the sheet", place: "试.xlsx〔表〕XFE1", message: "超出") { sheet, _ in
            sheet[0, 16_384] = Cell(text: "一")
        },
        Refused(testDescription: "number format too long", place: "试.xlsx〔表〕A1", message: "数字格式太长") { sheet, styles in
            styles.append(.with { $0.numberFormat = "\"" + String(repeating: "元", count: 254) + "\"" })
            sheet["A1"] = .number("1", style: 1)
        },
        Refused(testDescription: "row too high", place: "试.xlsx〔表〕", message: "行高 500.0 磅") { sheet, _ in
            sheet.rows[0] = RowLayout(height: 500)
        },
        Refused(testDescription: "column too wide", place: "试.xlsx〔表〕", message: "列宽 300.0 个字符") { sheet, _ in
            sheet.columns[0] = ColumnLayout(width: 300)
        },
        Refused(testDescription: "row below 0", place: "试.xlsx〔表〕", message: "超出") { sheet, _ in
            sheet.rows[-1] = RowLayout(height: 20)
        },
        Refused(testDescription: "header too long", place: "试.xlsx〔表〕", message: "页眉有 256") { sheet, _ in
            sheet.page.header = String(repeating: "字", count: 256)
        },
    ])
    func contentThatTheFormatCannotHold(_ refused: Refused) throws {
        var sheet = Sheet(name: "表")
        var styles = [CellStyle()]
        refused.change(&sheet, &styles)
        let folder = try TestFolder()
        let book = Workbook(fileName: "x", sheets: [sheet], styles: styles)
        let error = #expect(throws: ToolError.self) { try WorkbookWriter.write(book, to: folder.path("试.xlsx")) }
        #expect(error?.code == .cannotWriteContent)
        #expect(error?.code.exitStatus == 73)
        #expect(error?.message.contains(refused.place) == true)
        #expect(error?.message.contains(refused.message) == true)
        #expect(error?.advice.isEmpty == false)
        #expect(folder.names.isEmpty)
    }

    @Test func theFirstFaultInReadingOrderIsNamed() throws {
        var sheet = Sheet(name: "表")
        for address in ["D4", "B2", "C3", "A9"] { sheet[address] = Cell(value: .number(.nan), shown: "") }
        let book = Workbook(fileName: "x", sheets: [sheet])
        let error = #expect(throws: ToolError.self) { try WorkbookWriter.bytes(of: book, named: "试.xlsx") }
        #expect(error?.place?.cell == CellReference("B2"))
    }
}
