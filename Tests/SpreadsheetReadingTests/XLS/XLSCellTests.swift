import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetReading
@testable import TestArchive

/// What each record of a cell comes to.
struct XLSCellTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var records: [[UInt8]]
        /// Texts by address, `kind text`; those that are not named are empty.
        var cells: [String: String]
        var isOld = false
        var testDescription: String { name }
    }

    private static let zero = [UInt8](repeating: 0, count: 8)

    static let cases = [
        Case(name: "NUMBER", records: [OldRecord.number(0, 0, 570.54)], cells: ["A1": "number 570.54"]),
        Case(
            name: "NUMBER of 17 digits is shown with 15",
            records: [OldRecord.number(1, 2, 0.1 + 0.2), OldRecord.number(1, 3, 1e-7), OldRecord.number(1, 4, -12.5)],
            cells: ["C2": "number 0.3", "D2": "number 0.0000001", "E2": "number -12.5"]),
        Case(
            name: "NUMBER at the edges",
            records: [
                OldRecord.number(0, 0, 1e15), OldRecord.number(0, 1, 123_456_789_012_345), OldRecord.number(0, 2, -0.0),
                OldRecord.number(0, 3, .nan), OldRecord.number(0, 4, 1.0 / 3), OldRecord.number(0, 5, 0.05),
            ],
            cells: [
                "A1": "number 1000000000000000", "B1": "number 123456789012345", "C1": "number 0", "D1": "error #NUM!",
                "E1": "number 0.333333333333333", "F1": "number 0.05",
            ]),
        Case(
            name: "RK in its four shapes",
            records: [
                OldRecord.packed(0, 0, 12 << 2 | 2), OldRecord.packed(0, 1, 12_345 << 2 | 3),
                OldRecord.packed(0, 2, Int(1.5.bitPattern >> 32)),
                OldRecord.packed(0, 3, Int(150.0.bitPattern >> 32) | 1),
                OldRecord.packed(0, 4, (-7 << 2) & 0xFFFF_FFFF | 2),
            ],
            cells: [
                "A1": "number 12", "B1": "number 123.45", "C1": "number 1.5", "D1": "number 1.5", "E1": "number -7",
            ]),
        Case(
            name: "MULRK", records: [OldRecord.packed(3, 1, [1 << 2 | 2, 2 << 2 | 2, 350 << 2 | 3])],
            cells: ["B4": "number 1", "C4": "number 2", "D4": "number 3.5"]),
        Case(
            name: "MULBLANK and BLANK", records: [OldRecord.blanks(0, 0, count: 3), OldRecord.blank(0, 4)], cells: [:]),
        Case(
            name: "LABEL", records: [OldRecord.label(0, 0, "指标"), OldRecord.label(0, 1, "né")],
            cells: [
                "A1": "text 指标", "B1": "text né",
            ]),
        Case(
            name: "RSTRING",
            records: [
                OldRecord.record(
                    0x00D6,
                    OldRecord.half(0) + OldRecord.half(0) + OldRecord.half(15) + OldRecord.text("一二")
                        + OldRecord.half(1) + OldRecord.half(1) + OldRecord.half(1))
            ], cells: ["A1": "text 一二"]),
        Case(
            name: "line breaks", records: [OldRecord.label(0, 0, "一\r\n二\r三\n四"), OldRecord.label(0, 1, "_x000D_")],
            cells: ["A1": "text 一\n二\n三\n四", "B1": "text _x000D_"]),
        Case(
            name: "characters beyond 16 bits, and half of one",
            records: [
                OldRecord.label(0, 0, "𠮷a"),
                OldRecord.record(
                    0x0204,
                    OldRecord.half(0) + OldRecord.half(1) + OldRecord.half(15) + OldRecord.half(2) + [
                        1, 0x42, 0xD8, 0x41, 0,
                    ]),
            ],
            cells: ["A1": "text 𠮷a", "B1": "text \u{FFFD}A"]),
        Case(
            name: "BOOLERR",
            records: [
                OldRecord.truth(0, 0, 1, isError: false), OldRecord.truth(0, 1, 0, isError: false),
                OldRecord.truth(0, 2, 7, isError: true), OldRecord.truth(0, 3, 0x2A, isError: true),
            ], cells: ["A1": "boolean TRUE", "B1": "boolean FALSE", "C1": "error #DIV/0!", "D1": "error #N/A"]),
        Case(
            name: "FORMULA",
            records: [
                OldRecord.formula(0, 0, value: OldRecord.double(94.26)),
                OldRecord.formula(0, 1, value: OldRecord.special(0)), OldRecord.result("优"),
                OldRecord.formula(0, 2, value: OldRecord.special(1, 1)),
                OldRecord.formula(0, 3, value: OldRecord.special(2, 0x17)),
                OldRecord.formula(0, 4, value: OldRecord.special(3)), OldRecord.number(0, 5, 1),
            ],
            cells: [
                "A1": "number 94.26", "B1": "text 优", "C1": "boolean TRUE", "D1": "error #REF!", "F1": "number 1",
            ]),
        Case(
            name: "the text of a shared formula comes after it",
            records: [
                OldRecord.formula(0, 0, value: OldRecord.special(0), tokens: [0x01, 0, 0, 0, 0]),
                OldRecord.record(
                    0x04BC, OldRecord.half(0) + OldRecord.half(0) + [0, 0, 0, 1] + OldRecord.half(3) + [0x1E, 5, 0]),
                OldRecord.result("良"),
            ], cells: ["A1": "text 良"]),
        Case(
            name: "rows out of order",
            records: [OldRecord.number(2, 0, 3), OldRecord.number(0, 1, 1), OldRecord.number(0, 0, 2)],
            cells: ["A3": "number 3", "B1": "number 1", "A1": "number 2"]),
        Case(
            name: "a chart in the sheet",
            records: [OldRecord.begin(0x20), OldRecord.number(0, 0, 9), OldRecord.end, OldRecord.number(1, 0, 1)],
            cells: ["A2": "number 1"]),
        Case(
            name: "Excel 95",
            records: [OldRecord.oldLabel(0, 0, [0xD6, 0xB8, 0xB1, 0xEA]), OldRecord.number(0, 1, 2.5)],
            cells: ["A1": "text 指标", "B1": "number 2.5"], isOld: true),
    ]

    @Test(arguments: cases)
    func cells(_ one: Case) throws {
        var book = OldWorkbook(one.records)
        book.isOld = one.isOld
        if one.isOld { book.globals = OldRecord.record(0x0042, OldRecord.half(936)) }
        let sheet = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls").sheets[0]
        var found: [String: String] = [:]
        for (place, cell) in sheet.cells where cell.value != .empty { found["\(place)"] = Self.said(cell.value) }
        #expect(found == one.cells)
    }

    static func said(_ value: CellValue) -> String {
        switch value {
        case .empty: ""
        case .text(let text): "text \(text)"
        case .number(let number): "number \(number)"
        case .date(let date): "date \(date.iso8601)"
        case .boolean(let flag): "boolean \(flag ? "TRUE" : "FALSE")"
        case .error(let text): "error \(text)"
        }
    }

    @Test func formulasThatWereNeverReckonedHaveNoValue() throws {
        let book = OldWorkbook([
            OldRecord.formula(0, 0, value: Self.zero, options: 2), OldRecord.formula(0, 1, value: Self.zero),
            OldRecord.formula(0, 2, value: OldRecord.double(2), options: 2),
        ])
        let sheet = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls").sheets[0]
        #expect(sheet[0, 0]?.lacksCachedValue == true)
        #expect(sheet[0, 0]?.value == .empty)
        #expect(sheet[0, 1]?.value == .number(0))
        #expect(sheet[0, 2]?.value == .number(2))
    }

    @Test(arguments: [
        ("yyyy/m/d", false, 44_742.0, "date 2022-06-30", "2022/6/30"),
        ("yyyy/m/d", true, 43_280.0, "date 2022-06-30", "2022/6/30"),
        ("h:mm", false, 0.5, "date 12:00:00", "12:00"), ("0.00%", false, 0.9426, "number 0.9426", "94.26%"),
        ("yyyy\"年\"m\"月\"", false, 44_742.0, "date 2022-06-30", "2022年6月"),
        ("#,##0.00", false, 1234.5, "number 1234.5", "1,234.50"),
    ])
    func formats(_ code: String, _ is1904: Bool, _ number: Double, _ value: String, _ shown: String) throws {
        var book = OldWorkbook([OldRecord.number(0, 0, number, style: 16)])
        book.formats.append(code)
        book.globals = OldRecord.record(0x0022, OldRecord.half(is1904 ? 1 : 0))
        let workbook = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls")
        let cell = try #require(workbook.sheets[0][0, 0])
        #expect(Self.said(cell.value) == value)
        #expect(cell.shown == shown)
        #expect(workbook.uses1904 == is1904)
        #expect(workbook.styles[cell.style].numberFormat == code)
    }

    @Test(
        arguments: [
            (936, [0xB1, 0xEA], "标"), (950, [0xBC, 0xD0], "標"), (1252, [0xE9], "é"), (1251, [0xC6], "Ж"),
            (932, [0x8E, 0x9A], "字"),
            (10000, [0x8E], "é"), (0, [0xB1, 0xEA, 0xD6, 0xB8], "标指"), (0, [0xE6, 0xA0, 0x87], "标"),
        ] as [(Int, [UInt8], String)])
    func codePages(_ page: Int, _ bytes: [UInt8], _ text: String) throws {
        var book = OldWorkbook([OldWorkbook.Tab("S", [OldRecord.oldLabel(0, 0, bytes)])])
        book.isOld = true
        if page > 0 { book.globals = OldRecord.record(0x0042, OldRecord.half(page)) }
        let workbook = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls")
        #expect(workbook.sheets[0][0, 0]?.value == .text(text))
    }

    @Test func whatAPersonSaysOfTheEncodingGoesFirst() throws {
        var book = OldWorkbook([OldWorkbook.Tab("S", [OldRecord.oldLabel(0, 0, [0xB1, 0xEA])])])
        book.isOld = true
        book.globals = OldRecord.record(0x0042, OldRecord.half(1252))
        var options = ReadingOptions()
        options.encoding = "GBK"
        let workbook = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls", options: options)
        #expect(workbook.sheets[0][0, 0]?.value == .text("标"))
        #expect(workbook.readingNotes == ["格式：Excel 5.0/95（.xls）；文字编码：GB18030"])
    }

    @Test func bytesThatAreNoCharactersAreTold() throws {
        var book = OldWorkbook([OldWorkbook.Tab("S", [OldRecord.oldLabel(0, 0, [0x41, 0xFF, 0x42])])])
        book.isOld = true
        book.globals = OldRecord.record(0x0042, OldRecord.half(936))
        let workbook = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls")
        #expect(workbook.sheets[0][0, 0]?.value == .text("A\u{FFFD}B"))
        #expect(workbook.readingNotes.contains { $0.contains("1 处") && $0.contains("--encoding") })
    }
}
