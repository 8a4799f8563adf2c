import Foundation
import Spreadsheet
import SpreadsheetReading
import TestArchive
import TestProgram
import Testing

/// `convert`, end to end: what is written, and where.
struct ConvertTests {
    /// Every format to every format, and back to where the comparison is easy.
    @Test(arguments: ["csv", "tsv", "xlsx"], ["csv", "tsv", "xlsx"])
    func everyFormatBecomesEveryOther(from: String, to: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.text.utf8, as: "原.csv")
        #expect(try program.run("convert", "原.csv", "-o", "明细账.\(from)").status == 0)
        let run = try program.run("convert", "明细账.\(from)", "-o", "结果.\(to)")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "已写出：结果.\(to)（4 行）\n")
        #expect(try program.run("convert", "结果.\(to)", "-o", "比.csv").status == 0)
        // 94.26% is 0.9426 once it was a number; all else is as it was.
        let isNumber = from == "xlsx" || to == "xlsx"
        let expected =
            isNumber
            ? Ledger.text.replacing("94.26%", with: "0.9426").replacing("0.00%", with: "0")
                .replacing("100%", with: "1") : Ledger.text
        #expect(program.text("比.csv") == expected)
        #expect(program.names() == ["原.csv", "明细账.\(from)", "比.csv", "结果.\(to)"].sorted() || from == "csv")
    }

    @Test func aWorkbookAndBackIsStable() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.text.utf8, as: "零.csv")
        for (from, to) in [("零.csv", "一.xlsx"), ("一.xlsx", "二.csv"), ("二.csv", "三.xlsx"), ("三.xlsx", "四.csv")] {
            #expect(try program.run("convert", from, "-o", to).status == 0)
        }
        #expect(program.read("二.csv") == program.read("四.csv"))
        #expect(try program.run("convert", "一.xlsx", "-o", "看.csv", "--formatted").status == 0)
        #expect(program.text("看.csv") == Ledger.text)
        // Two lots of the same input are the same bytes.
        #expect(try program.run("convert", "零.csv", "-o", "又.xlsx").status == 0)
        #expect(program.read("又.xlsx") == program.read("一.xlsx"))
    }

    @Test func aWorkbookFromTextKeepsCodesAndText() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.text.utf8, as: "明细账.csv")
        #expect(try program.run("convert", "明细账.csv").status == 0)
        #expect(program.names(in: "Output") == ["明细账.xlsx"])
        let sheet = try WorkbookReader.read(path: program.folder + "/Output/明细账.xlsx").sheets[0]
        #expect(sheet.name == "明细账" && sheet.frozenAt == CellReference(row: 1, column: 0))
        #expect(sheet[1, 0]?.value == .text("000044011200100000001"))
        #expect(sheet[1, 3]?.value == .number(Decimal(57054) / 100))
        #expect(sheet[1, 6]?.value == .text("=SUM(A1), 不是公式") && sheet[1, 6]?.formula == nil)
        #expect(sheet[2, 6]?.value == .text("@某人") && sheet[3, 4]?.value == .text("+8"))
        #expect(sheet[3, 6]?.value == .text("-"))
        #expect((sheet.columns[0]?.width ?? 0) > 21 && (sheet.columns[0]?.width ?? 0) < 30)
    }

    @Test func standardInputAndOutput() throws {
        let program = try Program()
        defer { program.remove() }
        let toText = try program.run(["convert", "-", "-o", "-"], input: Ledger.workbook().bytes)
        #expect(toText.status == 0 && toText.output == "底稿,1\n")
        let toWorkbook = try program.run(["convert", "-", "--to", "xlsx", "-o", "-"], input: Array(Ledger.text.utf8))
        #expect(toWorkbook.status == 0 && toWorkbook.errors.contains("编码：UTF-8；分隔符：逗号"))
        let sheet = try WorkbookReader.read(bytes: toWorkbook.bytes, fileName: "-").sheets[0]
        #expect(sheet[1, 1]?.shown == "广州市黄埔区妇女联合会")
        let toFile = try program.run(["convert", "-"], input: Array(Ledger.text.utf8))
        #expect(toFile.status == 0 && program.names(in: "Output") == ["标准输入.xlsx"])
        #expect(try program.run(["convert", "-"], input: []).status == 65)
    }

    @Test(arguments: [
        (["-o", "夹/"], "夹/账.csv"), (["-o", "夹"], "夹/账.csv"), ([], "Output/账.csv"), (["--to", "tsv"], "Output/账.tsv"),
        (["-o", "深/更深/表.tsv"], "深/更深/表.tsv"), (["-o", "表.txt"], "表.txt"), (["-o", "表.dat", "--to", "csv"], "表.dat"),
        (["-o", "表.CSV"], "表.CSV"), (["--to", "xlsx", "-o", "夹/"], "夹/账.xlsx"),
    ])
    func resultsGoWhereTheyAreAskedFor(more: [String], path: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        let run = try program.run(["convert", "账.xlsx"] + more)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "已写出：\(path)（1 行）\n")
        #expect(!program.read(path).isEmpty)
    }

    @Test(arguments: [
        ("1", "底稿,1\n"), ("2", "单位名称,金额\n某某局,570.54\n"), ("预算", "单位名称,金额\n某某局,570.54\n"),
        ("决算", "单位名称,金额\n某某局,537.81\n"),
    ])
    func aSheetIsNamedOrNumbered(sheet: String, text: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        let run = try program.run("convert", "账.xlsx", "--sheet", sheet, "-o", "-")
        #expect(run.status == 0 && run.output == text && run.errors.isEmpty)
    }

    @Test func sheetsThatAreNotThereOrHiddenAreSaid() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        for wanted in ["4", "0", "没有"] {
            let run = try program.run("convert", "账.xlsx", "--sheet", wanted)
            #expect(run.status == 64 && run.errors.contains("里没有工作表“\(wanted)”"))
            #expect(run.errors.contains("1 底稿、2 预算、3 决算"))
        }
        let first = try program.run("convert", "账.xlsx", "-o", "-")
        #expect(first.errors.contains("提示：工作表“底稿”是隐藏的"))
        #expect(first.errors.contains("只转换了第 1 张工作表“底稿”；共有：1 底稿（隐藏）、2 预算、3 决算（隐藏）"))
        let quiet = try program.run("convert", "账.xlsx", "-o", "表.csv", "--quiet")
        #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.errors.isEmpty)
        #expect(program.names() == ["表.csv", "账.xlsx"].sorted())
    }

    @Test func allSheetsBecomeFilesOfTheirOwn() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        #expect(try program.run("convert", "账.xlsx", "--all-sheets").status == 0)
        #expect(program.names(in: "Output") == ["账-底稿.csv", "账-决算.csv", "账-预算.csv"].sorted())
        #expect(try program.run("convert", "账.xlsx", "--all-sheets", "-o", "分/表.xlsx").status == 0)
        #expect(program.names(in: "分") == ["表-底稿.xlsx", "表-决算.xlsx", "表-预算.xlsx"].sorted())
        #expect(program.text("Output/账-决算.csv") == "单位名称,金额\n某某局,537.81\n")
    }

    @Test func moreSheetsThanOpenFilesAreConverted() throws {
        let program = try Program()
        defer { program.remove() }
        let sheets = (1...60).map { Archive.SheetPart("表\($0)", Ledger.sheet([["某某局", "\($0)"]])) }
        try program.write(Archive.workbook(sheets: sheets).bytes, as: "账.xlsx")
        for format in ["csv", "xlsx"] {
            let run = try program.run(["convert", "账.xlsx", "--all-sheets", "--to", format], openFiles: 40)
            #expect(run.status == 0, "\(run.errors)")
        }
        #expect(program.names(in: "Output").count == 120)
        #expect(program.text("Output/账-表60.csv") == "某某局,60\n")
    }

    @Test func ofManySheetsNoneAppearsWhenOneFails() throws {
        let program = try Program()
        defer { program.remove() }
        var archive = Ledger.workbook()
        archive.change("xl/worksheets/sheet2.xml") { $0.content.removeLast(30) }
        try program.write(archive.bytes, as: "账.xlsx")
        let run = try program.run("convert", "账.xlsx", "--all-sheets")
        #expect(run.status == 65 && run.errors.contains("账.xlsx〔预算〕"))
        #expect(program.names() == ["账.xlsx"])
        // A name that is taken stops all of them too.
        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        try program.write("旧".utf8, as: "账-决算.csv")
        #expect(try program.run("convert", "账.xlsx", "--all-sheets", "-o", "./").status == 73)
        #expect(program.names() == ["账-决算.csv", "账.xlsx"].sorted() && program.text("账-决算.csv") == "旧")
    }
}
