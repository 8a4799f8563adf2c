import Foundation
import TestProgram
import Testing

@testable import zipingbiao

/// `templates`, end to end.
struct TemplatesTests {
    private static let own = ".config/zipingbiao/templates"

    @Test func templatesAreListedAndTold() throws {
        let program = try Program()
        defer { program.remove() }
        let list = try program.run("templates")
        #expect(list.status == 0)
        for id in ["guangzhou-department", "national-project", "sichuan-project"] {
            #expect(list.output.contains("\n\(id)"))
        }
        #expect(list.output.contains("随程序") && !list.output.contains("  自定义  "))
        let one = try program.run("templates", "national-project")
        #expect(one.status == 0)
        for text in [
            "项目支出绩效自评表（national-project）", "来源：随程序", "项目名称（必填）", "产出指标：50 分", "预算执行率：在资金表里计分，10 分",
            "定量指标：比例法", "优：90 分（含）以上", "良：80 分（含）到 90（不含）", "\n依据待核\n", "年度资金总额 ＝ 当年财政拨款 ＋ 上年结转资金 ＋ 其他资金",
        ] { #expect(one.output.contains(text), "\(text)\n\(one.output)") }
        #expect(try program.run("templates", "没有").status == 66)
    }

    @Test func aCopyKeepsEverythingButItsName() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("templates", "copy", "national-project", "本县项目")
        #expect(run.status == 0 && run.output.contains("本县项目/template.yaml"), "\(run.errors)")
        let source = Program.root + "/Templates/national-project"
        let original = try String(contentsOfFile: source + "/template.yaml", encoding: .utf8)
        #expect(original.contains("\n#") || original.hasPrefix("#"))
        #expect(
            program.text(Self.own + "/本县项目/template.yaml")
                == original.replacing("id: national-project", with: "id: 本县项目"))
        #expect(
            program.read(Self.own + "/本县项目/form.xlsx")
                == [UInt8](FileManager.default.contents(atPath: source + "/form.xlsx") ?? Data()))
        #expect(program.names(in: Self.own) == ["本县项目"])
        try #expect(program.run("templates").output.contains("自定义  项目支出绩效自评表"))
        #expect(try program.run("templates", "check", "本县项目").status == 0)

        // What it says of places is looked at too.
        let yaml = program.text(Self.own + "/本县项目/template.yaml")
        for (line, wrong) in [("column: {水准: D}", "水准"), ("ignore: [得分]", "得分"), ("cell: {等级: 16}", "16")] {
            try program.write((yaml + "\n" + line + "\n").utf8, as: Self.own + "/本县项目/template.yaml")
            let checked = try program.run("templates", "check", "本县项目")
            #expect(
                checked.status == 3 && checked.output.contains("“\(wrong)”不是"), "\(checked.status) \(checked.output)")
        }

        // Never over another.
        try program.write("我的", as: Self.own + "/本县项目/template.yaml")
        let again = try program.run("templates", "copy", "guangzhou-department", "本县项目")
        #expect(again.status == 73 && program.text(Self.own + "/本县项目/template.yaml") == "我的")

        let elsewhere = try program.run("templates", "copy", "national-project", "t", "--templates", "新/夹")
        #expect(elsewhere.status == 0 && program.names(in: "新/夹") == ["t"])
    }

    @Test(arguments: ["../x", "a/b", "", ".x", "copy", "a b", "-x", "id: y"])
    func aNameThatCanBeNone(name: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("templates", "copy", "national-project", name)
        #expect(run.status == 64 && run.errors.contains("办法："), "\(run.errors)")
        #expect(program.names(in: Self.own) == [])
    }

    @Test(arguments: [
        ("id: a\ntitle: b", "id: n\ntitle: b"), ("# 注\nid: a # 同名\n", "# 注\nid: n # 同名\n"),
        ("id: a\r\ntitle: b\r\n", "id: n\r\ntitle: b\r\n"),
        ("title: b\n  id: c\nid: a\nid: d", "title: b\n  id: c\nid: n\nid: d"),
    ])
    func onlyTheIdChanges(text: String, renamed: String) {
        #expect(TemplateCopy.renamed(text, to: "n") == renamed)
    }

    @Test func anOwnTemplateGoesBeforeAShippedOne() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("templates", "copy", "national-project", "national-project").status == 0)
        let yaml = Self.own + "/national-project/template.yaml"
        try program.write(
            program.text(yaml).replacing("title: 项目支出绩效自评表", with: "title: 我县自评表"), as: yaml)
        #expect(try program.run("templates", "national-project").output.hasPrefix("我县自评表"))
        let table = Program.root + "/Templates/national-project/example/指标表.xlsx"
        let filled = try program.run("fill", table, "--template", "national-project", "-o", "o")
        #expect(filled.status == 0 && program.names(in: "o").first?.hasSuffix("我县自评表.xlsx") == true)
        // Another folder of own templates, for this run.
        try FileManager.default.moveItem(
            atPath: program.folder + "/" + Self.own, toPath: program.folder + "/别处")
        let shipped = try program.run("fill", table, "--template", "national-project", "-o", "p")
        #expect(shipped.status == 0 && program.names(in: "p").first?.hasSuffix("我县自评表.xlsx") == false)
        let other = try program.run("fill", table, "--template", "national-project", "-o", "q", "--templates", "别处")
        #expect(other.status == 0 && program.names(in: "q").first?.hasSuffix("我县自评表.xlsx") == true)
    }

    @Test func aBrokenOwnTemplateKeepsNoOtherFromBeingUsed() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("id: 坏\n", as: Self.own + "/坏/template.yaml")
        try program.write(Forms.good, as: "表.csv")
        let run = try program.run("check", "表.csv")
        #expect(run.status == 0 && run.errors.contains("坏 有错误，没有使用"))
        #expect(try program.run("check", "表.csv", "--template", "坏").status == 65)
        try #expect(program.run("templates").output.contains("有错误，不能用"))
    }

    private static let slips: [(good: String, bad: String, says: [String])] = [
        // Two slips are told in one run.
        (
            "score-places: 2\n  rate-places: 2", "score-places: 二\n  rate-places: 三",
            [" 第 44 行：“二”不是整数", " 第 45 行：“三”不是整数"]
        ),
        ("citations:\n  WGT-01", "citations:\n  WGT-99", ["第 61 行：citations 里的“WGT-99”不是现有的规则"]),
        ("citations:", "rules:\n  ABC-01: {on: false}\ncitations:", ["rules 里的“ABC-01”不是现有的规则"]),
        ("printed: 产出指标（50分）, weight: 50", "printed: 产出指标（50分）, weight: 60", ["各级分值合计 110，不等于满分 100"]),
        ("部分达成], from: 60, to: 80", "部分达成], from: 60, to: 90", ["重叠"]),
        ("{name: 良, from: 80}", "{name: 良, from: 90}", ["等级“良”和“优”都从 90 分起"]),
        ("{label: 主管部门, required: true}", "{label: 主管局, required: true}", ["form.xlsx：空表里找不到这些字段的填写格：主管局"]),
        (
            "  bands:",
            "  methods:\n    - {level1: 投入指标, method: rate, numerator: [支出], denominator: [全年预算数]}\n  bands:",
            ["一级指标“投入指标”不在", "“支出”不是已知的数"]
        ),
        ("  bands:", "  methods: [{method: 比例}]\n  bands:", ["“比例”不在可用的词里"]),
        ("    - {name: 上年结转资金", "   - {name: 上年结转资金", ["不是正确的 YAML", "行"]),
        ("title: 项目支出绩效自评表\n", "", ["缺少“title”"]),
        ("money-unit: 万元", "money-unit: 美元\ncolour: 红", ["金额单位应是", "不认识的键“colour”"]),
    ]

    @Test(arguments: slips)
    func checkSaysAllThatIsWrong(good: String, bad: String, says: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("templates", "copy", "national-project", "t", "--templates", "夹").status == 0)
        let text = program.text("夹/t/template.yaml")
        try #require(text.contains(good))
        try program.write(text.replacing(good, with: bad), as: "夹/t/template.yaml")
        let run = try program.run("templates", "check", "夹/t")
        #expect(run.status == 3, "\(run.output)\(run.errors)")
        for words in says { #expect(run.output.contains(words), "\(run.output)") }
        #expect(run.output.contains("办法："))
        #expect(run.output.contains("\(says.count) 处") || says.count == 1 || says[1] == "行", "\(run.output)")
    }

    @Test func shippedTemplatesAreInOrder() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("templates", "check")
        #expect(run.status == 0 && run.output.contains("都可以用"), "\(run.output)")
        #expect(try program.run("templates", "check", "没有").status == 66)
        #expect(try program.run("templates", "copy", "没有", "x").status == 66)
        #expect(try program.run("templates", "copy", "national-project").status == 64)
        #expect(try program.run("templates", "a", "b").status == 64)
    }
}
