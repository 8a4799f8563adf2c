import Spreadsheet
import Testing

@testable import SpreadsheetReading
@testable import TestArchive

/// Formulas in words, as XLSX has them.
struct XLSFormulaTests {
    private static func halves(_ values: Int...) -> [UInt8] { values.flatMap { OldRecord.half($0) } }

    private static func cell(_ row: Int, _ column: Int, relative: Bool = true) -> [UInt8] {
        [0x44] + halves(row, column | (relative ? 0xC000 : 0))
    }

    private static func area(_ rows: (Int, Int), _ columns: (Int, Int)) -> [UInt8] {
        [0x25] + halves(rows.0, rows.1, columns.0 | 0xC000, columns.1 | 0xC000)
    }

    private static func whole(_ value: Int) -> [UInt8] { [0x1E] + halves(value) }

    private static func text(_ text: String) -> [UInt8] { [0x17] + OldRecord.text(text, lengthIn: 1) }

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String?
        var tokens: [UInt8]
        var behind: [UInt8] = []
        var testDescription: String { text ?? "unknown" }
    }

    static let cases = [
        Case(text: "A1+B2*2", tokens: cell(0, 0) + cell(1, 1) + whole(2) + [0x05, 0x03]),
        Case(
            text: "(A1-$C$4)/100",
            tokens: cell(0, 0) + cell(3, 2, relative: false) + [0x04, 0x15] + whole(100) + [0x06]),
        Case(text: "SUM(A1:A5)", tokens: area((0, 4), (0, 0)) + [0x19, 0x10, 0, 0]),
        Case(text: "SUM(A1:A5,C1)", tokens: area((0, 4), (0, 0)) + cell(0, 2) + [0x42, 2, 4, 0]),
        Case(text: "ROUND(A1,2)", tokens: cell(0, 0) + whole(2) + [0x41, 27, 0]),
        Case(
            text: "IF(A1>=60,\"合格\",\"不\"\"合格\"\"\")",
            tokens: cell(0, 0) + whole(60) + [0x0C, 0x19, 0x02, 10, 0] + text("合格") + [0x19, 0x08, 9, 0]
                + text("不\"合格\"") + [0x19, 0x08, 3, 0, 0x42, 3, 1, 0]),
        Case(text: "-A1%", tokens: cell(0, 0) + [0x14, 0x13]),
        Case(text: "A1&\"\"", tokens: cell(0, 0) + text("") + [0x08]),
        Case(text: "1.5<>TRUE", tokens: [0x1F] + OldRecord.double(1.5) + [0x1D, 1, 0x0E]),
        Case(text: "SUM(A:B)", tokens: area((0, 65535), (0, 1)) + [0x19, 0x10, 0, 0]),
        Case(text: "SUM(1:3)", tokens: area((0, 2), (0, 255)) + [0x19, 0x10, 0, 0]),
        Case(text: "IF(A1,,)", tokens: cell(0, 0) + [0x16, 0x16, 0x42, 3, 1, 0]),
        Case(text: "#N/A", tokens: [0x1C, 0x2A]),
        Case(text: "#REF!+1", tokens: [0x4A, 0, 0, 0, 0] + whole(1) + [0x03]),
        Case(text: "NOW()", tokens: [0x19, 0x01, 0, 0, 0x41, 74, 0]),
        Case(
            text: "CHOOSE(A1,3,4)",
            tokens: cell(0, 0) + [0x19, 0x04, 2, 0] + halves(6, 9, 12) + whole(3) + whole(4) + [0x42, 3, 100, 0]),
        Case(
            text: "{1,\"a\";TRUE,#N/A}", tokens: [0x60] + [UInt8](repeating: 0, count: 7),
            behind: [1, 1, 0, 1] + OldRecord.double(1) + [2] + OldRecord.text("a") + [4, 1]
                + [UInt8](repeating: 0, count: 7)
                + [16, 0x2A] + [UInt8](repeating: 0, count: 7)),
        Case(text: "'表'!B3", tokens: [0x5A] + halves(0, 2, 0xC001)),
        Case(text: nil, tokens: [0x18, 1, 2, 3, 4]), Case(text: nil, tokens: [0x03]), Case(text: nil, tokens: []),
        Case(text: nil, tokens: whole(1) + whole(2)), Case(text: nil, tokens: [0x41, 0xFF, 0x7F]),
    ]

    @Test(arguments: cases)
    func words(_ one: Case) throws {
        var book = OldWorkbook([
            OldRecord.formula(0, 0, value: OldRecord.double(7), tokens: one.tokens, behind: one.behind)
        ])
        book.globals =
            OldRecord.record(0x01AE, Self.halves(1, 0x0401)) + OldRecord.record(0x0017, Self.halves(1, 0, 0, 0))
        let cell = try #require(WorkbookReader.read(bytes: book.bytes, fileName: "a.xls").sheets[0][0, 0])
        // Letters of any script need no quotation marks.
        #expect(cell.formula == one.text?.replacing("'", with: ""))
        #expect(cell.value == .number(7))
    }

    /// A formula of several cells is written once, its references counted from each.
    @Test func sharedAndArray() throws {
        let shared = [0x4C] + Self.halves(0, 0xC0FF) + Self.whole(2) + [0x05]
        let book = OldWorkbook([
            OldRecord.number(0, 0, 1),
            OldRecord.formula(0, 1, value: OldRecord.double(2), tokens: [1, 0, 0, 1, 0]),
            OldRecord.record(0x04BC, Self.halves(0, 1) + [1, 1, 0, 2] + Self.halves(shared.count) + shared),
            OldRecord.number(1, 0, 2), OldRecord.formula(1, 1, value: OldRecord.double(4), tokens: [1, 0, 0, 1, 0]),
            OldRecord.formula(2, 0, value: OldRecord.double(5), tokens: [1, 2, 0, 0, 0]),
            OldRecord.record(0x0221, Self.halves(2, 2) + [0, 1] + Self.halves(0, 0, 0, 3) + Self.whole(5)),
            OldRecord.formula(2, 1, value: OldRecord.double(5), tokens: [1, 2, 0, 0, 0]),
        ])
        let sheet = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls").sheets[0]
        #expect(sheet[0, 1]?.formula == "A1*2")
        #expect(sheet[1, 1]?.formula == "A2*2")
        #expect(sheet[2, 0]?.formula == "5" && sheet[2, 1]?.formula == nil)
        #expect(sheet.arrayFormulas.mapValues(\.description) == [CellReference(row: 2, column: 0): "A3:B3"])
    }

    @Test func aFormulaThatGrowsBeyondReasonIsGivenUp() throws {
        let tokens = Self.text(String(repeating: "长", count: 255)) + (0..<8000).flatMap { _ in [0x15] as [UInt8] }
        let book = OldWorkbook([OldRecord.formula(0, 0, value: OldRecord.double(7), tokens: tokens)])
        let sheet = try WorkbookReader.read(bytes: book.bytes, fileName: "a.xls").sheets[0]
        #expect(sheet[0, 0]?.value == .number(7) && sheet[0, 0]?.formula == nil)
    }
}
