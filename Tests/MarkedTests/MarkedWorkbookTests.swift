import Assessment
import Foundation
import Reports
import Spreadsheet
import SpreadsheetReading
import SpreadsheetWriting
import Testing

@Suite struct MarkedWorkbookTests {
    private typealias Fixture = MarkedFixture

    @Test func theListNamesEveryFindingAndLeadsToItsCell() throws {
        let book = try Fixture.saved(
            Fixture.marked([
                Fixture.finding(), Fixture.finding("STR-01", .explain, cell: nil),
                Fixture.finding("BUD-01", .note, sheet: nil, cell: "B9", file: "预算.csv"),
            ]))
        let list = try #require(book.sheets.first)
        #expect(list.name == "核对结果")
        #expect(book.activeSheet == 0)
        #expect(list["A1"]?.shown == "自评表核对结果")
        #expect(list["A2"]?.shown == "结论：暂不能报送。")
        #expect(list.texts(row: 3) == ["序号", "级别", "位置", "指标", "现填", "应为", "问题", "依据", "怎么改", "说明"])
        #expect(
            list.texts(row: 4) == [
                "1", "必须改正", "C2（自评 表）", "数量指标", "11", "不超过 10", "得分超过分值（SCO-01）", "本工具约定", "改正得分", "",
            ])
        #expect(list.texts(row: 5)[1...2] == ["需要说明", "自评 表"])
        #expect(list.texts(row: 6)[2] == "预算.csv B9")
        #expect(list.hyperlinks.map(\.location) == ["'自评 表'!C2", "'自评 表'!A1"])
        #expect(list.filter?[attribute: "ref"] == "A4:J7")
        #expect(list.frozenAt == CellReference("A5"))
        #expect(list.page.titleRows == 3...3)
        #expect(list.page.landscape && list.page.paper == 9)
        #expect(list.page.fit?.wide == 1 && list.page.fit?.high == 0)
    }

    @Test(
        "The strongest level colours a cell",
        arguments: [
            ([Finding.Level.must], "FFC7CE"), ([.explain], "FFE0A6"), ([.note], "DCEBFA"),
            ([.note, .must, .explain], "FFC7CE"),
            ([.note, .explain], "FFE0A6"),
        ])
    func colours(_ levels: [Finding.Level], _ fill: String) {
        let book = Fixture.marked(levels.map { Fixture.finding("SCO-01", $0) })
        #expect(book.style(1, "C2")?.fill == fill)
        #expect(book.style(1, "C2")?.border.left.style == .thin)
        let comment = book.sheets[1].comments[CellReference(row: 1, column: 2)]
        #expect(comment?.text.components(separatedBy: "得分超过分值").count == levels.count + 1)
    }

    @Test func aCommentOfThePersonStaysBeforeWhatWasFound() throws {
        let book = try Fixture.saved(Fixture.marked([Fixture.finding(cell: "B2")]))
        let comment = try #require(book.sheets[1].comments[CellReference(row: 1, column: 1)])
        #expect(comment.author == "张三")
        #expect(comment.text.hasPrefix("张三:\n请复核\n────"))
        #expect(comment.text.contains("【必须改正】SCO-01"))
        #expect(comment.text.contains("怎么改：改正得分"))
        #expect(comment.isVisible)
    }

    @Test(
        "A finding in a merge marks its first cell, one where nothing stands makes a cell",
        arguments: [
            ("B1", "A1"), ("D9", "D9"),
        ])
    func placesOfMarks(_ cell: String, _ marked: String) {
        let book = Fixture.marked([Fixture.finding(cell: cell)])
        #expect(book.style(1, marked)?.fill == "FFC7CE")
        if marked != cell { #expect(book.style(1, cell)?.fill != "FFC7CE") }
    }

    @Test func marksGoAgainExactly() throws {
        let before = try Fixture.saved(Fixture.form())
        let findings = ["A1", "A2", "B2", "C2", "D9"].map { Fixture.finding(cell: $0) }
        let marked = try Fixture.saved(Fixture.marked(findings, of: before))
        #expect(MarkedWorkbook.isMarked(marked))
        #expect(!MarkedWorkbook.isMarked(before))
        let after = MarkedWorkbook.unmarked(marked)
        #expect(!MarkedWorkbook.isMarked(after))
        #expect(after.sheets.map(\.name) == before.sheets.map(\.name))
        #expect(after.activeSheet == before.activeSheet)
        #expect(after.names == before.names)
        for (one, two) in zip(before.sheets, after.sheets) {
            #expect(one.cells.keys.sorted() == two.cells.keys.sorted())
            for (place, cell) in one.cells {
                #expect(two[place]?.value == cell.value)
                #expect(two[place].map { after.styles[$0.style] } == before.styles[cell.style], "\(place)")
            }
            #expect(one.comments == two.comments)
            #expect(one.merges == two.merges)
        }
    }

    @Test func markingAgainIsAsMarkingOnce() throws {
        let once = try Fixture.saved(Fixture.marked([Fixture.finding(), Fixture.finding(cell: "B2")]))
        let twice = try Fixture.saved(Fixture.marked([Fixture.finding()], of: once))
        let fresh = try Fixture.saved(Fixture.marked([Fixture.finding()], of: Fixture.saved(Fixture.form())))
        #expect(twice.sheets.map(\.name) == fresh.sheets.map(\.name))
        for (one, two) in zip(twice.sheets, fresh.sheets) {
            #expect(one.cells.mapValues(\.shown) == two.cells.mapValues(\.shown))
            #expect(one.comments == two.comments)
        }
        #expect(twice.style(1, "B2") == fresh.style(1, "B2"))
    }

    @Test func explanationsComeBackWhereRuleAndCellDo() throws {
        var book = try Fixture.saved(
            Fixture.marked([
                Fixture.finding("A-1", cell: "A2"), Fixture.finding("B-2", cell: "B2"),
                Fixture.finding("C-3", cell: nil),
            ]))
        for (row, text) in [(4, "一的说明"), (5, "二的说明"), (6, "三的说明")] {
            book.sheets[0][row, 9]?.value = .text(text)
            book.sheets[0][row, 9]?.shown = text
        }
        // The person sorted the list: rows change places, numbers go along.
        for column in 0..<10 {
            let (one, two) = (book.sheets[0][4, column], book.sheets[0][5, column])
            book.sheets[0][4, column] = two
            book.sheets[0][5, column] = one
        }
        let again = Fixture.marked(
            [
                Fixture.finding("C-3", cell: nil), Fixture.finding("B-2", cell: "C2"),
                Fixture.finding("A-1", cell: "A2"),
            ], of: try Fixture.saved(book))
        #expect((4...6).map { again.sheets[0][$0, 9]?.shown } == ["三的说明", "", "一的说明"])
    }

    @Test func whatThePersonChangedMeanwhileStays() throws {
        var book = try Fixture.saved(Fixture.marked([Fixture.finding(cell: "B2"), Fixture.finding(cell: "C2")]))
        book.sheets[1]["C2"]?.value = .number(10)
        var green = try #require(book.style(1, "B2"))
        green.fill = "00FF00"
        let number = book.index(of: green)
        book.sheets[1]["B2"]?.style = number
        let after = MarkedWorkbook.unmarked(try Fixture.saved(book))
        #expect(after.sheets[0]["C2"]?.value == .number(10))
        #expect(after.style(0, "C2")?.fill == "D9D9D9")
        #expect(after.style(0, "B2")?.fill == "00FF00")
    }

    @Test func aTextFileBecomesAWorkbookWithItsTable() throws {
        let text = "三级指标,得分\n开展普法宣传,11\n"
        let book = try WorkbookReader.read(bytes: Array(text.utf8), fileName: "指标表.csv")
        let finding = Fixture.finding(sheet: nil, cell: "B2", file: "指标表.csv")
        let marked = try Fixture.saved(Fixture.marked([finding], of: book))
        #expect(marked.sheets.map(\.name) == ["核对结果", "指标表", "核对记录"])
        #expect(marked.style(1, "B2")?.fill == "FFC7CE")
        #expect(marked.sheets[0].hyperlinks.first?.location == "'指标表'!B2")
        #expect(marked.sheets[2].visibility == .veryHidden)
    }

    @Test func lossesAndRulesThatDidNotRunAreNamed() {
        var book = Fixture.form()
        book.losses = [WorkbookLoss(what: "数据透视表", sheet: "附表", cell: CellReference("B3"))]
        let marked = MarkedWorkbook.make(
            of: book, findings: [], verdict: "结论：可以报送。",
            notRun: [Evaluation.NotRun(rule: "VAL-08", title: "指标值与申报一致", why: "没有申报表")])
        let texts = marked.sheets[0].cells.values.map(\.shown)
        #expect(texts.contains("数据透视表（〔附表〕B3）"))
        #expect(texts.contains("VAL-08 指标值与申报一致：没有申报表"))
        #expect(texts.contains("没有发现问题"))
        #expect(marked.losses == book.losses)
    }

    @Test func namesThatAreTakenGetANumber() {
        var book = Fixture.form()
        book.sheets[1].name = "核对结果"
        let marked = Fixture.marked([Fixture.finding()], of: book)
        #expect(marked.sheets.map(\.name) == ["核对结果 (2)", "自评 表", "核对结果", "核对记录"])
        #expect(MarkedWorkbook.unmarked(marked).sheets.map(\.name) == ["自评 表", "核对结果"])
    }

    @Test(
        "The copy stands beside its source, never over it",
        arguments: [
            ("表/自评表.xlsx", [String](), [String](), "表/自评表-核对.xlsx"),
            ("自评表.csv", [], [], "自评表-核对.xlsx"),
            ("自评表.xlsx", ["自评表-核对.xlsx"], [], "自评表-核对2.xlsx"),
            ("自评表.xlsx", ["自评表-核对.xlsx"], ["自评表-核对.xlsx"], "自评表-核对.xlsx"),
            ("自评表-核对.xlsx", ["自评表-核对.xlsx"], ["自评表-核对.xlsx"], "自评表-核对2.xlsx"),
            ("自评表-核对2.xlsx", [], [], "自评表-核对.xlsx"),
            ("-核对.xlsx", [], [], "-核对-核对.xlsx"),
        ])
    func names(_ source: String, _ existing: [String], _ marked: [String], _ expected: String) {
        let path = MarkedCopyName.path(
            besides: source, exists: { existing.contains($0) }, isMarked: { marked.contains($0) })
        #expect(path == expected)
    }

    /// Marked copies of real forms, for a person to look at: ZIPINGBIAO_MARKED names the folder of the workbooks.
    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["ZIPINGBIAO_MARKED"] != nil, "ZIPINGBIAO_MARKED names no folder"))
    func samples() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["ZIPINGBIAO_MARKED"])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in names.sorted() where name.hasSuffix(".xlsx") && !name.contains("-核对") {
            let book = try WorkbookReader.read(path: folder + "/" + name)
            let cells = book.sheets[0].cells.filter { $0.value.value != .empty }.keys.sorted()
            let findings = cells.enumerated().filter { $0.offset % 9 == 4 }.map { index, cell in
                Finding(
                    rule: "SCO-0\(index % 9 + 1)", level: Finding.Level.allCases[index % 3],
                    source: Source(file: name, sheet: book.sheets[0].name, cell: cell), subject: "开展普法宣传活动场次",
                    found: book.sheets[0][cell]?.shown ?? "", expected: "不超过 10 分",
                    message: "得分超过了分值，按评分方法应得 9.5 分，印出的是 11 分", citation: "《项目支出绩效评价管理办法》（依据待核）",
                    remedy: "请按评分方法重新计算得分，并在“偏差原因”里说明扣分的原因")
            }
            let marked = MarkedWorkbook.make(
                of: book, findings: findings, verdict: "结论：暂不能报送。必须改正 3 处，需要说明 2 处，提示 4 处（已查 61 条规则，未执行 2 条）",
                notRun: [Evaluation.NotRun(rule: "VAL-08", title: "指标值与申报一致", why: "没有给出绩效目标申报表")])
            let path = MarkedCopyName.path(
                besides: folder + "/" + name, exists: { _ in false }, isMarked: { _ in false })
            try WorkbookWriter.write(marked, to: path, replacing: true)
        }
    }
}
