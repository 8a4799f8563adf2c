import Foundation
import TestProgram
import Testing

@testable import zipingbiao

/// The main job, end to end.
struct FillTests {
    static let form = "广州市黄埔区妇女联合会2022年度部门整体支出绩效自评表"

    /// A part of a table can't be handed in, but what is filled from it is judged as a form, also where that has no column for reasons.
    @Test func anExcerptBecomesAForm() throws {
        let program = try Program()
        defer { program.remove() }
        let text = """
            部门整体支出绩效评价指标表（节选）
            单位名称,甲
            年度,2022
            一级指标,二级指标,三级指标,分值,指标说明,评价标准,指标值,得分
            投入,目标设定,绩效目标合理性,5,说明,标准,合理,5

            """
        try program.write(Array(text.utf8), as: "节选.csv")
        let checked = try program.run("check", "节选.csv", "--quiet")
        #expect(checked.status == 0 && checked.output.hasPrefix("结论：没有要改正的，但表题写明是节选"))
        let filled = try program.run("fill", "节选.csv", "--template", "hunan-department", "--quiet")
        #expect(filled.status == 0 && filled.output.hasPrefix("结论：可以报送。"), "\(filled.output)\(filled.errors)")
        #expect(program.names(in: "Output").allSatisfy { $0.hasSuffix(".xlsx") && !$0.contains("待改正") })
        #expect(program.names(in: "Output").count == 1)
    }

