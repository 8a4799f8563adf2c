import Assessment
import Spreadsheet
import Testing

@testable import FormFilling

/// Small sheets, each with one thing that would be cut.
@Suite struct PaperFitTests {
    /// A sheet of one row, B2 as given, C2 filled; A4, columns of 20.
    private func workbook(
        _ cell: Cell, width: Double = 20, change: (inout CellStyle) -> Void = { _ in }
    ) -> Workbook {
        var style = CellStyle()
        style.font.size = 10
        change(&style)
        var sheet = Sheet(name: "表")
        sheet.page.paper = 9
        for column in 0..<4 { sheet.columns[column] = ColumnLayout(width: 20) }
        sheet.columns[1] = ColumnLayout(width: width)
        var cell = cell
        cell.style = 1
        sheet[1, 0] = Cell(text: "标签")
        sheet[1, 1] = cell
        sheet[1, 2] = Cell(text: "右邻")
        return Workbook(fileName: "表.xlsx", sheets: [sheet], styles: [CellStyle(), style])
    }

    private func number(_ shown: String, _ value: Int) -> Cell { Cell(value: .number(.init(value)), shown: shown) }

    private func cut(_ workbook: Workbook) -> [String] {
        PaperCheck.cut(in: workbook).map { "\($0.source.cell?.description ?? "") \($0.cause.rawValue)" }
    }

    @Test(arguments: [
        ("短", 20.0, [String]()), ("一个比二十个字符还要宽得多的标签文字", 20, ["B2 too-wide"]), ("一行\n两行\n三行", 20, ["B2 too-tall"]),
    ])
    func textsAreCheckedAndMended(text: String, width: Double, before: [String]) {
        var book = workbook(Cell(text: text), width: width) { $0.alignment.wraps = text.contains("\n") }
        #expect(cut(book) == before)
        var fit = PaperFit()
        fit.fit(&book)
        #expect(cut(book) == [])
        #expect(book.sheets[0][1, 1]?.shown == text)
    }

    @Test func aTextMayRunOnOverEmptyCellsButNotOverFilledOnes() {
        var book = workbook(Cell(text: "一个比二十个字符还要宽得多的标签文字"))
        #expect(cut(book) == ["B2 too-wide"])
        book.sheets[0][1, 2] = Cell(text: "", style: 0)
        #expect(cut(book) == [])
        book.sheets[0].page.printArea = CellRange("A1:B2")
        #expect(cut(book) == ["B2 too-wide"])
        book.sheets[0].page.printArea = nil
        book.sheets[0].merges = [CellRange("B2:B3")].compactMap { $0 }
        #expect(cut(book) == ["B2 too-wide"])
    }

    @Test(arguments: [
        // Shown, column width, format, whether it can be helped.
        ("13,628,965.89", 12.0, "#,##0.00", true), ("13,628,965.89", 3, "#,##0.00", false),
        ("0.0900000762939453", 12, "General", true),
        ("123456789012", 11, "General", true),
    ])
    func numbersAreSetSmallerOrReported(shown: String, width: Double, format: String, isHelped: Bool) {
        var book = workbook(number(shown, 1), width: width) { $0.numberFormat = format }
        let wasCut = format != "General" || !shown.contains(".")
        #expect(cut(book) == (wasCut ? ["B2 number-too-wide"] : []))
        var fit = PaperFit()
        fit.fit(&book)
        #expect(cut(book) == (isHelped ? [] : ["B2 number-too-wide"]))
        let style = book.styles[book.sheets[0][1, 1]?.style ?? 0]
        #expect(style.font.size >= 8 && (style.font.size < 10) == (wasCut && isHelped))
        #expect(!style.alignment.wraps)
    }

    @Test(arguments: [90, -90, 255, 45])
    func turnedLettersGetTheirHeight(rotation: Int) {
        var book = workbook(Cell(text: "年度绩效指标完成情况")) { $0.alignment.rotation = rotation }
        #expect(cut(book) == ["B2 too-tall"])
        var fit = PaperFit()
        fit.fit(&book)
        #expect(cut(book) == [])
        #expect((book.sheets[0].rows[1]?.height ?? 0) > 70)
    }

