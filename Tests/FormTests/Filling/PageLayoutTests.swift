import FormRecognition
import Spreadsheet
import Testing

@testable import FormFilling

/// A form on pages: as few as its letters allow, labels drawn on each, headings whole.
struct PageLayoutTests {
    /// A4 with half an inch at the edges: some 770 points of rows. Row 2 heads the rows below; a label reaches from it to the last but two.
    private func workbook(rows: Int, height: Double, size: Double = 10.5, lines: Int = 1) -> Workbook {
        var style = CellStyle()
        style.font = CellFont()
        style.font.name = "宋体"
        style.font.size = size
        style.alignment.wraps = true
        style.alignment.vertical = .center
        for edge in [\CellBorder.left, \.right, \.top, \.bottom] { style.border[keyPath: edge].style = .thin }
        var inner = style
        inner.border.top = BorderEdge()
        inner.border.bottom = BorderEdge()
        var sheet = Sheet(name: "表")
        sheet.page.paper = 9
        sheet.page.fit = (1, 0)
        (sheet.page.top, sheet.page.bottom, sheet.page.left, sheet.page.right) = (0.5, 0.5, 0.5, 0.5)
        sheet.page.titleRows = 2...2
        for column in 0..<4 { sheet.columns[column] = ColumnLayout(width: 20) }
        for row in 0..<rows {
            sheet.rows[row] = RowLayout(height: height)
            for column in 1..<4 {
                let text = row == 2 ? "表头\(column)" : (0..<lines).map { "第\(row)行\($0)" }.joined(separator: "\n")
                sheet[row, column] = Cell(text: text, style: 1)
            }
            sheet[row, 0] = Cell(text: "", style: 2)
        }
        sheet[2, 0] = Cell(text: "绩效指标", style: 2)
        sheet.merges = [CellRange(CellReference(row: 2, column: 0), CellReference(row: rows - 3, column: 0))]
        return Workbook(fileName: "表.xlsx", sheets: [sheet], styles: [style, style, inner])
    }

    private func layout(_ book: inout Workbook) {
        var layout = PageLayout(headings: [2])
        let last = book.sheets[0].usedRange?.last.row ?? 0
        layout.signed = (last - 1)...last
        layout.fit(&book, sheet: 0)
    }

    @Test(arguments: [
        // Rows, their height, letters, lines in each: pages.
        (20, 30.0, 10.5, 1, 1), (30, 36, 10.5, 1, 1), (40, 18, 10.5, 1, 1), (50, 19.5, 10.5, 1, 2),
        (42, 30, 10.5, 1, 1),
        (30, 60, 10.5, 2, 2), (60, 30, 10.5, 1, 2), (100, 30, 10.5, 1, 3), (41, 20, 10.5, 1, 1),
    ])
    func areFew(rows: Int, height: Double, size: Double, lines: Int, pages: Int) {
        var book = workbook(rows: rows, height: height, size: size, lines: lines)
        layout(&book)
        let sheet = book.sheets[0]
        #expect(sheet.page.rowBreaks.count + 1 == pages)
        #expect(PaperCheck.cut(in: book) == [])
        // All but the last are full, and the signatures stand with two rows of what they sign.
        let room = PageRoom(sheet: sheet, styles: book.styles)
        let starts = [0] + sheet.page.rowBreaks
        let capacity = room.capacities.min() ?? 0
        for (start, end) in zip(starts, starts.dropFirst()) {
            let load = room.height(of: start...(end - 1)) + (start > 2 ? room.repeated : 0)
            #expect(load <= capacity && load >= capacity * 0.83, "\(load) of \(capacity)")
        }
        #expect((starts.last ?? 0) <= rows - 4)
        let smallest = book.styles.indices.map { book.styles[$0].font.size }.min() ?? 0
        #expect(smallest * room.scale() >= 8.9)
    }

    @Test func aLabelIsDrawnOnEachPage() throws {
        var book = workbook(rows: 100, height: 30)
        layout(&book)
        let sheet = book.sheets[0]
        let ends = sheet.page.rowBreaks
        try #require(ends.count == 2)
        // The repeated heading has no letters of it, and each part has its own.
        #expect(sheet[2, 0]?.shown == "")
        #expect([3] + ends == sheet.cells.filter { $0.value.shown == "绩效指标" }.keys.map(\.row).sorted())
        #expect(sheet.merges.map(\.rows) == [3...(ends[0] - 1), ends[0]...(ends[1] - 1), ends[1]...97])
        func border(_ row: Int) -> CellBorder { book.styles[sheet[row, 0]?.style ?? 0].border }
        for end in ends {
            #expect(border(end - 1).bottom.style == .thin && border(end).top.style == .thin)
        }
        // Heading and label look like one cell on the first page.
        #expect(border(2).bottom.style == .none && border(3).top.style == .none)
    }

    @Test func whatAPersonWroteIsNotCut() {
        var book = workbook(rows: 60, height: 30)
        let text = CellReference(row: 30, column: 3)
        book.sheets[0].merges.append(CellRange(text, CellReference(row: 37, column: 3)))
        var layout = PageLayout(headings: [2])
        layout.values = [text]
        layout.fit(&book, sheet: 0)
        #expect(book.sheets[0].page.rowBreaks.allSatisfy { !(31...37).contains($0) })
        #expect(book.sheets[0].merges.contains { $0.first == text && $0.rows.count == 8 })
    }

    /// Paper of unknown size, and a form that is fitted to its own pages, stay as they are.
    @Test(arguments: [nil, 9]) func isLeftAlone(paper: Int?) {
        var book = workbook(rows: 60, height: 30)
        book.sheets[0].page.paper = paper
        if paper != nil { book.sheets[0].page.fit = (1, 2) }
        let before = book.sheets[0]
        layout(&book)
        #expect(book.sheets[0].rows == before.rows && book.sheets[0].page == before.page)
        #expect(book.sheets[0].merges == before.merges)
    }
}
