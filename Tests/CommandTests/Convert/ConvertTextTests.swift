import Foundation
import SpreadsheetReading
import TestProgram
import Testing

/// `convert`: encodings, delimiters, line ends, tidying.
struct ConvertTextTests {
    private static let text = "单位名称,金额\n某某局,570.54\n"

    private static func encoded(_ text: String, _ name: String) -> [UInt8] {
        guard let converter = TextConverter(from: "UTF-8", to: name) else { return [] }
        var result: [UInt8] = []
        _ = Array(text.utf8).withUnsafeBytes { converter.convert($0, into: &result) }
        return result
    }

    @Test(arguments: [
        ("GB18030", []), ("GB18030", ["--encoding", "gbk"]), ("GB18030", ["--from-encoding", "GB2312"]),
        ("UTF-16LE", []),
        ("UTF-16BE", []), ("UTF-16", []), ("UTF-16", ["--encoding", "utf-16"]), ("BIG5-HKSCS", ["--encoding", "big5"]),
    ])
    func encodingsAreFoundOrSaid(name: String, more: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        let text = name.hasPrefix("BIG5") ? "單位,金額\n某某局,570.54\n" : Self.text
        try program.write(Self.encoded(text, name), as: "导出.csv")
        let run = try program.run(["convert", "导出.csv", "-o", "-", "--to", "csv"] + more)
        #expect(run.status == 0 && run.output == text, "\(run.errors)")
        #expect(run.errors.hasPrefix("提示：编码："))
    }

