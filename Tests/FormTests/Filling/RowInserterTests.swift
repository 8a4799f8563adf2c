import Spreadsheet
import Testing

@testable import FormFilling

@Suite struct RowInserterTests {
    @Test(arguments: [
        ("SUM(D3:D5)", "SUM(D3:D7)"), ("D4", "D6"), ("D3", "D3"), ("$D$9+E2", "$D$11+E2"),
        ("ROUND(E8/D8,2)*10", "ROUND(E10/D10,2)*10"), ("IF(H9>=90,\"H9优\",\"差\")", "IF(H11>=90,\"H9优\",\"差\")"),
        ("SUM(选项!A4:A9)+A9", "SUM(选项!A4:A9)+A11"), ("LOG10(A9)", "LOG10(A11)"), ("'A9 表'!B9", "'A9 表'!B9"),
        ("1.5*A9", "1.5*A11"), ("SUM(D1:D2)", "SUM(D1:D2)"),
    ])
    func formulasFollow(formula: String, expected: String) {
        #expect(FormulaRows.shifted(formula, below: 2, by: 2) == expected)
    }

    @Test func mergesHeightsBreaksAndPrintAreaFollow() {
        // Row 3 of the resizer's sheet stands in A2:A4 and has B:C merged.
        let sheet = RowInserter(row: 2, count: 2).insert(RowResizerTests.sheet)
        let merges = sheet.merges.map(\.description).sorted()
        #expect(merges == ["A1:D1", "A2:A6", "A7:B7", "B3:C3", "B4:C4", "B5:C5", "B6:C6"])
        #expect((2...4).allSatisfy { sheet.rows[$0]?.height == 22 })
        #expect(sheet.rows[6]?.height == 24)
        #expect(sheet[6, 0]?.shown == "r4c0")
        #expect(sheet[2, 3]?.shown == "r2c3")
        #expect((3...4).allSatisfy { sheet[$0, 3]?.shown == "" && sheet[$0, 3]?.style == 23 })
        #expect(sheet.page.printArea?.description == "A1:D7")
        #expect(sheet.page.rowBreaks == [6])
        #expect(sheet.page.titleRows == 1...1)
    }

    @Test func whatStandsBesideTheCellsFollows() throws {
        var sheet = RowResizerTests.sheet
        let note = CellComment(author: "局", content: RichText([.init("按表填")]))
        for name in ["A1", "D3", "A5"] { sheet.comments[try #require(CellReference(name))] = note }
        sheet.hyperlinks = [Hyperlink(range: try #require(CellRange("A5")), location: "A1")]
        sheet.validations = [DataValidation(ranges: [try #require(CellRange("D2:D4"))], kind: "list")]
        let result = RowInserter(row: 2, count: 2).insert(sheet)
        #expect(result.comments.keys.map(\.description).sorted() == ["A1", "A7", "D3"])
        #expect(result.hyperlinks.map(\.range.description) == ["A7"])
        #expect(result.validations.map { $0.ranges.map(\.description) } == [["D2:D6"]])
    }
}
