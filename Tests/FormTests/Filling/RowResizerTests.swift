import Spreadsheet
import Testing

@testable import FormFilling

@Suite struct RowResizerTests {
    /// Title, heading, two rows of a block (A merged over heading and block, B:C merged in each row), a total row.
    static var sheet: Sheet {
        var sheet = Sheet(name: "表")
        for row in 0..<5 {
            for column in 0..<4 { sheet[row, column] = Cell(text: "r\(row)c\(column)", style: row * 10 + column) }
            sheet.rows[row] = RowLayout(height: Double(20 + row))
        }
        sheet.merges = ["A1:D1", "A2:A4", "B3:C3", "B4:C4", "A5:B5"].compactMap { CellRange($0) }
        sheet.page.printArea = CellRange("A1:D5")
        sheet.page.titleRows = 1...1
        sheet.page.rowBreaks = [4]
        sheet.frozenAt = CellReference("A3")
        return sheet
    }

    @Test(arguments: [
        (4, ["A1:D1", "A2:A6", "A7:B7", "B3:C3", "B4:C4", "B5:C5", "B6:C6"], 6),
        (2, ["A1:D1", "A2:A4", "A5:B5", "B3:C3", "B4:C4"], 4),
        (1, ["A1:D1", "A2:A3", "A4:B4", "B3:C3"], 3),
    ])
    func movesWhatStandsBelow(count: Int, merges: [String], totalRow: Int) {
        let result = RowResizer(rows: 2...3, count: count).resize(Self.sheet)
        #expect(result.merges.map(\.description).sorted() == merges)
        #expect(result[totalRow, 0]?.shown == "r4c0")
        #expect(result[totalRow, 0]?.style == 40)
        #expect(result[totalRow + 1, 0] == nil)
        #expect(result.rows[totalRow]?.height == 24)
        #expect(result.page.printArea?.last.row == totalRow)
        #expect(result.page.rowBreaks == [totalRow])
        #expect(result.page.titleRows == 1...1)
        for row in 2..<totalRow {
            #expect((0..<4).map { result[row, $0]?.style } == [20, 21, 22, 23])
            #expect((0..<4).allSatisfy { result[row, $0]?.shown == "" })
            #expect(result.rows[row]?.height == 22)
        }
    }
}
