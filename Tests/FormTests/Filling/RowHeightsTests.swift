import Spreadsheet
import Testing

@testable import FormFilling

@Suite struct RowHeightsTests {
    @Test(arguments: [
        ("一二三四五", 50.0, 1), ("一二三四五六", 50.0, 2), ("一\n二", 50.0, 2), ("", 50.0, 1),
        ("一二三四五。", 50.0, 2), ("abcdefgh", 50.0, 1), ("abcdefghij", 50.0, 2), ("一二三 abcdef", 50.0, 2),
    ])
    func countsLines(text: String, width: Double, lines: Int) {
        #expect(TextMeasure.lines(of: text, width: width, font: TextFont(size: 10)).count == lines)
    }

    private func sheet(_ text: String, at cells: String, width: Double = 20) -> (Sheet, [CellStyle]) {
        var style = CellStyle()
        style.alignment.wraps = true
        style.font.size = 10
        var sheet = Sheet(name: "表")
        let range = CellRange(cells) ?? CellRange(CellReference(row: 0, column: 0), CellReference(row: 0, column: 0))
        sheet[range.first] = Cell(text: text, style: 1)
        if range.first != range.last { sheet.merges = [range] }
        for column in range.columns { sheet.columns[column] = ColumnLayout(width: width) }
        return (sheet, [CellStyle(), style])
    }

    @Test func raisesARowToItsText() throws {
        var (sheet, styles) = sheet(String(repeating: "字", count: 30), at: "A1")
        #expect(RowHeights.fit(&sheet, styles: styles).isEmpty)
        // 20 characters of width hold 9 letters of 10 points: 4 lines.
        #expect(try #require(sheet.rows[0]?.height) >= 4 * 14.8)
        let first = sheet.rows[0]?.height
        #expect(RowHeights.fit(&sheet, styles: styles).isEmpty)
        #expect(sheet.rows[0]?.height == first)
    }

    @Test func mergedColumnsGiveMoreRoomAndMergedRowsShareTheHeight() throws {
        let text = String(repeating: "字", count: 60)
        var (wide, styles) = sheet(text, at: "A1:C1")
        _ = RowHeights.fit(&wide, styles: styles)
        var (narrow, _) = sheet(text, at: "A1")
        _ = RowHeights.fit(&narrow, styles: styles)
        #expect(try #require(wide.rows[0]?.height) < (try #require(narrow.rows[0]?.height)) / 2)
        var (tall, _) = sheet(text, at: "A1:A4")
        _ = RowHeights.fit(&tall, styles: styles)
        let sum = (0..<4).reduce(0.0) { $0 + (tall.rows[$1]?.height ?? tall.defaultRowHeight) }
        #expect(sum >= (try #require(narrow.rows[0]?.height)) - 1)
    }

    @Test func namesWhatNoRowCanHold() {
        var (sheet, styles) = sheet(String(repeating: "字", count: 600), at: "B2")
        #expect(RowHeights.fit(&sheet, styles: styles).map(\.description) == ["B2"])
        #expect(sheet.rows[1]?.height == RowHeights.maximum)
    }
}
