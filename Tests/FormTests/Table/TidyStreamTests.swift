import FormRecognition
import Spreadsheet
import Testing

/// A filter of rows: it gives on what it knows.
struct TidyStreamTests {
    @Test func keepsNoMoreThanItsLookAhead() throws {
        var given = 0
        let tidier = try TableTidier(
            file: "表.csv", sheet: nil, merges: [], labels: Repository.templates.labels(), options: TidyOptions()
        ) { _ in given += 1 }
        try tidier.add(SheetRow(number: 0, cells: TableGrid.cells("日期|摘要|金额")))
        for number in 1..<20_000 {
            // One row in ten is alone in its row, and might be a note.
            try tidier.add(
                SheetRow(number: number, cells: TableGrid.cells(number % 10 == 0 ? "无金额" : "2022-01-05|办公费|1.00")))
            #expect(number < 999 ? given == 0 : number + 1 - given <= 101)
        }
        let report = try tidier.finish()
        #expect(given == 20_000)
        #expect(report.dataRows == 19_999)
    }

    @Test func manyRowsAloneAreNotKept() throws {
        var given = 0
        let tidier = try TableTidier(
            file: "表.csv", sheet: nil, merges: [], labels: Repository.templates.labels(), options: TidyOptions()
        ) { _ in given += 1 }
        try tidier.add(SheetRow(number: 0, cells: TableGrid.cells("日期|摘要|金额")))
        try tidier.add(SheetRow(number: 1, cells: TableGrid.cells("2022-01-05|办公费|1.00")))
        for number in 2..<5000 { try tidier.add(SheetRow(number: number, cells: [Cell(text: "某某")])) }
        #expect(given > 4800)
        _ = try tidier.finish()
        #expect(given == 5000)
    }

    @Test func zerosBeforeDigitsAreSafeBeyondTheLookAhead() throws {
        var last: [Cell?] = []
        let tidier = try TableTidier(
            file: "表.csv", sheet: nil, merges: [], labels: Repository.templates.labels(), options: TidyOptions()
        ) { last = $0.cells }
        try tidier.add(SheetRow(number: 0, cells: TableGrid.cells("名称|数目")))
        for number in 1...1500 { try tidier.add(SheetRow(number: number, cells: TableGrid.cells("甲|\(number)"))) }
        try tidier.add(SheetRow(number: 1501, cells: TableGrid.cells("乙|0012||多")))
        let report = try tidier.finish()
        #expect(last.map(TableGrid.text) == ["乙", "0012"])
        #expect(report.misfits.first?.first.description == "B1502")
        #expect(report.outsideRows == [1501])
    }

    @Test func longListsOfRowsAreCut() throws {
        var text = "名称|数量|金额\n"
        for _ in 0..<30 { text += "甲|1|1\n小计|1|1\n" }
        let report = try TableGrid(text).report
        let line = report.lines.first { $0.hasPrefix("小计") }
        #expect(line == "小计、合计：第 " + (0..<20).map { "\($0 * 2 + 3)" }.joined(separator: "、") + " 等 30 行")
    }

    @Test func titlesOfPagesThatDifferAreSaid() throws {
        let table = try TableGrid(
            """
            科目：1001 库存现金||第 1 页
            日期|摘要|金额
            2022-01-05|办公费|1.00
            科目：1002 银行存款||第 2 页
            日期|摘要|金额
            2022-01-06|邮费|2.00
            科目：1002 银行存款||第 3 页
            日期|摘要|金额
            2022-01-07|邮费|3.00
            """)
        #expect(table.rows[1...] == ["@2022-01-05|办公费|#1", "@2022-01-06|邮费|#2", "@2022-01-07|邮费|#3"])
        #expect(table.report.droppedRows[.repeatedHeading] == [3, 4, 6, 7])
        #expect(
            table.report.lines.contains("各页标题不同：第 4 行“科目:1002 银行存款 第 2 页”、第 7 行“科目:1002 银行存款 第 3 页”"))
    }
}
