import FormRecognition
import Foundation
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import TestProgram
import Testing

@testable import FormJobs

/// Files that are small and mean much work: done within bounds, or refused in words that name what is too much.
struct HostileInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// What the refusal names.
        var says: String
        var change: @Sendable (inout Sheet) -> Void
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "merges", says: "合并单元格数 ") { sheet in
            sheet.merges = (0..<10_001).map {
                CellRange(CellReference(row: 100 + $0, column: 0), CellReference(row: 100 + $0, column: 1))
            }
        },
        Case(name: "styled rows", says: "设了行高或格式的行数 ") { sheet in
            for row in 100...100_100 { sheet.rows[row] = RowLayout(height: 20) }
        },
        Case(name: "a far cell", says: "用到的行数") { $0[1_048_575, 0] = Cell(text: "远") },
        Case(name: "conditional formats", says: "条件格式数 ") { sheet in
            let place = CellRange(CellReference(row: 0, column: 0), CellReference(row: 0, column: 0))
            let rule = MarkupElement("cfRule", [.init("type", "expression"), .init("priority", "1")])
            sheet.conditionalFormats = Array(
                repeating: ConditionalFormat(ranges: [place], rules: [rule]), count: 10_001)
        },
    ]

    private static let table = InputFile(
        bytes: Array("一级指标,二级指标,三级指标,年度指标值,实际完成值,分值\n产出指标,数量指标,讲座场次,≥20场,21场,100\n".utf8), name: "表.csv")

    private static func blank(_ change: (inout Sheet) -> Void) throws -> InputFile {
        var book = try WorkbookReader.read(path: Program.root + "/Templates/national-project/form.xlsx")
        change(&book.sheets[0])
        let bytes = [UInt8](try WorkbookWriter.bytes(of: book, named: "空表.xlsx"))
        return InputFile(bytes: bytes, name: "空表.xlsx")
    }

    @Test(arguments: cases)
    func aBlankThatIsNoneIsRefused(_ hostile: Case) throws {
        let library = try Examples.library()
        let blank = try Self.blank(hostile.change)
        var fill = FillRequest(table: Self.table)
        fill.form = blank
        let error = #expect(throws: ToolError.self) { try FillJob.run(fill, library: library) }
        #expect(
            error?.code == .notReadableTooLarge && error?.message.contains(hostile.says) == true,
            "\(error?.message ?? "")")
        let same = #expect(throws: ToolError.self) {
            try DiffJob.run(DiffRequest(old: Self.blank { _ in }, new: blank), library: library)
        }
        #expect(same?.message == error?.message)
    }

    @Test func mergesOverOneAnotherAreCountedAsOftenAsTheyCover() throws {
        var sheet = Sheet(name: "表")
        sheet[20, 8] = Cell(text: "末")
        sheet[0, 0] = Cell(text: "首")
        let whole = CellRange(CellReference(row: 0, column: 0), CellReference(row: 20, column: 8))
        sheet.merges = Array(repeating: whole, count: 5000)
        try BlankBounds.check(Workbook(fileName: "空表.xlsx", sheets: [sheet]))
        sheet.merges += sheet.merges.prefix(4000)
        let error = #expect(throws: ToolError.self) {
            try BlankBounds.check(Workbook(fileName: "空表.xlsx", sheets: [sheet]))
        }
        #expect(error?.message.contains("合并单元格盖住的格数") == true)
    }

    /// One merge over all of a sheet below the form is filled as if it were not there.
    @Test(.timeLimit(.minutes(1)))
    func oneMergeOverAllOfASheet() throws {
        var fill = FillRequest(table: Self.table)
        fill.form = try Self.blank { $0.merges.append(CellRange("A100:XFD1048576") ?? $0.merges[0]) }
        let outcome = try FillJob.run(fill, library: Examples.library())
        #expect(outcome.form.workbook.sheets[0].merges.contains { $0.columns.count == 16_384 })
    }

    @Test func longTextsAreRefusedByTheirSum() throws {
        let long = String(repeating: "字", count: 32_000)
        let rows = (0..<40).map { _ in "甲,\(long)\n" }.joined()
        let table = InputFile(bytes: Array(rows.utf8), name: "长.csv")
        let error = #expect(throws: ToolError.self) {
            try FillJob.run(FillRequest(table: table), library: Examples.library())
        }
        #expect(error?.message.contains("长.csv") == true && error?.message.contains("长文字") == true)
        // Cell by cell: 31 of them are within the bound.
        #expect(error?.message.contains("B32") == true, "\(error?.message ?? "")")
    }
}
