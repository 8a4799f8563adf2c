import Testing

@testable import Spreadsheet

@Suite struct RowHeightsTests {
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

    private func fitted(_ text: String, at cells: String) -> Sheet {
        var (sheet, styles) = sheet(text, at: cells)
        RowHeights.fit(&sheet, styles: styles)
        return sheet
    }

    @Test func raisesARowToItsText() throws {
        var (sheet, styles) = sheet(String(repeating: "字", count: 30), at: "A1")
        RowHeights.fit(&sheet, styles: styles)
        // 20 characters of width hold 9 letters of 10 points: 4 lines.
        let first = try #require(sheet.rows[0]?.height)
        #expect(first >= 4 * 14.8)
        RowHeights.fit(&sheet, styles: styles)
        #expect(sheet.rows[0]?.height == first)
    }

    @Test func mergedColumnsGiveMoreRoomAndMergedRowsShareTheHeight() throws {
        let text = String(repeating: "字", count: 60)
        let narrow = try #require(fitted(text, at: "A1").rows[0]?.height)
        #expect(try #require(fitted(text, at: "A1:C1").rows[0]?.height) < narrow / 2)
        let tall = fitted(text, at: "A1:A4")
        #expect((0..<4).reduce(0.0) { $0 + (tall.rows[$1]?.height ?? tall.defaultRowHeight) } >= narrow - 1)
        #expect(Set((0..<4).map { tall.rows[$0]?.height }).count == 1)
    }

    @Test func whatOneRowOfARangeCanNotTakeTheOthersDo() throws {
        var (sheet, styles) = sheet(String(repeating: "字", count: 340), at: "A1:A2")
        sheet.rows[0] = RowLayout(height: 300)
        RowHeights.fit(&sheet, styles: styles)
        let heights = [0, 1].map { sheet.rows[$0]?.height ?? 0 }
        #expect(heights.allSatisfy { $0 <= PageRoom.highestRow })
        #expect(heights.reduce(0, +) >= 38 * 14.8)
    }

    @Test func hiddenRowsAndColumnsTakeNothing() {
        var (sheet, styles) = sheet(String(repeating: "字", count: 60), at: "A1:A3")
        sheet.rows[1] = RowLayout(height: 15, hidden: true)
        sheet[0, 1] = Cell(text: String(repeating: "字", count: 900), style: 1)
        sheet.columns[1] = ColumnLayout(width: 20, hidden: true)
        RowHeights.fit(&sheet, styles: styles)
        #expect(sheet.rows[1]?.height == 15)
        #expect((sheet.rows[0]?.height ?? 0) < 120)
    }
}
