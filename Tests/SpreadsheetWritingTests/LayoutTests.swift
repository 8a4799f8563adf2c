import Foundation
import Spreadsheet
import Testing

@testable import SpreadsheetWriting

@Suite struct LayoutTests {
    private let lined = CellStyle.with {
        $0.border.left.style = .thin
        $0.border.right.style = .thin
        $0.border.top.style = .thin
        $0.border.bottom.style = .thin
    }

    @Test func widthsAreThoseOfTheFile() throws {
        // Widths as Excel writes them with 7 and 8 pixels a digit, and some odd ones; neighbours that are the same too.
        let widths = [8.43, 9.140625, 9, 9.375, 13.625, 13.625, 0.5, 1, 2.7109375, 100.25, 255, 12.5]
        var sheet = Sheet(name: "表")
        for (column, width) in widths.enumerated() { sheet.columns[column] = ColumnLayout(width: width) }
        let part = try Judge.part("xl/worksheets/sheet1.xml", of: Workbook(fileName: "试.xlsx", sheets: [sheet]))
        for (column, width) in widths.enumerated() {
            let text = width == width.rounded() ? "\(Int(width))" : "\(width)"
            #expect(
                part.contains("<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(text)\" customWidth=\"1\"/>"))
        }
        let judged = try Judge.written(sheet)
        for (column, width) in widths.enumerated() {
            // openpyxl names neighbours of the same width by the first of them.
            guard let read = judged.widths[CellReference.letters(ofColumn: column)] else { continue }
            #expect(abs(read - width) <= 0.01)
        }
        #expect(judged.widths.count >= widths.count - 1)
    }

    @Test func columnsAreHiddenAndStyled() throws {
        var sheet = Sheet(name: "表")
        sheet.columns[0] = ColumnLayout(width: 5, hidden: true)
        sheet.columns[1] = ColumnLayout(hidden: true)
        sheet.columns[3] = ColumnLayout(width: 20, style: 1)
        sheet["D1"] = Cell(text: "无框")
        let book = Workbook(fileName: "试.xlsx", sheets: [sheet], styles: [CellStyle(), lined])
        let judged = try #require(try Judge.written(book).sheets.first)
        #expect(judged.hiddenColumns == ["A", "B"])
        #expect(judged.widths["A"] == 5)
        // A cell of the default style does not take on the column's.
        #expect(judged.cells["D1"]?.border["left"]?.style == "none")
        let part = try Judge.part("xl/worksheets/sheet1.xml", of: book)
        #expect(part.contains("<col min=\"4\" max=\"4\" width=\"20\" style=\"1\" customWidth=\"1\"/>"))
    }

    @Test func heightsAreThoseOfTheFile() throws {
        let heights: [Double] = [15, 13.5, 14.25, 22.75, 60, 409.5, 16]
        var sheet = Sheet(name: "表")
        for (row, height) in heights.enumerated() { sheet.rows[row] = RowLayout(height: height) }
        sheet.rows[10] = RowLayout(hidden: true)
        sheet.rows[11] = RowLayout(height: 30, hidden: true)
        sheet["A1"] = Cell(text: "一")
        sheet["A9"] = Cell(text: "自己的高度")
        let judged = try Judge.written(sheet)
        for (row, height) in heights.enumerated() { #expect(judged.heights["\(row + 1)"] == height) }
        #expect(judged.heights["9"] == nil)
        #expect(judged.hiddenRows == [11, 12])
        #expect(judged.heights["12"] == 30)
    }

    @Test(arguments: [(13.5, false), (15, false), (14.25, false), (20, true), (30, true)])
    func defaultRowHeight(_ height: Double, _ custom: Bool) throws {
        var sheet = Sheet(name: "表")
        sheet.defaultRowHeight = height
        sheet.defaultColumnWidth = 9
        sheet["A1"] = Cell(text: "一")
        sheet.rows[1] = RowLayout(height: height)
        let judged = try Judge.written(sheet)
        #expect(judged.defaultHeight == height)
        #expect(judged.defaultWidth == 9)
        #expect(judged.heights == ["2": height])
        let part = try Judge.part("xl/worksheets/sheet1.xml", of: Workbook(fileName: "试.xlsx", sheets: [sheet]))
        let format = try #require(part.range(of: "<sheetFormatPr[^>]*>", options: .regularExpression))
        #expect(part[format].contains("customHeight=\"1\"") == custom)
    }

    @Test func mergesKeepContentAndEveryBorder() throws {
        var sheet = Sheet(name: "表")
        sheet["B2"] = Cell(text: "标题", style: 1)
        sheet["C2"] = Cell(text: "", style: 2)
        sheet["B3"] = Cell(text: "", style: 1)
        // C3 has no style of its own and takes the first cell's.
        sheet["E5"] = .number("3", formula: "1+2", style: 1)
        sheet["E6"] = Cell(text: "", style: 2)
        sheet.merges = [CellRange("B2:C3"), CellRange("E5:E6"), CellRange("G1")].compactMap { $0 }
        let thick = CellStyle.with { $0.border.right.style = .thick }
        let book = Workbook(fileName: "试.xlsx", sheets: [sheet], styles: [CellStyle(), lined, thick])
        let judged = try #require(try Judge.written(book).sheets.first)
        #expect(judged.merges == ["B2:C3", "E5:E6"])
        #expect(judged.cells["B2"]?.value == "标题")
        #expect(judged.cells["E5"]?.value == "=1+2")
        // openpyxl draws a merged range's edges anew from its first cell, so the covered cells are read in the part.
        let part = try Judge.part("xl/worksheets/sheet1.xml", of: book)
        for text in [
            "<c r=\"B2\" s=\"1\" t=\"s\">", "<c r=\"C2\" s=\"2\"/>", "<c r=\"B3\" s=\"1\"/>", "<c r=\"C3\" s=\"1\"/>",
        ] {
            #expect(part.contains(text), "\(text)")
        }
        #expect(part.contains("<c r=\"E6\" s=\"2\"/>"))
    }

    @Test func aMergeOfWholeColumnsIsNotFilledCellByCell() throws {
        var sheet = Sheet(name: "表")
        sheet["A1"] = Cell(text: "一", style: 1)
        sheet["A3"] = Cell(text: "", style: 1)
        sheet.merges = [CellRange(CellReference(row: 0, column: 0), CellReference(row: 1_048_575, column: 99))]
        let book = Workbook(fileName: "试.xlsx", sheets: [sheet], styles: [CellStyle(), lined])
        let part = try Judge.part("xl/worksheets/sheet1.xml", of: book)
        #expect(part.components(separatedBy: "<c r=").count - 1 == 3)
    }

    @Test func pageSetup() throws {
        var sheet = Sheet(name: "自评表")
        sheet["A1"] = Cell(text: "一")
        sheet.page.paper = 9
        sheet.page.landscape = true
        sheet.page.fit = (wide: 1, high: 0)
        sheet.page.left = 0.51
        sheet.page.right = 0.52
        sheet.page.top = 0.53
        sheet.page.bottom = 0.54
        sheet.page.headerMargin = 0.21
        sheet.page.footerMargin = 0.22
        sheet.page.header = "&C自评表 && 说明"
        sheet.page.footer = "&C第 &P 页，共 &N 页&G"
        sheet.page.centeredHorizontally = true
        sheet.page.centeredVertically = true
        sheet.page.printArea = CellRange("A1:H40")
        sheet.page.titleRows = 1...3
        sheet.page.rowBreaks = [30, 12, 12, 0]
        sheet.frozenAt = CellReference("C4")
        sheet.showsGridlines = false
        sheet.zoom = 85
        let judged = try Judge.written(sheet)
        #expect(judged.paper == 9)
        #expect(judged.orientation == "landscape")
        #expect(judged.fit == [1, 0])
        #expect(judged.margins == [0.51, 0.52, 0.53, 0.54, 0.21, 0.22])
        #expect(judged.header == "自评表 && 说明")
        let part = try Judge.part("xl/worksheets/sheet1.xml", of: Workbook(fileName: "试.xlsx", sheets: [sheet]))
        #expect(part.contains("<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>"))
        #expect(judged.centered == [true, true])
        #expect(judged.printArea == "$A$1:$H$40")
        #expect(judged.titleRows == "$2:$4")
        #expect(judged.breaks == [12, 30])
        #expect(judged.frozen == "C4")
        #expect(!judged.gridlines)
        #expect(judged.zoom == 85)
    }

    @Test func pageDefaults() throws {
        var sheet = Sheet(name: "表")
        sheet["A1"] = Cell(text: "一")
        let judged = try Judge.written(sheet)
        #expect(judged.paper == nil)
        #expect(judged.orientation == "portrait")
        #expect(judged.fit == nil)
        #expect(judged.margins == [0.7, 0.7, 0.75, 0.75, 0.3, 0.3])
        #expect(judged.printArea == nil)
        #expect(judged.breaks.isEmpty)
        #expect(judged.frozen == nil)
        #expect(judged.gridlines)
        #expect(judged.zoom == 100)
    }

    @Test(arguments: [(wide: 1, high: 1), (wide: 0, high: 2), (wide: 2, high: 3)])
    func fit(_ fit: (wide: Int, high: Int)) throws {
        var sheet = Sheet(name: "表")
        sheet.page.fit = fit
        #expect(try Judge.written(sheet).fit == [fit.wide, fit.high])
    }

    @Test func scaleAndOddPaper() throws {
        var sheet = Sheet(name: "表")
        sheet.page.scale = 85
        sheet.page.paper = 300
        let judged = try Judge.written(sheet)
        #expect(judged.scale == 85)
        #expect(judged.fit == nil)
        #expect(judged.paper == 300)
    }

    @Test(arguments: ["A2", "B1", "C3"])
    func frozen(_ cell: String) throws {
        var sheet = Sheet(name: "表")
        sheet.frozenAt = CellReference(cell)
        #expect(try Judge.written(sheet).frozen == cell)
    }
}