    /// Said of a text, an encoding is that of the input; of a workbook or plain ASCII, that of the output.
    @Test func anEncodingIsMeantForWhatHasOne() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.text.utf8, as: "导出.csv")
        let guarded = try program.run("convert", "导出.csv", "-o", "-", "--to", "csv", "--encoding", "gb18030")
        #expect(guarded.status == 64 && guarded.bytes.isEmpty)
        #expect(guarded.errors.contains("导出.csv 是 UTF-8 编码，不是 GB18030"))
        #expect(guarded.errors.contains("请用 --to-encoding gb18030") && guarded.errors.contains("--from-encoding"))
        let insisted = try program.run("convert", "导出.csv", "-o", "-", "--to", "csv", "--from-encoding", "gb18030")
        #expect(insisted.status == 65 || insisted.output != Self.text)

        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        let written = try program.run("convert", "账.xlsx", "--sheet", "2", "-o", "-", "--encoding", "gb18030")
        #expect(written.bytes == Self.encoded(Self.text.replacing("\n", with: "\r\n"), "GB18030"))

        try program.write("name,amount\nA,570.54\n".utf8, as: "ascii.csv")
        let plain = try program.run("convert", "ascii.csv", "-o", "-", "--to", "csv", "--encoding", "utf-16")
        #expect(plain.bytes == [0xFF, 0xFE] + Self.encoded("name,amount\r\nA,570.54\r\n", "UTF-16LE"))

        for bad in [
            ["--encoding", "klingon"], ["--to-encoding", "klingon"], ["--encoding", "gbk", "--from-encoding", "gbk"],
        ] {
            #expect(try program.run(["convert", "导出.csv"] + bad).status == 64)
        }
        #expect(program.names() == ["ascii.csv", "导出.csv", "账.xlsx"].sorted())
    }

    @Test func gb18030AndBackIsTheSame() throws {
        let program = try Program()
        defer { program.remove() }
        let text = Ledger.text + "㐀,𠮷野家,€,①\n"
        try program.write(text.utf8, as: "一.csv")
        #expect(try program.run("convert", "一.csv", "-o", "二.csv", "--to-encoding", "gb18030").status == 0)
        #expect(
            program.read("二.csv")
                == Self.encoded(text.replacing("\n", with: "\r\n").replacing("的\r\n", with: "的\n"), "GB18030"))
        #expect(try program.run("convert", "二.csv", "-o", "三.csv").status == 0)
        #expect(program.text("三.csv") == text)
        let lossy = try program.run("convert", "一.csv", "-o", "四.csv", "--to-encoding", "windows-1252")
        #expect(lossy.status == 73 && lossy.errors.contains("第 1 行有 WINDOWS-1252 编码里没有的字"))
        #expect(program.names() == ["一.csv", "二.csv", "三.csv"].sorted())
    }

    @Test(arguments: [
        (["--bom"], "\u{FEFF}单位名称,金额\r\n某某局,570.54\r\n"),
        (["--bom", "--line-end", "lf"], "\u{FEFF}单位名称,金额\n某某局,570.54\n"),
        (["--line-end", "crlf"], "单位名称,金额\r\n某某局,570.54\r\n"), (["--to-delimiter", "分号"], "单位名称;金额\n某某局;570.54\n"),
        (["--to-delimiter", "tab"], "单位名称\t金额\n某某局\t570.54\n"), (["--to-delimiter=|"], "单位名称|金额\n某某局|570.54\n"),
        (["--to", "tsv"], "单位名称\t金额\n某某局\t570.54\n"), (["--to-delimiter", "局"], nil), (["--to-delimiter", "5"], nil),
        (["--to-delimiter", "."], nil), (["--to-delimiter", "-"], nil), (["--to-delimiter", "\""], nil),
        (["--line-end", "cr"], nil),
    ])
    func textsAreWrittenAsAskedFor(more: [String], text: String?) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        let run = try program.run(["convert", "账.xlsx", "--sheet", "2", "-o", "-"] + more)
        #expect(run.status == (text == nil ? 64 : 0), "\(run.errors)")
        #expect(run.bytes == Array((text ?? "").utf8))
    }

    /// Text becomes a workbook where nothing is said, but not when it is said how the text shall be written.
    @Test(arguments: [["--bom"], ["--line-end", "crlf"], ["--to-encoding", "gb18030"], ["--to-delimiter", "分号"]])
    func whatIsSaidOfTextMakesText(more: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("甲,乙\n".utf8, as: "导出.csv")
        #expect(try program.run(["convert", "导出.csv"] + more).status == 0)
        #expect(program.names(in: "Output") == ["导出.csv"])
    }

    @Test func anUnusualDelimiterIsQuotedInSharedTexts() throws {
        let program = try Program()
        defer { program.remove() }
        let sheet =
            "<worksheet xmlns=\"MAIN\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c></row></sheetData></worksheet>"
        try program.write(
            Ledger.archive(sheet, strings: "<si><t>甲 乙#丙</t></si>").bytes, as: "账.xlsx")
        let run = try program.run("convert", "账.xlsx", "-o", "-", "--to-delimiter", "#")
        #expect(run.output == "\"甲 乙#丙\"#1\n")
    }

    @Test(arguments: [
        ("甲;乙\n1,5;2\n", [], "甲,乙\n\"1,5\",2\n"), ("甲|乙\n1|2\n", [], "甲,乙\n1,2\n"),
        ("甲;乙\n1,5;2\n", ["--delimiter", "逗号"], "甲;乙\n1,5;2\n"), ("甲:乙\n1:2\n", ["--delimiter", ":"], "甲,乙\n1,2\n"),
        ("sep=;\n甲;乙\n", [], "甲,乙\n"), ("甲,乙\n1\n1,2,3,4\n", [], "甲,乙\n1\n1,2,3,4\n"),
        ("\"甲\",\"=1+1\"\n", [], "甲,=1+1\n"),
    ])
    func delimitersAreFoundOrSaid(input: String, more: [String], output: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(["convert", "-", "-o", "-", "--to", "csv"] + more, input: Array(input.utf8))
        #expect(run.status == 0 && run.output == output, "\(run.errors)")
    }

    private static let export = """
        2022年部门预算执行情况表,,,
        单位：元,,,
        单位名称,项目,全年预算数,全年执行数
        某某局,办公费,"5,705,400.00","5,378,100.00"
        ,差旅费,100000,90000
        合计,,5805400,5468100

        """

    @Test func anExportIsTidiedAndItsUnitChanged() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.export.utf8, as: "导出.csv")
        let run = try program.run("convert", "导出.csv", "--tidy", "--to-unit", "万元", "-o", "-", "--to", "csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasSuffix("某某局,办公费,570.54,537.81\n某某局,差旅费,10,9\n"), "\(run.output)")
        #expect(!run.output.contains("合计") && run.errors.contains("合计"))
        #expect(try program.run("convert", "导出.csv", "--tidy", "--to-unit", "万元", "-o", "表.xlsx").status == 0)
        let sheet = try WorkbookReader.read(path: program.folder + "/表.xlsx").sheets[0]
        #expect(sheet[1, 2]?.shown == "570.54")
    }

    @Test(arguments: [
        ["--to-unit", "万元"], ["--unit", "元"], ["--tidy", "--formatted"], ["--all-sheets", "--sheet", "1"],
        ["--all-sheets", "-o", "-"], ["--to", "ods"], ["--limit", "cells"], ["--limit", "没有=1"],
        ["--limit", "cells=0"],
        ["--threads", "0"], ["-o", "表.xls"], ["-o", "表.ods"], ["--nothing"], ["第二个.csv"],
        ["--tidy", "--to-unit", "英镑"], ["-o", "表.xlsx", "--bom"], ["--to", "xlsx", "--to-encoding", "gb18030"],
        ["-o", "表.xlsx", "--line-end", "crlf"], ["-o", "表.xlsx", "--to-delimiter", "tab"],
    ])
    func whatDoesNotGoTogetherIsRefused(more: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.export.utf8, as: "导出.csv")
        let run = try program.run(["convert", "导出.csv"] + more)
        #expect(run.status == 64 && run.errors.contains("办法："), "\(run.errors)")
        #expect(program.names() == ["导出.csv"])
    }
}
