import Spreadsheet
import Testing

@testable import SpreadsheetReading
@testable import TestArchive

/// Layout, styles, print set-up and names of a sheet of Excel 97–2003.
struct XLSLookTests {
    private static func sheet(_ records: [[UInt8]], globals: [UInt8] = []) throws -> (workbook: Workbook, sheet: Sheet)
    {
        var book = OldWorkbook(records)
        book.globals = globals
        let workbook = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls")
        return (workbook, workbook.sheets[0])
    }

    private static func halves(_ values: Int...) -> [UInt8] { values.flatMap { OldRecord.half($0) } }

    @Test func columnsRowsAndMerges() throws {
        let sheet = try Self.sheet([
            OldRecord.record(0x0225, Self.halves(1, 400)), OldRecord.record(0x0055, Self.halves(10)),
            OldRecord.record(0x007D, Self.halves(0, 1, 2560, 15, 2, 0)),
            OldRecord.record(0x007D, Self.halves(2, 2, 512, 15, 0x1103, 0)),
            OldRecord.record(0x007D, Self.halves(5, 255, 2304, 15, 0, 0)),
            OldRecord.record(0x0208, Self.halves(0, 0, 3, 600, 0, 0, 0x140, 15)),
            OldRecord.record(0x0208, Self.halves(1, 0, 3, 400, 0, 0, 0x120, 15)),
            OldRecord.record(0x0208, Self.halves(2, 0, 3, 400, 0, 0, 0x100, 15)), OldRecord.number(0, 0, 1),
            OldRecord.merges([(0...1, 0...2), (4...4, 4...4)]),
        ]).sheet
        #expect(sheet.merges.map(\.description) == ["A1:C2"])
        #expect(sheet.columns[1]?.width == 10 && sheet.columns[1]?.isAutomatic == false)
        #expect(sheet.columns[2]?.hidden == true && sheet.columns[2]?.outlineLevel == 1)
        #expect(sheet.columns[2]?.isCollapsed == true)
        // All columns to the edge are one layout, to the edge of the larger sheet.
        #expect(sheet.columns[5] == nil && sheet.wideColumns.map(\.columns) == [5...16_383])
        #expect(sheet.wideColumns[0].layout.width == 9)
        #expect(sheet.defaultRowHeight == 20 && sheet.hasSetDefaultHeight == true)
        #expect(sheet.defaultColumnWidth == 10.43)
        #expect(sheet.rows[0]?.height == 30 && sheet.rows[0]?.isAutomatic == false)
        #expect(sheet.rows[1]?.hidden == true)
        // A height that is the usual one says nothing.
        #expect(sheet.rows[2] == nil)
    }

    @Test func page() throws {
        let page = try Self.sheet([
            OldRecord.record(0x0081, Self.halves(0x05C1)), OldRecord.record(0x0026, OldRecord.double(0.5)),
            OldRecord.record(0x0014, OldRecord.text("&C绩效")), OldRecord.record(0x0015, OldRecord.text("&P/&N")),
            OldRecord.record(0x0083, Self.halves(1)), OldRecord.record(0x001B, Self.halves(1, 12, 0, 255)),
            OldRecord.record(
                0x00A1,
                Self.halves(9, 85, 3, 1, 0, 0x0280, 600, 600) + OldRecord.double(0.3) + OldRecord.double(0.4)
                    + Self.halves(1)),
        ]).sheet.page
        #expect(page.left == 0.5 && page.right == 0.75 && page.top == 1 && page.saysMargins)
        #expect(page.header == "&C绩效" && page.footer == "&P/&N")
        #expect(page.centeredHorizontally && !page.centeredVertically)
        #expect(page.paper == 9 && page.landscape && page.scale == 85)
        #expect(page.fit.map { "\($0.wide) \($0.high)" } == "1 0")
        #expect(page.headerMargin == 0.3 && page.footerMargin == 0.4)
        #expect(page.rowBreaks == [12])
        #expect(page.options.map(\.name).contains("firstPageNumber"))
    }

