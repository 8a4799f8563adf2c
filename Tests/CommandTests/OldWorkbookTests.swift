import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import TestArchive
import TestProgram
import Testing

/// Workbooks of Excel 97–2003 through every command: what comes of one is what comes of its twin in XLSX.
struct OldWorkbookTests {
    private static let blank = Program.root + "/Tests/Fixtures/Blanks/blank-fixed-above-repeat.xlsx"
    private static let input = Program.root + "/Tests/Fixtures/Blanks/blank-fixed-above-repeat-input.xlsx"

    /// The same values, formats, merges and widths in the records of the older format.
    static func old(_ path: String) throws -> [UInt8] {
        let workbook = try WorkbookReader.read(path: path)
        var texts: [String] = []
        var book = OldWorkbook([OldWorkbook.Tab]())
        for sheet in workbook.sheets {
            var records: [[UInt8]] = []
            for (column, layout) in sheet.columns.sorted(by: { $0.key < $1.key }) where column < 256 {
                let width = Int((layout.width ?? 8.43) * 256)
                records.append(
                    OldRecord.record(
                        0x007D,
                        OldRecord.half(column) + OldRecord.half(column) + OldRecord.half(width) + OldRecord.half(15)
                            + OldRecord.half(2) + OldRecord.half(0)))
            }
            for (row, layout) in sheet.rows.sorted(by: { $0.key < $1.key }) {
                let height = OldRecord.half(Int((layout.height ?? sheet.defaultRowHeight) * 20))
                records.append(
                    OldRecord.record(
                        0x0208,
                        OldRecord.half(row) + OldRecord.half(0) + OldRecord.half(9) + height + OldRecord.word(0)
                            + OldRecord.half(0x140) + OldRecord.half(15)))
            }
            func style(_ cell: Cell) -> Int {
                let format = workbook.styles[cell.style].numberFormat
                if !book.formats.contains(format) { book.formats.append(format) }
                return 15 + (book.formats.firstIndex(of: format) ?? 0)
            }
            for (place, cell) in sheet.cells.sorted(by: { $0.key < $1.key }) {
                switch cell.value {
                case .text(let text):
                    records.append(OldRecord.shared(place.row, place.column, texts.count, style: style(cell)))
                    texts.append(text)
                case .number(let number):
                    let value = NSDecimalNumber(decimal: number).doubleValue
                    records.append(OldRecord.number(place.row, place.column, value, style: style(cell)))
                default: records.append(OldRecord.blank(place.row, place.column))
                }
            }
            records.append(
                OldRecord.merges(sheet.merges.map { (rows: $0.rows, columns: $0.columns) }))
            book.tabs.append(OldWorkbook.Tab(sheet.name, records))
        }
        book.texts = texts.map { OldWorkbook.SharedText($0) }
        return book.bytes
    }

    /// A folder with a file in both formats.
    private static func program(_ path: String, as name: String) throws -> Program {
        let program = try Program()
        try program.write(FileManager.default.contents(atPath: path) ?? Data(), as: name + ".xlsx")
        try program.write(old(path), as: name + ".xls")
        return program
    }

    private static func alike(_ text: String) -> String {
        text.replacing(".xlsx", with: ".X").replacing(".xls", with: ".X")
    }

    @Test func sheetsSaysWhatItIs() throws {
        let program = try Self.program(Self.input, as: "表")
        defer { program.remove() }
        let run = try program.run("sheets", "表.xls")
        let twin = try program.run("sheets", "表.xlsx")
        #expect(run.status == 0 && run.output.contains("Excel 97–2003 工作簿"), "\(run.errors)")
        #expect(run.output.split(separator: "\n").dropFirst() == twin.output.split(separator: "\n").dropFirst())
    }

    @Test(arguments: [[], ["--formatted"], ["--to", "tsv"], ["--threads", "1"]])
    func convertedToText(_ options: [String]) throws {
        let program = try Self.program(Self.input, as: "表")
        defer { program.remove() }
        let run = try program.run(["convert", "表.xls", "-o", "-"] + options)
        let twin = try program.run(["convert", "表.xlsx", "-o", "-"] + options)
        #expect(run.status == 0 && !run.bytes.isEmpty, "\(run.errors)")
        #expect(run.output == twin.output)
    }

    @Test func convertedToAWorkbook() throws {
        let program = try Self.program(Self.input, as: "表")
        defer { program.remove() }
        #expect(try program.run("convert", "表.xls", "-o", "新.xlsx").status == 0)
        let made = try program.run("convert", "新.xlsx", "-o", "-")
        let twin = try program.run("convert", "表.xlsx", "-o", "-")
        #expect(made.output == twin.output)
    }

    @Test(arguments: ["指标表.xls", "指标表.xlsx"])
    func aTableIsFilledFrom(_ name: String) throws {
        let program = try Self.program(Program.example + "/指标表.xlsx", as: "指标表")
        defer { program.remove() }
        let run = try program.run("fill", name, "--budget", Program.example + "/预算执行导出.csv")
        #expect(run.status == 0 && run.output.hasPrefix("结论：可以报送"), "\(run.output)\(run.errors)")
        #expect(run.output.contains("总分：98.93"))
    }

