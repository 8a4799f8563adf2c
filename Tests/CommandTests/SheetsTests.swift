import Foundation
import TestArchive
import TestProgram
import Testing

/// `sheets`, end to end.
struct SheetsTests {
    @Test func aWorkbookIsTold() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        let run = try program.run("sheets", "账.xlsx")
        #expect(run.status == 0 && run.errors.isEmpty)
        for line in [
            "账.xlsx：Excel 工作簿（.xlsx）", "工作表 3 张：", "  1  底稿（隐藏）　1 行 × 2 列（A1:B1）", "  2  预算　2 行 × 2 列（A1:B2）",
            "  3  决算（深度隐藏，Excel 菜单里看不到）　2 行 × 2 列（A1:B2）",
        ] { #expect(run.output.contains(line), "\(run.output)") }
    }

    @Test func layoutChartsAndEmptySheetsAreTold() throws {
        let program = try Program()
        defer { program.remove() }
        let sheet = """
            <worksheet xmlns="MAIN"><dimension ref="A1:Z999"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData>\
            <row r="1"><c r="A1" t="inlineStr"><is><t>单位：万元</t></is></c></row><row r="7" hidden="1"><c r="C7"><v>570.54</v></c></row>\
            </sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>
            """
        var archive = Archive.workbook(sheets: [
            .init("预算", sheet), .init("图", "<chartsheet xmlns=\"MAIN\"/>"), .init("空", Ledger.sheet([])),
        ])
        archive.change("xl/_rels/workbook.xml.rels") { part in
            let text = String(decoding: part.content, as: UTF8.self)
            part.content = Array(
                text.replacing(
                    "worksheet\" Target=\"worksheets/sheet2", with: "chartsheet\" Target=\"worksheets/sheet2"
                ).utf8)
        }
        try program.write(archive.bytes, as: "账.xlsx")
        let run = try program.run("sheets", "账.xlsx")
        #expect(run.status == 0, "\(run.errors)")
        for words in [
            "1  预算　7 行 × 3 列（A1:C7），合并 1 处，隐藏行 1 行，隐藏列 2 列，金额单位 万元（A1）", "2  图　是图表，没有单元格", "3  空　空表",
        ] { #expect(run.output.contains(words), "\(run.output)") }
        // The numbers are those of --sheet.
        #expect(try program.run("convert", "账.xlsx", "--sheet", "2").status == 64)
        let all = try program.run("convert", "账.xlsx", "--all-sheets")
        #expect(all.status == 0 && all.errors.contains("跳过了“图”"))
        #expect(program.names(in: "Output") == ["账-空.csv", "账-预算.csv"].sorted())
    }

    /// Above the table, in its heading, on each sheet for itself; of two units both.
    @Test func unitsOfEachSheetAreTold() throws {
        let program = try Program()
        defer { program.remove() }
        let archive = Archive.workbook(sheets: [
            .init("甲", Ledger.sheet([["单位：元"], ["项目", "预算数", "执行数（万元）"], ["路", "1", "2"]])),
            .init("乙", Ledger.sheet([["项目", "金额（千元）"], ["路", "1"]])),
            .init("丙", Ledger.sheet([["项目", "数量"], ["路", "1"]])),
        ])
        try program.write(archive.bytes, as: "账.xlsx")
        let lines = try program.run("sheets", "账.xlsx").output.split(separator: "\n").filter { $0.contains(" 行 × ") }
        try #require(lines.count == 3)
        #expect(lines[0].hasSuffix("，金额单位 元（A1）、万元（C2）") && lines[1].hasSuffix("，金额单位 千元（B1）"))
        #expect(!lines[2].contains("金额单位"))
        let json = try program.run("sheets", "账.xlsx", "--format", "json").output
        #expect(json.contains("\"units\"") && json.contains("\"C2\""))
    }

    @Test func textsAndTheirTablesAreTold() throws {
        let program = try Program()
        defer { program.remove() }
        let table = "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值\n产出指标,数量指标,讲座场次,≥20场,21场,100\n"
        try program.write(table.utf8, as: "表.csv")
        let run = try program.run("sheets", "表.csv")
        #expect(run.status == 0)
        for words in ["表.csv：文本表格", "编码：UTF-8；分隔符：逗号", "2 行 × 6 列（A1:F2）", "三级指标", "1 行指标"] {
            #expect(run.output.contains(words), "\(run.output)")
        }
        let semicolons = try program.run(["sheets", "-", "--delimiter", "分号"], input: Array("甲;乙\n1;2\n".utf8))
        #expect(semicolons.output.contains("标准输入：文本表格") && semicolons.output.contains("分隔符：分号"))
    }

    @Test func aLongTableOfIndicatorsGoesToItsEnd() throws {
        let program = try Program()
        defer { program.remove() }
        let rows = (1...2500).map { "产出指标,数量指标,讲座场次\($0),≥20场,21场,0.04\n" }
        try program.write(("一级指标,二级指标,三级指标,年度指标值,实际完成值,分值\n" + rows.joined()).utf8, as: "表.csv")
        let run = try program.run("sheets", "表.csv")
        #expect(run.output.contains("2501 行 × 6 列（A1:F2501）") && run.output.contains("绩效指标表：A1:F2501；列："))
    }

    private struct Report: Decodable {
        struct Item: Decodable {
            var number: Int
            var name: String?
            var visibility: String
            var hasCells: Bool
            var rows: Int
            var columns: Int
        }
        var schemaVersion: Int
        var file: String
        var encoding: String?
        var sheets: [Item]
    }

    @Test func jsonHasAVersion() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        let run = try program.run("sheets", "账.xlsx", "--format", "json")
        let report = try JSONDecoder().decode(Report.self, from: Data(run.bytes))
        #expect(report.schemaVersion == 1 && report.file == "账.xlsx" && report.encoding == nil)
        #expect(report.sheets.map(\.number) == [1, 2, 3] && report.sheets.map(\.name) == ["底稿", "预算", "决算"])
        #expect(report.sheets.map(\.visibility) == ["hidden", "visible", "veryHidden"])
        #expect(report.sheets.map(\.rows) == [1, 2, 2] && report.sheets.allSatisfy { $0.hasCells && $0.columns == 2 })

        try program.write(Ledger.text.utf8, as: "明细账.csv")
        let text = try program.run("sheets", "明细账.csv", "--format=json")
        let other = try JSONDecoder().decode(Report.self, from: Data(text.bytes))
        #expect(other.encoding == "UTF-8" && other.sheets.map(\.name) == [nil] && other.sheets[0].columns == 7)
    }

