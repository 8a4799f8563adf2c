import Assessment
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import Testing

@testable import Reports

/// What was not understood, in a marked copy.
struct UnreadMarkTests {
    private static let grey = "D9D9DB"

    private static func place(_ cells: String...) -> UnreadPlace {
        let cells = cells.compactMap { CellReference($0) }
        return UnreadPlace(
            .column, source: Source(file: MarkedFixture.file, sheet: "自评 表", cell: cells[0], text: "得分数"), cells: cells,
            holdsFigures: true, message: "一列数", suggestion: "得分", isBlocking: true)
    }

    private static func marked(_ findings: [Finding] = [], _ unread: [UnreadPlace], of book: Workbook) throws
        -> Workbook
    {
        try MarkedFixture.saved(
            MarkedWorkbook.make(of: book, findings: findings, verdict: "结论：有内容没有读懂，请先确认。", unread: unread))
    }

    @Test func itIsGreyWithOneComment() throws {
        let copy = try Self.marked([], [Self.place("A2", "B2", "C2")], of: MarkedFixture.form())
        for cell in ["A2", "B2", "C2"] { #expect(copy.style(1, cell)?.fill == Self.grey) }
        #expect(copy.style(1, "A1")?.fill == "D9D9D9")
        let comment = try #require(copy.sheets[1].comments[CellReference(row: 1, column: 0)])
        #expect(comment.text.contains("【没有读懂】列\n一列数\n是不是“得分”？\n指定：--column 得分=A；不用它：--ignore 列A"))
        // The person's own comment stays alone.
        #expect(copy.sheets[1].comments[CellReference(row: 1, column: 1)]?.text == "张三:\n请复核")
        let lines = copy.sheets[0].cells.values.map(\.shown)
        #expect(lines.contains("没有发现问题，但有内容没有读懂，见下面") && lines.contains("没有读懂的内容（1 处），已标成灰色"))
        #expect(lines.contains { $0.hasPrefix("1. 列　A2（自评 表）　得分数　一列数　是不是“得分”？") })
        #expect(copy.sheets[0].hyperlinks.contains { $0.location == "'自评 表'!A2" })
    }

    @Test func aFindingGoesBeforeIt() throws {
        let copy = try Self.marked([MarkedFixture.finding()], [Self.place("C2")], of: MarkedFixture.form())
        #expect(copy.style(1, "C2")?.fill == "FFC7CE")
        let text = copy.sheets[1].comments[CellReference(row: 1, column: 2)]?.text ?? ""
        #expect(text.contains("【必须改正】") && text.contains("【没有读懂】"))
    }

    @Test func itGoesAgain() throws {
        let form = try MarkedFixture.saved(MarkedFixture.form())
        let copy = try Self.marked([], [Self.place("A2", "B2", "C2")], of: form)
        let back = MarkedWorkbook.unmarked(copy)
        #expect(back.sheets.map(\.name) == form.sheets.map(\.name))
        for cell in ["A1", "A2", "B2", "C2"] {
            #expect(back.style(0, cell) == form.style(0, cell), "\(cell)")
        }
        #expect(back.sheets[0].comments.keys == form.sheets[0].comments.keys)
    }

    /// Cells without a comment that the person moved lose their grey too.
    @Test func movedCellsGoBackToWhite() throws {
        var copy = try Self.marked([], [Self.place("A2", "C2")], of: MarkedFixture.form())
        copy.sheets[1]["E9"] = copy.sheets[1]["C2"]
        copy.sheets[1]["C2"] = nil
        let back = MarkedWorkbook.unmarked(copy)
        #expect(back.style(0, "E9")?.fill == nil && back.sheets[0]["E9"]?.shown == "11")
    }
}