    @Test func namesOfPrinting() throws {
        func name(_ code: UInt8, _ tokens: [UInt8]) -> [UInt8] {
            OldRecord.record(
                0x0018,
                Self.halves(0x20) + [0, 1] + Self.halves(tokens.count, 0, 1) + [0, 0, 0, 0] + [0, code] + tokens)
        }
        func area(_ rows: (Int, Int), _ columns: (Int, Int)) -> [UInt8] {
            [0x3B] + Self.halves(0, rows.0, rows.1, columns.0, columns.1)
        }
        let links =
            OldRecord.record(0x01AE, Self.halves(1, 0x0401)) + OldRecord.record(0x0017, Self.halves(1, 0, 0, 0))
            + name(6, area((0, 9), (0, 4))) + name(7, area((0, 65535), (0, 1)) + area((0, 2), (0, 255)) + [0x10])
            + OldRecord.record(
                0x0018,
                Self.halves(0) + [0, 2] + Self.halves(3, 0, 0) + [0, 0, 0, 0] + [0] + Array("税率".utf8.prefix(2))
                    + [0x1E, 5, 0])
        let (workbook, sheet) = try Self.sheet([OldRecord.number(0, 0, 1)], globals: links)
        #expect(sheet.page.printAreas.map(\.description) == ["A1:E10"])
        #expect(sheet.page.titleRows == 0...2 && sheet.page.titleColumns == 0...1)
        #expect(workbook.names.map(\.formula) == ["5"])
    }

    @Test func view() throws {
        let sheet = try Self.sheet([
            OldRecord.record(0x023E, Self.halves(0x06BC, 0, 0, 64, 0, 0, 0, 0, 0)),
            OldRecord.record(0x00A0, Self.halves(3, 4)), OldRecord.record(0x0041, Self.halves(1, 4, 10, 1, 0)),
            OldRecord.record(0x001D, [3] + Self.halves(2, 1, 0, 1, 2, 3) + [1, 1]),
        ]).sheet
        #expect(sheet.frozenAt == CellReference(row: 4, column: 1))
        #expect(sheet.view.scrolledTo == CellReference(row: 10, column: 1))
        #expect(!sheet.showsGridlines && sheet.zoom == 75)
        #expect(sheet.view.selections.map { $0[attribute: "sqref"] } == ["B3:B4"])
    }

    /// Left 1 thin to diagonal; colours of the palette, the file's own among them.
    @Test func styles() throws {
        var book = OldWorkbook([OldRecord.blank(0, 0)])
        let lines = 1 | 2 << 4 | 5 << 8 | 6 << 12 | 8 << 16 | 10 << 23 | 0x4000_0000
        let colors = 8 | 64 << 7 | 10 << 14 | 7 << 21 | 1 << 26
        book.styleBytes =
            [0x1A | 8, 45, 0x23] + [0] + OldRecord.word(lines) + OldRecord.word(colors) + OldRecord.half(13 | 64 << 7)
        book.globals = OldRecord.record(0x0092, OldRecord.half(3) + [1, 2, 3, 0, 0x10, 0x20, 0xFF, 0, 9, 9, 9, 0])
        let workbook = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls")
        let style = workbook.styles[0]
        #expect(style.alignment.horizontal == .center && style.alignment.vertical == .center && style.alignment.wraps)
        #expect(style.alignment.rotation == 45 && style.alignment.indent == 3)
        #expect(style.border.left.style == .thin && style.border.left.color == "010203")
        #expect(style.border.right.style == .medium && style.border.right.color == "090909")
        #expect(style.border.top.style == .thick && style.border.bottom.style == .double)
        #expect(style.border.bottom.color == nil)
        #expect(style.border.diagonal.style == .hair && style.border.fallsDiagonally && !style.border.risesDiagonally)
        #expect(style.fill == "FFFF00")
        #expect(style.font.name == "宋体" && style.font.size == 11 && style.font.substitution?.charset == 134)
        #expect(style.isLocked)
    }

