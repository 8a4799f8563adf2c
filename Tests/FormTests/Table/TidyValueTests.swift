import FormRecognition
import Foundation
import Spreadsheet
import Testing

/// Numbers, dates and codes in their columns.
struct TidyValueTests {
    /// What becomes of one cell in a column of plain amounts.
    private func amount(_ text: String) throws -> String {
        let rows = try TableGrid("名称|金额\n甲|1.00\n乙|2.00\n丙|3.00\n丁|\(text)").rows
        return String(rows[4].dropFirst(2))
    }

    @Test(arguments: [
        ("1,234.50", "#1234.5"), ("１２３", "#123"), ("(1,234.50)", "#-1234.5"), ("（1,234.50）", "#-1234.5"),
        ("-1,234.50", "#-1234.5"), ("1234.50-", "#-1234.5"), ("¥1,234.50", "#1234.5"), ("￥-0.10", "#-0.1"),
        ("−5", "#-5"), ("94.26%", "#0.9426"), ("94.26％", "#0.9426"), ("#94.26%", "#0.9426"), ("—", ""), ("-", ""),
        ("/", ""), ("\u{A0}12.00 ", "#12"), ("0.10", "#0.1"), ("1,234,567,890.12", "#1234567890.12"),
        // Not numbers of this column: kept as they are.
        ("约10", "约10"), ("12,34", "12,34"), ("1,2345.0", "1,2345.0"),
        (",123", ",123"), ("007", "007"), ("6222020200012345678", "6222020200012345678"),
        ("无", "无"), ("1.23E+05", "1.23E+05"), ("--5", "--5"), ("(-5)", "(-5)"),
    ])
    func numbers(text: String, expected: String) throws {
        #expect(try amount(text) == expected)
    }

    @Test func whatDoesNotFitIsSaid() throws {
        let table = try TableGrid("名称|金额\n甲|1.00\n乙|待定\n丙|3.00\n丁|另议\n戊|3.00")
        #expect(table.report.lines.last == "不是数字的内容原样保留：金额 2 格，最先在 B3（“待定”）")
    }

    /// One odd cell does not stop a column of numbers, nor does a heading that sounds like codes (号): no code has commas between its thousands.
    @Test(arguments: ["带逗号", "金额", "数量"])
    func oneOddCellIsLeftAndNamed(heading: String) throws {
        let table = try TableGrid("名称|\(heading)\n甲|1,000\n乙|12,34\n丙|1,234,567.89")
        #expect(table.rows[1...] == ["甲|#1000", "乙|12,34", "丙|#1234567.89"])
        #expect(table.report.lines.last == "不是数字的内容原样保留：\(heading) 1 格，最先在 B3（“12,34”）")
    }

    @Test func codesStayCodes() throws {
        let table = try TableGrid("名称|编号\n甲|1000\n乙|1234\n丙|2000")
        #expect(table.rows[1...] == ["甲|1000", "乙|1234", "丙|2000"])
    }

    @Test(arguments: [
        ("2021年12月5日", "@2021-12-05"), ("2021年12月", "2021-12"), ("2021.12.31", "@2021-12-31"),
        ("2021/12/31", "@2021-12-31"), ("2021-12-31", "@2021-12-31"), ("20211231", "@2021-12-31"),
        ("#20211231", "@2021-12-31"), ("@44561", "@2021-12-31"), ("2021-12-31 08:15:00", "@2021-12-31T08:15:00"),
        ("2021/1/5 8:15", "@2021-01-05T08:15:00"), ("2021-12", "2021-12"), ("2021.12", "2021-12"),
        ("２０２１-1-2", "@2021-01-02"),
        ("@44561.34375", "@2021-12-31T08:15:00"), ("2021-02-30", "2021-02-30"), ("月底", "月底"),
    ])
    func dates(text: String, expected: String) throws {
        let rows = try TableGrid("记账日期|摘要|金额\n2021-01-01|甲|1\n2021-01-02|乙|2\n2021-01-03|丙|2\n\(text)|丁|3").rows
        #expect(rows[4] == "\(expected)|丁|#3")
    }

    @Test func numbersLikeDatesStayNumbersWithoutSuchAHeading() throws {
        let table = try TableGrid("名称|金额\n甲|2021.12\n乙|20211231\n丙|2022.05")
        #expect(table.rows[1...] == ["甲|#2021.12", "乙|#20211231", "丙|#2022.05"])
    }

    @Test func datesKeepTheirSerialNumber() throws {
        var cells: [Cell?] = []
        let tidier = try TableTidier(
            file: "表.csv", sheet: nil, merges: [], labels: Repository.templates.labels(), options: TidyOptions()
        ) { cells = $0.cells }
        try tidier.add(SheetRow(number: 0, cells: TableGrid.cells("日期|金额")))
        try tidier.add(SheetRow(number: 1, cells: TableGrid.cells("2021-12-31 12:00:00|1")))
        _ = try tidier.finish()
        guard case .date(let date)? = cells.first??.value else {
            Issue.record("no date")
            return
        }
        #expect(date.serial == 44561.5)
    }

    @Test func codesKeepTheirDigits() throws {
        let table = try TableGrid(
            """
            科目编码|部门|流水|卡|金额
            2130101|001|#15|6222020200012345678|1.5
            #2130102|002|0016|6222020200012345679|2
            ="0012"|101|17|6222020200012345670|3
            """)
        #expect(
            table.rows[1...] == [
                "2130101|001|15|6222020200012345678|#1.5", "2130102|002|0016|6222020200012345679|#2",
                "0012|101|17|6222020200012345670|#3",
            ])
        #expect(table.report.kinds == [.code, .code, .code, .code, .amount])
        #expect(table.report.misfits.isEmpty)
    }

    @Test func formulasWithoutValueAreSaid() throws {
        var rows: [SheetRow] = []
        let tidier = try TableTidier(
            file: "表.xlsx", sheet: "表", merges: [], labels: Repository.templates.labels(), options: TidyOptions()
        ) { rows.append($0) }
        try tidier.add(SheetRow(number: 0, cells: TableGrid.cells("名称|金额|备注")))
        try tidier.add(SheetRow(number: 1, cells: TableGrid.cells("甲|1|x")))
        let formula = Cell(value: .empty, shown: "", formula: "B2*2", lacksCachedValue: true)
        try tidier.add(SheetRow(number: 2, cells: [Cell(text: "乙"), formula, Cell(text: "y")]))
        let report = try tidier.finish()
        #expect(report.formulasWithoutValue == 1)
        #expect(rows[2].cells[1] == nil)
    }
}
