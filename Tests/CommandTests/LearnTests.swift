import Foundation
import TestProgram
import Testing

/// `learn`, and `fill --form`: a bureau's blank is used without a template.
@Suite struct LearnTests {
    private static let blanks = Program.root + "/Tests/Fixtures/Blanks/"
    private static let blank = blanks + "blank-fixed-above-repeat.xlsx"
    private static let input = blanks + "blank-fixed-above-repeat-input.xlsx"

    @Test func aBlankBecomesATemplateOfOnesOwn() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("learn", Self.blank, "--id", "本区专项", "--templates", "模板")
        #expect(run.status == 0)
        #expect(run.output.contains("〔主管部门〕") && run.output.contains("合计·全年预算数"))
        #expect(run.output.contains("依据待核") && run.output.contains("已学会：模板/本区专项"))
        #expect(program.names(in: "模板/本区专项") == ["form.xlsx", "template.yaml"])
        // The blank is kept as it was issued.
        let issued = FileManager.default.contents(atPath: Self.blank) ?? Data()
        #expect(program.read("模板/本区专项/form.xlsx") == [UInt8](issued))

        let checked = try program.run("templates", "check", "本区专项", "--templates", "模板")
        #expect(checked.status == 0, "\(checked.output)")
        let filled = try program.run("fill", Self.input, "--template", "本区专项", "--templates", "模板", "-o", "表.xlsx")
        #expect(filled.status == 0, "\(filled.output)")
        let back = try program.run("check", "表.xlsx", "--templates", "模板")
        #expect(back.output.contains("（本区专项）"), "\(back.output)")
    }

    @Test func aTemplateThatIsThereIsKeptUnlessForced() throws {
        let program = try Program()
        defer { program.remove() }
        let arguments = ["learn", Self.blank, "--id", "区", "--templates", "模板", "--quiet"]
        #expect(try program.run(arguments).status == 0)
        try program.write("id: 区\n# 改过的\n".utf8, as: "模板/区/template.yaml")
        let refused = try program.run(arguments)
        #expect(refused.status == 73 && refused.errors.contains("没有覆盖"))
        #expect(program.text("模板/区/template.yaml").contains("改过的"))
        #expect(try program.run(arguments + ["--force"]).status == 0)
        #expect(!program.text("模板/区/template.yaml").contains("改过的"))
        #expect(program.text("模板/区.bak/template.yaml").contains("改过的"))
    }

    @Test func aBlankIsFilledAtOnce() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("fill", Self.input, "--form", Self.blank, "-o", "表.xlsx")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(run.output.hasPrefix("结论：可以报送"))
        let explained = try program.run("explain", "表.xlsx")
        #expect(explained.status == 0)
    }

    @Test(arguments: [
        (["learn", "空表.xlsx"], 64 as Int32, "--id"), (["learn", "空表.xlsx", "--id", "a/b"], 64, "不能作模板的名称"),
        (["learn", "没有.xlsx", "--id", "a"], 66, "没有.xlsx"), (["learn", "表.csv", "--id", "a"], 65, ".xlsx"),
        (["fill", "表.csv", "--form", "表.csv"], 65, ".xlsx"),
        (["fill", "表.csv", "--form", "空表.xlsx", "--template", "national-project"], 64, "只能写一个"),
    ])
    func wrongUseIsSaid(arguments: [String], status: Int32, says: String) throws {
        let program = try Program()
        defer { program.remove() }
        let blank = try #require(FileManager.default.contents(atPath: Self.blank))
        try program.write(blank, as: "空表.xlsx")
        try program.write("三级指标,年度指标值,实际完成值,分值\n场次,20,21,100\n".utf8, as: "表.csv")
        let run = try program.run(arguments + (arguments[0] == "learn" ? ["--templates", "模板"] : []))
        #expect(run.status == status, "\(run.errors)")
        #expect(run.errors.contains(says) && run.errors.contains("办法："))
        #expect(program.names(in: "模板").isEmpty)
    }

    @Test func aWorkbookThatIsNoFormIsNotLearned() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Data("名称,数量\n甲,1\n".utf8), as: "明细.csv")
        #expect(try program.run("convert", "明细.csv", "-o", "明细.xlsx").status == 0)
        let run = try program.run("learn", "明细.xlsx", "--id", "a", "--templates", "模板")
        #expect(run.status == 65 && run.errors.contains("绩效指标的表头"))
    }
}
