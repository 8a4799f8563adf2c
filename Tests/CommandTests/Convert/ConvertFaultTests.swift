import Foundation
import TestArchive
import TestProgram
import Testing

/// `convert`: what goes wrong leaves nothing, and says so in words and in the exit status.
struct ConvertFaultTests {
    @Test func anExistingFileIsKeptWithoutForce() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        try program.write("旧".utf8, as: "表.csv")
        let refused = try program.run("convert", "账.xlsx", "-o", "表.csv")
        #expect(refused.status == 73 && refused.errors.contains("已经有 表.csv") && refused.errors.contains("--force"))
        #expect(program.text("表.csv") == "旧" && refused.output.isEmpty)
        #expect(try program.run("convert", "账.xlsx", "-o", "表.csv", "--force").status == 0)
        #expect(program.text("表.csv") == "底稿,1\n")
    }

    @Test func theInputIsNeverTheOutput() throws {
        let program = try Program()
        defer { program.remove() }
        let bytes = Ledger.workbook().bytes
        try program.write(bytes, as: "账.xlsx")
        try FileManager.default.createSymbolicLink(
            atPath: program.folder + "/链.xlsx", withDestinationPath: "账.xlsx")
        try FileManager.default.linkItem(atPath: program.folder + "/账.xlsx", toPath: program.folder + "/硬.xlsx")
        for output in ["账.xlsx", "./账.xlsx", "链.xlsx", "硬.xlsx"] {
            let run = try program.run("convert", "账.xlsx", "-o", output, "--force")
            #expect(run.status == 73 && run.errors.contains("不能把结果写到输入文件"), "\(output)：\(run.errors)")
        }
        #expect(program.read("账.xlsx") == bytes)
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        var name: String
        var says: String
        var change: @Sendable (inout Archive) -> Void
        var testDescription: String { name }
    }

    static let damages = [
        Damage(name: "sheet cut off", says: "不是正确的 XML") {
            $0.change("xl/worksheets/sheet1.xml") { $0.content.removeLast(40) }
        },
        Damage(name: "packed bytes cut off", says: "解压") {
            $0.change("xl/worksheets/sheet1.xml") { ($0.isDeflated, $0.statedPacked) = (true, $0.content.count / 30) }
        },
        Damage(name: "checksum", says: "校验不一致") { $0.spoilsChecksum = true },
        Damage(name: "shared text missing", says: "〔表〕A4001 不完整或已损坏：引用了不存在的文字（第 7 条，一共 0 条）") { archive in
            archive.change("xl/worksheets/sheet1.xml") { part in
                let end = Array("</sheetData></worksheet>".utf8)
                part.content.removeLast(end.count)
                part.content += Array("<row r=\"4001\"><c r=\"A4001\" t=\"s\"><v>7</v></c></row>".utf8) + end
            }
        },
        Damage(name: "no sheet", says: "缺少工作表“表”的内容") { archive in
            archive.parts.removeAll { $0.name == "xl/worksheets/sheet1.xml" }
        },
        Damage(name: "DTD", says: "DTD") {
            $0.change("xl/worksheets/sheet1.xml") { $0.content = Array("<!DOCTYPE worksheet []>".utf8) + $0.content }
        },
    ]

    /// The fault stands behind thousands of good rows, so that several pieces are done before it is met.
    @Test(arguments: damages, ["csv", "xlsx"])
    func aDamagedWorkbookLeavesNothing(damage: Damage, format: String) throws {
        let program = try Program()
        defer { program.remove() }
        var archive = Archive.workbook(Ledger.sheet((0..<4000).map { ["某某局\($0)", "570.54", "537.81"] }))
        damage.change(&archive)
        try program.write(archive.bytes, as: "账.xlsx")
        for output in ["夹/表.\(format)", "-"] {
            let run = try program.run("convert", "账.xlsx", "-o", output, "--to", format)
            #expect(run.status == 65 && run.bytes.isEmpty)
            #expect(run.errors.contains(damage.says) && run.errors.contains("办法："), "\(run.errors)")
            #expect(!run.errors.contains("570.54") && !run.errors.contains("某某局"))
            #expect(program.names() == ["账.xlsx"])
        }
    }

    @Test(arguments: [
        ("甲,乙\n1,\"2\n3,4\n", "第 2 行（第 11 字节）的双引号没有配对"), ("甲,乙\n1,\u{0}2\n", "第 2 行（第 11 字节）有 NUL 字符"),
    ])
    func aDamagedTextLeavesNothing(text: String, says: String) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(text.utf8, as: "导出.csv")
        for output in ["表.csv", "表.xlsx", "-"] {
            let run = try program.run("convert", "导出.csv", "-o", output)
            #expect(run.status == 65 && run.bytes.isEmpty && run.errors.contains(says), "\(run.errors)")
            #expect(program.names() == ["导出.csv"])
        }
    }

    @Test func boundsAreRaisedByName() throws {
        let program = try Program()
        defer { program.remove() }
        let sheet =
            "<worksheet xmlns=\"MAIN\"><sheetData><row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row></sheetData></worksheet>"
        try program.write(Archive.workbook(sheet).bytes, as: "宽.xlsx")
        let refused = try program.run("convert", "宽.xlsx", "-o", "-")
        #expect(refused.status == 65 && refused.bytes.isEmpty)
        #expect(refused.errors.contains("列数超过上限 16384") && refused.errors.contains("--limit columns=更大的数"))
        let raised = try program.run("convert", "宽.xlsx", "-o", "-", "--limit", "columns=20000")
        #expect(raised.status == 0 && raised.output.utf8.count == 16_384 + 2)
        let low = try program.run(["convert", "-", "-o", "-", "--limit", "file=10"], input: Array(Ledger.text.utf8))
        #expect(low.status == 65 && low.errors.contains("文件大小（字节）超过上限 10"))
        let cells = try program.run("convert", "宽.xlsx", "-o", "-", "--limit", "unpacked=100")
        #expect(cells.status == 65 && cells.errors.contains("解压后的大小（字节）超过上限 100"))
    }

    @Test func missingFilesAndFoldersAreSaid() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("convert", "没有.xlsx").status == 66)
        #expect(try program.run("convert", ".").status == 65)
        #expect(try program.run("convert").status == 64)
        #expect(program.names().isEmpty)
    }

    /// Ctrl-C while rows are written: no result, no temporary file, no folder.
    @Test(arguments: ["xlsx", "csv"])
    func anInterruptionLeavesNothing(format: String) throws {
        let program = try Program()
        defer { program.remove() }
        let lines = (1...200_000).map {
            "000044011200100\($0 + 100_000),某某局\($0),2022-06-30,570.54,537.81,94.26%,办公费\n"
        }
        try program.write(lines.joined().utf8, as: "明细账.csv")
        if format == "csv" { #expect(try program.run("convert", "明细账.csv", "-o", "明细账.xlsx").status == 0) }
        let before = program.names()
        let process = try program.start(
            "convert", format == "csv" ? "明细账.xlsx" : "明细账.csv", "-o", "新/结果.\(format)", "--threads", "1")
        // Until there is something to leave behind.
        var waited = 0
        while !program.names(in: "新").contains(where: { $0.hasPrefix(".zipingbiao-") }), process.isRunning,
            waited < 4000
        {
            usleep(5000)
            waited += 1
        }
        #expect(process.isRunning)
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
        #expect(program.names() == before)
    }
}
