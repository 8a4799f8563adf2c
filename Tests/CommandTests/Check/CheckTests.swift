import Foundation
import TestProgram
import Testing

/// `check`, end to end.
struct CheckTests {
    @Test func oneFormIsReportedInFull() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Forms.bad, as: "表.csv")
        let run = try program.run("check", "表.csv")
        #expect(run.status == 3 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n")
        #expect(lines.first == lines.last && lines[0].hasPrefix("结论：暂不能报送。必须改正 "))
        #expect(run.output.contains("文件：表.csv\n模板："))
        #expect(run.output.contains("H6　讲座场次"))
        #expect(program.names() == ["表.csv"])

        let quiet = try program.run("check", "表.csv", "--quiet")
        #expect(quiet.status == 3 && quiet.output == lines[0] + "\n")
        try program.write(Forms.good, as: "好.csv")
        #expect(try program.run("check", "好.csv").status == 0)
        let piped = try program.run(["check", "-"], input: Array(Forms.bad.utf8))
        #expect(piped.status == 3 && piped.output.contains("文件：-"))
    }

    @Test func manyFormsAreALineEachAndABrokenOneStopsNone() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Forms.bad, as: "甲.csv")
        try program.write(Forms.broken, as: "乙.csv")
        try program.write(Forms.good, as: "丙.csv")
        let run = try program.run("check", "甲.csv", "乙.csv", "没有.csv", "丙.csv")
        #expect(run.status == 66 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n")
        #expect(lines[0].hasPrefix("暂不能报送  必须改正  1") && lines[0].hasSuffix("  甲.csv"))
        #expect(lines[1].hasPrefix("读不出      乙.csv：") && lines[2].contains("办法："))
        #expect(lines[3].hasPrefix("读不出      没有.csv："))
        #expect(lines[5].hasPrefix("可以报送    必须改正  0") && lines[5].contains("总分  99.00"))
        #expect(lines.contains { $0.hasPrefix("EXP-01") })
        #expect(lines.last?.hasPrefix("结论：4 张表中，1 张可以报送，1 张暂不能报送，2 张读不出。") == true)
        let quiet = try program.run("check", "甲.csv", "乙.csv", "--quiet")
        #expect(quiet.status == 65 && quiet.output.split(separator: "\n").count == 1)
    }

    @Test func foldersAreWalkedInOrder() throws {
        let program = try Program()
        defer { program.remove() }
        for name in [
            "夹/10.csv", "夹/2.csv", "夹/里/3.CSV", "夹/.藏.csv", "夹/.藏/4.csv", "夹/~$2.xlsx", "夹/说明.md",
            "夹/5-核对.xlsx",
        ] { try program.write(Forms.good, as: name) }
        try FileManager.default.createSymbolicLink(
            atPath: program.folder + "/夹/回", withDestinationPath: program.folder + "/夹")
        // A file that is named and stands in the folder is one file.
        let run = try program.run("check", "夹/10.csv", "夹")
        let files = run.output.split(separator: "\n").filter { $0.hasPrefix("可以报送") }
            .compactMap { $0.split(separator: " ").last.map(String.init) }
        #expect(run.status == 0 && files == ["夹/10.csv", "夹/2.csv", "夹/里/3.CSV"], "\(run.output)\(run.errors)")

        try program.write("x", as: "空/说明.md")
        let empty = try program.run("check", "空")
        #expect(empty.status == 66 && empty.errors.contains("没有表格文件"))
    }

    /// The order is that of the arguments, however long each takes.
    @Test func manyThreadsKeepTheOrder() throws {
        let program = try Program()
        defer { program.remove() }
        let names = (0..<60).map { "\($0).csv" }
        for (index, name) in names.enumerated() {
            let rows = String(repeating: "\n", count: index % 7 == 0 ? 2000 : 0)
            try program.write((index % 3 == 0 ? Forms.bad : Forms.good) + rows, as: name)
        }
        let run = try program.run(["check"] + names)
        let lines = run.output.split(separator: "\n").prefix(60)
        #expect(run.status == 3 && lines.compactMap { $0.split(separator: " ").last.map(String.init) } == names)
        #expect(lines.enumerated().allSatisfy { $1.hasPrefix($0 % 3 == 0 ? "暂不能报送" : "可以报送") })
    }

    @Test func jsonOfOneAndOfMany() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Forms.bad, as: "夹/甲.csv")
        func object(_ arguments: String...) throws -> [String: Any] {
            let run = try program.run(["check"] + arguments + ["--format", "json"])
            return try #require(try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any])
        }
        let one = try object("夹/甲.csv")
        #expect(one["schemaVersion"] as? Int == 2 && one["total"] as? String == "54")
        #expect((one["findings"] as? [[String: Any]])?.contains { $0["cell"] as? String == "H6" } == true)
        // What a folder gives has one form, also when a single file is in it.
        let folder = try object("夹")
        let files = try #require(folder["files"] as? [[String: Any]])
        #expect(files.count == 1 && files[0]["path"] as? String == "夹/甲.csv")
        try program.write(Forms.broken, as: "夹/乙.csv")
        let two = try object("夹")
        #expect((two["files"] as? [[String: Any]])?.compactMap { $0["error"] == nil } == [false, true])
        #expect((two["summary"] as? [String: Any])?["exitStatus"] as? Int == 65)
        let failed = try object("夹/乙.csv")
        #expect((failed["error"] as? [String: Any])?["exitStatus"] as? Int == 65)
    }

    @Test func aReportIsWrittenWholeOrNot() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Forms.bad, as: "表.csv")
        let run = try program.run("check", "表.csv", "-o", "结果.html")
        #expect(run.status == 3 && run.output.hasPrefix("结论：暂不能报送") && run.output.contains("已写出：结果.html"))
        #expect(program.text("结果.html").hasPrefix("<!DOCTYPE html>"))
        let again = try program.run("check", "表.csv", "-o", "结果.html")
        #expect(again.status == 73 && again.errors.contains("--force"))
        #expect(try program.run("check", "表.csv", "-o", "结果.html", "--force").status == 3)
        #expect(try program.run("check", "表.csv", "-o", "结果.json").status == 3)
        #expect(program.text("结果.json").hasPrefix("{"))
        #expect(try program.run("check", "表.csv", "-o", "表.csv", "--force").status == 73)
        #expect(program.text("表.csv") == Forms.bad)
        let failed = try program.run("check", "没有.csv", "-o", "空.txt")
        #expect(failed.status == 66 && program.names() == ["结果.html", "结果.json", "表.csv"])
    }

    @Test func missingExplanationsShowWhenStrict() throws {
        let program = try Program()
        defer { program.remove() }
        let table = Program.root + "/Templates/national-project/example/指标表.xlsx"
        #expect(try program.run("templates", "copy", "national-project", "短").status == 0)
        let yaml = "/.config/zipingbiao/templates/短/template.yaml"
        let text = program.text(yaml).replacing(
            "{label: 年度总体目标, required: true", with: "{label: 年度总体目标, limit: 2, required: true")
        try program.write(text, as: yaml)
        let arguments = ["check", table, "--template", "短"]
        let run = try program.run(arguments)
        #expect(run.status == 0 && run.output.contains("需要说明（1 处）") && run.output.contains("按 --template 指定"))
        #expect(try program.run(arguments + ["--strict"]).status == 4)
        #expect(try program.run(["check", table, "--template", "national-project", "--strict"]).status == 0)
    }

    @Test func aDeclarationIsReadBesideTheForm() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Forms.good, as: "表.csv")
        try program.write("一级指标,二级指标,三级指标,年度指标值,分值\n产出指标,数量指标,讲座场次,≥20场,90\n", as: "申报.csv")
        let run = try program.run("check", "表.csv", "--declaration", "申报.csv")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(try program.run("check", "表.csv", "--declaration", "申报.csv", "-o", "申报.csv", "--force").status == 73)
    }

    private static let wrong: [(arguments: [String], status: Int32, says: String)] = [
        ([], 64, "没有写要核对的表的文件名"), (["表.csv", "--format", "xml"], 64, "text、json 或 html"),
        (["表.csv", "--template", "没有"], 66, "现有的模板"), (["表.csv", "--templates", "没有"], 66, "文件夹不存在"),
        (["表.csv", "二.csv", "--declaration", "申报.csv"], 64, "和一张表一起用"), (["表.csv", ""], 64, "文件名是空的"),
        (["表.csv", "--sheet", "没有"], 64, "没有"), (["没有.csv"], 66, "找不到文件"),
    ]

    @Test(arguments: wrong)
    func wrongUseIsSaid(arguments: [String], status: Int32, says: String) throws {
        let program = try Program()
        defer { program.remove() }
        for name in ["表.csv", "二.csv", "申报.csv"] { try program.write(Forms.good, as: name) }
        try program.write(Forms.broken, as: "坏.csv")
        let run = try program.run(["check"] + arguments)
        #expect(run.status == status && run.output.isEmpty, "\(run.output)")
        #expect(run.errors.contains(says) && run.errors.contains("办法："), "\(run.errors)")
    }
}
