import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import TestArchive
import Testing

/// What fuzzing found: one test for each find, named for what was wrong.
struct FuzzFindTests {
    private static let rows = (2...30).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined()
    private static let lines = (2...30).map { "\($0)\n" }.joined()

    private func file(
        _ rows: String, strings: String? = nil, styles: String? = nil, limits: ReadingLimits = ReadingLimits()
    ) throws -> XLSXFile {
        let archive = Archive.workbook(
            "<worksheet xmlns=\"MAIN\"><sheetData>\(rows)</sheetData></worksheet>", strings: strings, styles: styles)
        return try ThreeWays.open(archive.bytes, limits: limits)
    }

    private func text(_ file: XLSXFile, threads: Int = 1) throws -> String {
        let output = KeptOutput()
        var conversion = SheetToText(file: file, entry: file.entries[0], dialect: CSVDialect())
        conversion.threads = threads
        _ = try conversion.run(to: output, named: "表.csv")
        return String(decoding: output.bytes, as: UTF8.self)
    }

    private func cell(_ file: XLSXFile) throws -> Cell? { try WorkbookReader.read(.workbook(file)).sheets[0][0, 0] }

    @Test func writtenOutDateLostItsTimeUnderADateFormat() throws {
        let file = try file(
            "<row r=\"1\"><c r=\"A1\" t=\"d\" s=\"1\"><v>2024-02-29T12:30:00</v></c></row>",
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
        guard case .date(let date) = try cell(file)?.value else {
            Issue.record("no date")
            return
        }
        #expect(date.iso8601 == "2024-02-29T12:30:00")
        #expect(try text(file) == "2024-02-29T12:30:00\n")
    }

    @Test func blankErrorWasAnError() throws {
        let file = try file("<row r=\"1\"><c r=\"A1\" t=\"e\"><v> \n</v></c><c r=\"B1\"><v>1</v></c></row>")
        #expect(try cell(file)?.value == .empty)
        #expect(try text(file) == ",1\n")
    }

    @Test(
        arguments: [
            "<row r=\"1\"><c xmlns=\"urn:x\" r=\"A1\"><v>9</v></c></row>",
            "<row r=\"1\"><c r=\"A1\"><v xmlns=\"urn:x\">9</v></c></row>",
            "<row r=\"1\" xmlns=\"urn:x\"><c r=\"A1\"><v>9</v></c></row>",
        ], [1, 2])
    func elementOfAnotherNamespaceWasTakenForTheSheetsOwn(row: String, threads: Int) throws {
        #expect(try text(file(row + Self.rows), threads: threads) == "\n" + Self.lines)
    }

    @Test func textOfAnotherNamespaceWasTakenForASharedOne() throws {
        let file = try file(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
            strings: "<si xmlns=\"urn:x\"><t>别的</t></si><si><t>甲</t></si>")
        #expect(try text(file) == "甲\n")
        #expect(try cell(file)?.shown == "甲")
    }

    @Test func textAcrossTwoChunksWasTrimmedFromAWrongPlace() throws {
        // An element of another namespace has the strings read by one parser, chunk by chunk.
        let long = String(repeating: "甲", count: 15_000)
        let strings = "<x:y xmlns:x=\"urn:x\"/>" + String(repeating: "<si><t> \(long) </t></si>", count: 5)
        let cells = (0..<5).map { "<row r=\"\($0 + 1)\"><c r=\"A\($0 + 1)\" t=\"s\"><v>\($0)</v></c></row>" }.joined()
        #expect(try text(file(cells, strings: strings)) == String(repeating: long + "\n", count: 5))
    }

    @Test(arguments: [1_048_575, 1000])
    func blankLinesOfAWideSheetWereAllKeptInMemory(step: Int) throws {
        let rows = stride(from: 1, through: 1_048_576, by: step).map {
            "<row r=\"\($0)\"><c r=\"\($0 == 1 ? "XFD" : "A")\($0)\"><v>1</v></c></row>"
        }
        // Who overrules the bound of empty fields gets them, line by line.
        var limits = ReadingLimits()
        limits[.blank] = 1 << 40
        let file = try file(rows.joined(), limits: limits)
        let output = KeptOutput(bound: 1 << 26)
        var conversion = SheetToText(file: file, entry: file.entries[0], dialect: CSVDialect())
        conversion.threads = 2
        #expect(throws: KeptOutput.Overflow.self) { try conversion.run(to: output, named: "表.csv") }
        #expect(output.longest <= 1 << 25)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("1E-400#,##0.00", "12.5"), (String(repeating: "%", count: 200) + "0.00", "12.5"),
            (String(repeating: "%", count: 200) + "0.00E+00", "12.5"),
        ])
    func pointAfterTheExponentAndManyPercentSignsEndedTheProgram(format: String, number: String) throws {
        let file = try file(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(number)</v></c></row>",
            styles:
                "<numFmts><numFmt numFmtId=\"164\" formatCode=\"\(format)\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"
        )
        #expect(try cell(file)?.shown.isEmpty == false)
    }

    @Test(.timeLimit(.minutes(1))) func longFormatTookQuadraticTime() throws {
        let page =
            "<table>"
            + String(
                repeating: "<tr><td style='mso-number-format:\"\(String(repeating: "j", count: 20_000))\"'>1</td></tr>",
                count: 4)
        let sheet = try WorkbookReader.read(bytes: Array("\(page)</table>".utf8), fileName: "表.xls").sheets[0]
        #expect(sheet[3, 0]?.shown == "1")
    }

    @Test func rowsWithOnlyALastColumnWereAllMadeAtOnce() {
        var sheet = Sheet(name: "表")
        for row in 0..<100_000 { sheet[row, CellReference.maximumColumns - 1] = Cell(text: "甲") }
        var first: SheetRow?
        for row in sheet.orderedRows {
            first = row
            break
        }
        #expect(first?.cells.count == CellReference.maximumColumns)
    }
}

/// Keeps a text in memory.
private final class KeptOutput: ByteOutput {
    struct Overflow: Error {}

    private(set) var bytes: [UInt8] = []
    /// The most that was written at once.
    private(set) var longest = 0
    private let bound: Int

    init(bound: Int = 1 << 20) { self.bound = bound }

    var temporaryPath: String { "" }
    var scratchFolder: String { "" }
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        longest = max(longest, bytes.count)
        guard self.bytes.count + bytes.count <= bound else { throw Overflow() }
        self.bytes.append(contentsOf: bytes)
    }
    func truncate() { bytes.removeAll() }
    func publish() {}
    func abandon() {}
}