    @Test func protectionLinksChecksAndComments() throws {
        let address = "http://a.cn\0".utf16.flatMap { OldRecord.half(Int($0)) }
        let moniker: [UInt8] = [
            0xE0, 0xC9, 0xEA, 0x79, 0xF9, 0xBA, 0xCE, 0x11, 0x8C, 0x82, 0, 0xAA, 0, 0x4B, 0xA9, 0x0B,
        ]
        let empty: [UInt8] = [1, 0, 0, 0]
        let list: [UInt8] = [0x17, 7, 1] + "优\0良\0中\0差".utf16.flatMap { OldRecord.half(Int($0)) }
        let sheet = try Self.sheet([
            OldRecord.record(0x0012, Self.halves(1)), OldRecord.record(0x0013, Self.halves(0xABC)),
            OldRecord.number(0, 0, 1),
            OldRecord.record(
                0x01B8,
                Self.halves(0, 0, 0, 0) + [UInt8](repeating: 0, count: 16) + OldRecord.word(2) + OldRecord.word(3)
                    + moniker + OldRecord.word(address.count) + address),
            OldRecord.record(
                0x01BE,
                OldRecord.word(0xC0103) + empty + empty + empty + empty + Self.halves(list.count, 0) + list
                    + Self.halves(0, 0) + Self.halves(1, 2, 9, 1, 1)),
            OldRecord.record(0x005D, Self.halves(0x15, 18, 0x19, 7, 0) + [UInt8](repeating: 0, count: 12)),
            OldRecord.record(0x01B6, Self.halves(0, 0, 0, 0, 0, 2, 16, 0, 0)),
            OldRecord.record(0x003C, OldRecord.characters("批注")),
            OldRecord.record(0x003C, [UInt8](repeating: 0, count: 16)),
            OldRecord.record(0x001C, Self.halves(3, 2, 2, 7) + OldRecord.text("人")),
        ]).sheet
        #expect(sheet.protection?[attribute: "password"] == "0ABC" && sheet.protection?[attribute: "sheet"] == "1")
        #expect(sheet.hyperlinks.map(\.target) == ["http://a.cn"])
        #expect(sheet.validations.map(\.kind) == ["list"])
        #expect(sheet.validations.first?.firstFormula == "\"优,良,中,差\"")
        #expect(sheet.validations.first?.ranges.map(\.description) == ["B3:B10"])
        let comment = try #require(sheet.comments[CellReference(row: 3, column: 2)])
        #expect(comment.text == "批注" && comment.author == "人" && comment.isVisible)
    }

    @Test func whatIsLostIsNamed() throws {
        let workbook = try Self.sheet([
            OldRecord.number(0, 0, 1), OldRecord.record(0x01B0, [UInt8](repeating: 0, count: 20)),
            OldRecord.record(0x005D, Self.halves(0x15, 18, 8, 1, 0)),
            OldRecord.formula(1, 0, value: OldRecord.double(1), tokens: [0x18, 0, 0, 0, 0]),
        ]).workbook
        #expect(workbook.losses.map(\.what) == ["条件格式", "图片、图表和图形", "1 个公式（只保留了计算结果）"])
        #expect(workbook.sheets[0][1, 0]?.value == .number(1))
    }
}

extension XLSLookTests {
    @Test func whatTheFileSaysOfItself() throws {
        func text(_ text: [UInt8]) -> [UInt8] { OldRecord.word(0x1E) + OldRecord.word(text.count) + text }
        let title: [UInt8] = [0xB1, 0xED, 0, 0]
        let time = 133_000_000_000_000_000
        let values = [
            (1, OldRecord.word(2) + OldRecord.word(936)), (2, text(title)), (4, text([0x4C, 0x69, 0, 0])),
            (12, OldRecord.word(0x40) + OldRecord.word(time) + OldRecord.word(time >> 32)),
        ]
        var list: [UInt8] = []
        var contents: [UInt8] = []
        for (number, value) in values {
            list += OldRecord.word(number) + OldRecord.word(8 + values.count * 8 + contents.count)
            contents += value
        }
        let set = OldRecord.word(8 + list.count + contents.count) + OldRecord.word(values.count) + list + contents
        let stream =
            OldRecord.half(0xFFFE) + [UInt8](repeating: 0, count: 22) + OldRecord.word(1)
            + [UInt8](repeating: 0, count: 16) + OldRecord.word(48) + set
        let book = OldWorkbook([OldRecord.number(0, 0, 1)])
        let bytes = OldContainer([("Workbook", book.stream), ("\u{5}SummaryInformation", stream)]).bytes
        let workbook = try WorkbookReader.read(bytes: bytes, fileName: "a.xls")
        #expect(
            workbook.properties.core == ["title": "表", "creator": "Li", "created": "2022-06-18T04:26:40Z"])
    }
}