    /// Rows beyond those that are looked at are counted all the same, and their faults are found.
    @Test func longSheetsAreCountedToTheirEnd() throws {
        let program = try Program()
        defer { program.remove() }
        var archive = Archive.workbook(Ledger.sheet((0..<3000).map { ["某某局\($0)", "570.54"] }))
        try program.write(archive.bytes, as: "长.xlsx")
        try #expect(program.run("sheets", "长.xlsx").output.contains("3000 行 × 2 列（A1:B3000）"))
        archive.change("xl/worksheets/sheet1.xml") { $0.content.removeLast(50) }
        try program.write(archive.bytes, as: "断.xlsx")
        let broken = try program.run("sheets", "断.xlsx", "--format", "json")
        #expect(broken.status == 65 && broken.errors.contains("断.xlsx〔表〕") && !broken.output.contains("3000"))
    }

    private static let statuses: [(arguments: [String], status: Int32)] = [
        (["没有.xlsx"], 66), (["."], 65), ([], 64), (["账.xlsx", "--format", "xml"], 64),
        (["账.xlsx", "--limit", "cells=1"], 65), (["账.xlsx", "--delimiter", "局"], 64),
    ]

    @Test(arguments: statuses)
    func statusesSayWhatWentWrong(arguments: [String], status: Int32) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Ledger.workbook().bytes, as: "账.xlsx")
        let run = try program.run(["sheets"] + arguments)
        #expect(run.status == status && run.errors.contains("办法："), "\(run.errors)")
    }
}