    @Test func threeWaysGiveTheSameForm() throws {
        let program = try Program()
        defer { program.remove() }
        let table = Program.example + "/指标表"
        let budget = Program.example + "/预算执行导出.csv"
        let runs = [
            try program.run("fill", table + ".xlsx", "-o", "a"), try program.run("fill", table + ".csv", "-o", "b"),
            try program.run("fill", table + ".xlsx", "--budget", budget, "-o", "c"),
            try program.run("fill", table + ".csv", "--budget", budget, "--unit", "元", "-o", "d"),
        ]
        for run in runs {
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.hasPrefix("结论：可以报送。必须改正 0 处"))
            #expect(run.output.contains("总分：98.93（分值合计 100）\n等级：优\n预算执行率：94.26%\n"))
            #expect(run.output.split(separator: "\n").first == run.output.split(separator: "\n").last)
        }
        #expect(runs[2].output.contains("按元理解，折合万元：表头\"单位：元\""))
        let forms = ["a", "b", "c", "d"].map {
            FileManager.default.contents(atPath: "\(program.folder)/\($0)/\(Self.form).xlsx")
        }
        #expect(forms[0] != nil)
        #expect(Set(forms).count == 1)
    }

    @Test(arguments: ["hunan-department", "national-project", "sichuan-project"])
    func theOtherExamplesAreFilled(id: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run(
            "fill", Program.root + "/Templates/\(id)/example/指标表.xlsx", "--template", id, "-o", "表.xlsx")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(program.names() == ["表.xlsx"])
    }

    @Test func whatMustBeCorrectedShowsInNameAndStatus() throws {
        let program = try Program()
        defer { program.remove() }
        let table = "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值\n产出指标,数量指标,讲座场次,≥20场,10场,100\n"
        try program.write(table.utf8, as: "表.csv")
        let arguments = ["表.csv", "--set", "单位名称=某某/局", "--set", "年度=2022", "--set", "全年预算数=10", "--set", "全年执行数=9"]
        let run = try program.run("fill", arguments[0], arguments[1], arguments[2], arguments[3], arguments[4])
        #expect(run.status == 3)
        #expect(program.names(in: "Output") == ["某某局2022年度部门整体支出绩效自评表-待改正.xlsx"])
        // The finding names file and cell, and there is a rule that asks for the reason.
        #expect(run.output.contains("[EXP-01]") && run.output.contains("表.csv C2　讲座场次"))
        #expect(run.output.contains("[STR-01]"))

        #expect(try program.run("fill", "表.csv", "-o", "我的.xlsx").status == 3)
        #expect(program.names() == ["Output", "我的-待改正.xlsx", "表.csv"])

        let strict = try program.run("fill", "表.csv", "--strict-write", "-o", "空")
        #expect(strict.status == 3)
        #expect(program.names(in: "空") == [])
        #expect(strict.output.contains("没有写出"))
    }

    /// A figure that would be printed as ####: the form can't be handed in, though no rule is broken.
    @Test func whatWouldBeCutOnPaperShowsInNameAndStatus() throws {
        let program = try Program()
        defer { program.remove() }
        let table = try String(contentsOfFile: Program.example + "/指标表.csv", encoding: .utf8)
        let wide = table.replacing("大讲堂活动场次,≥,20,场,21,", with: "大讲堂活动场次,≥,20000000000000,场,21000000000000,")
        try program.write(wide.utf8, as: "表.csv")
        let run = try program.run("fill", "表.csv", "-o", "我的.xlsx")
        #expect(run.status == 3)
        #expect(program.names() == ["我的-待改正.xlsx", "表.csv"])
        #expect(run.output.hasPrefix("结论：暂不能报送。必须改正 0 处"), "\(run.output)")
        #expect(run.output.contains("打印时会被截断（1 处）\n  1. 我的-待改正.xlsx〔自评表〕F"))
        let json = try program.run("fill", "表.csv", "--strict-write", "-o", "空", "--format", "json")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(root["canBeHandedIn"] as? Bool == false)
        #expect((root["cut"] as? [[String: Any]])?.first?["cause"] as? String == "number-too-wide")
        #expect(program.names(in: "空") == [])
    }

    @Test func anExistingFormIsKeptWithoutForce() throws {
        let program = try Program()
        defer { program.remove() }
        let table = Program.example + "/指标表.xlsx"
        #expect(try program.run("fill", table).status == 0)
        let path = program.folder + "/Output/\(Self.form).xlsx"
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        let refused = try program.run("fill", table)
        #expect(refused.status == 73)
        #expect(refused.errors.contains("--force"))
        #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
        #expect(program.names(in: "Output") == [Self.form + ".xlsx"])
        #expect(try program.run("fill", table, "--force").status == 0)
        #expect(FileManager.default.contents(atPath: path) != Data("mine".utf8))
    }

    @Test func aSourceIsNeverWrittenTo() throws {
        let program = try Program()
        defer { program.remove() }
        let bytes = try #require(FileManager.default.contents(atPath: Program.example + "/指标表.xlsx"))
        try program.write(bytes, as: "表.xlsx")
        let run = try program.run("fill", "表.xlsx", "-o", "./表.xlsx", "--force")
        #expect(run.status == 73)
        #expect(FileManager.default.contents(atPath: program.folder + "/表.xlsx") == bytes)
    }

    @Test func aFolderThatCanNotBeMadeIsAnError() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("x".utf8, as: "文件")
        let run = try program.run("fill", Program.example + "/指标表.xlsx", "-o", "文件/里")
        #expect(run.status == 73)
        #expect(program.names() == ["文件"])
    }

    @Test func jsonSaysTheSame() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("fill", Program.example + "/指标表.xlsx", "--format", "json")
        #expect(run.status == 0)
        let root = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(root["schemaVersion"] as? Int == 2)
        #expect(root["total"] as? String == "98.93")
        #expect(root["grade"] as? String == "优")
        #expect(root["executionRate"] as? String == "94.26")
        #expect(root["weightTotal"] as? String == "100")
        #expect((root["scores"] as? [[String: Any]])?.count == 16)
        #expect((root["findings"] as? [Any])?.isEmpty == true)
        #expect((root["unsettled"] as? [String])?.isEmpty == false)
        #expect(root["output"] as? String == "Output/\(Self.form).xlsx")

        let failed = try program.run("fill", "没有.xlsx", "--format", "json")
        #expect(failed.status == 66)
        let whole = try #require(
            try JSONSerialization.jsonObject(with: Data(failed.output.utf8)) as? [String: Any])
        #expect((whole["error"] as? [String: Any])?["code"] as? String == "no-file")
    }

    @Test(arguments: [
        [], ["help"], ["--help"], ["help", "fill"], ["fill", "--help"], ["--version"],
        ["help", "check"], ["check", "-h"], ["help", "rules"], ["help", "templates"], ["templates", "copy", "--help"],
    ])
    func helpIsInChinese(arguments: [String]) throws {
        let answer = try #require(Help.answer(arguments))
        #expect(arguments == ["--version"] || answer.contains("用法："))
        #expect(!answer.contains("USAGE") && !answer.contains("OPTIONS"))
    }

    @Test(arguments: [
        (["fil"], "没有“fil”这个命令"), (["fill"], "没有写指标表"), (["fill", "a", "b"], "2 个文件名"),
        (["fill", "a", "--sett", "x"], "不认识的选项 --sett"), (["fill", "a", "--set"], "后面没有写内容"),
        (["fill", "a", "--format", "xml"], "text 或 json"), (["fill", "a", "-x"], "不认识的选项 -x"),
    ])
    func wrongUseIsSaidInChinese(arguments: [String], expected: String) throws {
        let error = #expect(throws: (any Error).self) { try Usage.parse(arguments) }
        let text = "\(try #require(error))"
        #expect(text.contains(expected), "\(text)")
        #expect(text.contains("办法："))
    }
}