    @Test func anExportIsTakenFromOne() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.old(Program.example + "/预算执行导出.csv"), as: "导出.xls")
        let run = try program.run("fill", Program.example + "/指标表.xlsx", "--budget", "导出.xls")
        #expect(run.status == 0 && run.output.contains("总分：98.93"), "\(run.output)\(run.errors)")
    }

    @Test func aBlankIsFilledAsXLSX() throws {
        let program = try Self.program(Self.blank, as: "空表")
        defer { program.remove() }
        let before = program.read("空表.xls")
        // The twin has no paper either: where pages end is not asked here.
        var bare = try WorkbookReader.read(path: Self.blank)
        for index in bare.sheets.indices { bare.sheets[index].page.paper = nil }
        try program.write(WorkbookWriter.bytes(of: bare, named: "空表.xlsx"), as: "空表.xlsx")
        let run = try program.run("fill", Self.input, "--form", "空表.xls", "-o", "甲.xlsx")
        let twin = try program.run("fill", Self.input, "--form", "空表.xlsx", "-o", "乙.xlsx")
        #expect(run.status == 0 && run.output.hasPrefix("结论：可以报送"), "\(run.output)\(run.errors)")
        #expect(Self.alike(run.output).replacing("甲", with: "乙") == Self.alike(twin.output))
        #expect(program.read("空表.xls") == before)
        let one = try WorkbookReader.read(path: program.folder + "/甲.xlsx")
        let other = try WorkbookReader.read(path: program.folder + "/乙.xlsx")
        #expect(one.sheets.map(\.name) == other.sheets.map(\.name))
        for (sheet, expected) in zip(one.sheets, other.sheets) {
            #expect(sheet.merges == expected.merges)
            #expect(
                sheet.cells.filter { $0.value.value != .empty }.mapValues(\.value)
                    == expected.cells.filter { $0.value.value != .empty }.mapValues(\.value))
            #expect(sheet.cells.compactMapValues(\.formula) == expected.cells.compactMapValues(\.formula))
        }
    }

    @Test func aFilledFormIsChecked() throws {
        let first = try Self.program(Self.blank, as: "空表")
        defer { first.remove() }
        _ = try first.run("fill", Self.input, "--form", "空表.xlsx", "-o", "自评表.xlsx")
        try first.write(Self.old(first.folder + "/自评表.xlsx"), as: "自评表.xls")
        for command in ["check", "explain"] {
            let run = try first.run(command, "自评表.xls")
            let twin = try first.run(command, "自评表.xlsx")
            #expect(run.status == twin.status, "\(run.output)\(run.errors)")
            #expect(Self.alike(run.output) == Self.alike(twin.output))
        }
        let marked = try first.run("check", "自评表.xls", "--marked")
        #expect(!marked.errors.contains("程序出错"), "\(marked.errors)")
    }

    @Test func aBlankIsLearned() throws {
        let program = try Self.program(Self.blank, as: "空表")
        defer { program.remove() }
        let run = try program.run("learn", "空表.xls", "--id", "本区", "--templates", "模板")
        #expect(run.status == 0, "\(run.errors)")
        // The template's own blank can be written from: it is XLSX whatever was learned.
        #expect(program.read("模板/本区/form.xlsx").starts(with: [0x50, 0x4B]))
        let filled = try program.run("fill", Self.input, "--template", "本区", "--templates", "模板", "-o", "表.xlsx")
        #expect(filled.status == 0, "\(filled.output)\(filled.errors)")
    }

    @Test func aBlankIsComparedWithItsTwin() throws {
        let program = try Self.program(Self.blank, as: "空表")
        defer { program.remove() }
        let run = try program.run("diff", "空表.xls", "空表.xlsx")
        #expect(run.status == 0 && run.output.hasPrefix("结论："), "\(run.errors)")
        #expect(!run.output.contains("标签"), "\(run.output)")
    }

    @Test func whatIsNoWorkbookIsNamed() throws {
        let program = try Program()
        defer { program.remove() }
        var secret = OldWorkbook([OldRecord.number(0, 0, 1)])
        secret.globals = OldRecord.record(0x002F, [UInt8](repeating: 1, count: 54))
        let filler = [UInt8](repeating: 0, count: 5000)
        let cases: [(name: String, bytes: [UInt8], says: String)] = [
            ("密.xls", secret.bytes, "打开密码"), ("文.wps", OldContainer([("WordDocument", filler)]).bytes, ".wps"),
            ("文.et", OldContainer([("WordDocument", filler)]).bytes, "不是表格"),
            ("讲.xls", OldContainer([("PowerPoint Document", filler)]).bytes, "演示文稿"),
            ("断.xls", Array(OldWorkbook([OldRecord.number(0, 0, 1)]).bytes.dropLast(1500)), "断.xls"),
        ]
        for one in cases {
            try program.write(one.bytes, as: one.name)
            for command in [["sheets", one.name], ["check", one.name], ["convert", one.name, "-o", "-"]] {
                let run = try program.run(command)
                #expect(run.status == 65 && run.errors.contains(one.says), "\(command): \(run.errors)")
                #expect(run.errors.contains("办法："))
            }
        }
    }
}