    @Test func aTextTallerThanARowGoesOnBelow() throws {
        let text = (0..<400).map { "第\($0)项工作按计划完成，" }.joined()
        var book = workbook(Cell(text: text)) { $0.alignment.wraps = true }
        book.sheets[0][2, 3] = Cell(value: .number(1), shown: "1", formula: "D2+D3", style: 0)
        book.sheets[0].merges = [CellRange("A2:A3")].compactMap { $0 }
        var fit = PaperFit()
        fit.fit(&book)
        let sheet = book.sheets[0]
        let moved = fit.continuation.moved(2)
        #expect(moved > 3 && fit.continuation.moved(1) == 1)
        #expect((1..<moved).reduce("") { $0 + (sheet[$1, 1]?.shown ?? "") } == text)
        #expect(sheet[moved, 3]?.formula == "D2+D\(moved + 1)")
        #expect(sheet.merges == [CellRange("A2:A\(moved + 1)")].compactMap { $0 })
        #expect((1..<moved).allSatisfy { (sheet.rows[$0]?.height ?? 0) <= PageRoom.highestRow })
        #expect(cut(book) == [])
        #expect(fit.notes.count == 1)
    }

    @Test func theLabelOfARowThatGoesOnSaysSo() {
        let text = String(repeating: "很长的完成情况说明，", count: 300)
        var book = workbook(Cell(text: text)) { $0.alignment.wraps = true }
        var fit = PaperFit()
        fit.fit(&book)
        #expect(book.sheets[0][1, 0]?.shown == "标签")
        #expect(book.sheets[0][2, 0]?.shown == "（续）")
        #expect(book.sheets[0][2, 2]?.shown == "")
    }

    @Test func inTheIndicatorsTheNameGoesOnAndLevelLabelsGrow() {
        let text = String(repeating: "很长的原因，", count: 500)
        var book = workbook(Cell(text: "数量指标"))
        book.sheets[0][1, 3] = Cell(text: text, style: 1)
        book.styles[1].alignment.wraps = true
        var fit = PaperFit(continuation: ContinuationRows(items: 1...1, levelColumns: [0, 1], nameColumn: 2))
        fit.fit(&book)
        let last = fit.continuation.moved(2)
        #expect(last > 2)
        #expect(book.sheets[0].merges.map(\.description).sorted() == ["A2:A\(last)", "B2:B\(last)"])
        #expect(book.sheets[0][2, 2]?.shown == "（续）")
    }

    @Test func whatCanNotGoOnIsReported() {
        let text = String(repeating: "很长的原因，", count: 900)
        var book = workbook(Cell(text: text)) { $0.alignment.wraps = true }
        book.sheets[0].merges = [CellRange("B2:B3")].compactMap { $0 }
        var fit = PaperFit()
        fit.fit(&book)
        #expect(cut(book) == ["B2 too-tall"])
        let found = PaperCheck.cut(in: book)
        #expect(found.first?.source.sheet == "表" && found.first?.source.file == "表.xlsx")
    }

    @Test(
        arguments: [
            // Widths of four columns, font, highest pages: note, fitted height kept.
            (20.0, 10.0, 0, nil, true), (60, 10, 0, "缩到 ", true), (20, 10, 1, nil, true),
        ] as [(Double, Double, Int, String?, Bool)])
    func smallLettersAreSaid(width: Double, size: Double, high: Int, note: String?, isKept: Bool) {
        var book = workbook(Cell(text: "字")) { $0.font.size = size }
        book.styles[0].font.size = size
        for column in 0..<4 { book.sheets[0].columns[column] = ColumnLayout(width: width) }
        book.sheets[0][1, 3] = Cell(text: "末列", style: 0)
        book.sheets[0].page.fit = (1, high)
        let said = PaperCheck.smallPrint(in: book)
        #expect(note == nil ? said == nil : said?.contains(note ?? "") == true, "\(said ?? "-")")
    }

    @Test func aFormThatHasGrownIsNotPressedOntoOnePage() {
        var book = workbook(Cell(text: "字"))
        for row in 2..<120 { book.sheets[0][row, 0] = Cell(text: "第\(row)行") }
        book.sheets[0].page.fit = (1, 1)
        var fit = PaperFit()
        fit.fit(&book)
        #expect(book.sheets[0].page.fit?.high == 0)
        #expect(fit.notes.count == 1)
    }
}
