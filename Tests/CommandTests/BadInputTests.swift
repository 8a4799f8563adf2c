import Foundation
import TestProgram
import Testing

/// What a person may bring by mistake: each has an answer of its own, and nothing is written.
struct BadInputTests {
    private static let compound: [UInt8] =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)

    private static func compound(_ stream: String) -> [UInt8] {
        compound + stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [UInt8](repeating: 0, count: 512)
    }

    private static func example(_ part: Double) -> [UInt8] {
        let bytes = [UInt8](FileManager.default.contents(atPath: Program.example + "/指标表.xlsx") ?? Data())
        return Array(bytes.prefix(Int(Double(bytes.count) * part)))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var status: Int32
        /// What the message must say.
        var says: [String]
        var testDescription: String { name }
    }

    static let table = "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值\n产出指标,数量指标,讲座场次,≥20场,21场,100\n"

    static let cases = [
        Case(name: "空.xlsx", bytes: [], status: 65, says: ["空.xlsx", "空文件"]),
        Case(name: "旧.xlsx", bytes: compound("Workbook"), status: 65, says: ["旧.xlsx", ".xls", "另存为"]),
        Case(name: "文档.xlsx", bytes: compound("WordDocument"), status: 65, says: ["文档.xlsx", ".doc"]),
        Case(name: "加密.xlsx", bytes: compound("EncryptedPackage"), status: 65, says: ["加密.xlsx", "密码"]),
        Case(
            name: "网页.xlsx", bytes: Array("<html><body><table><tr><td>1</td></tr></table></body></html>".utf8),
            status: 65, says: ["网页.xlsx", "找不到绩效指标表"]),
        Case(
            name: "网页.xls", bytes: Array("\u{FEFF}<meta charset=\"utf-8\"><table><tr><td>1</td></tr></table>".utf8),
            status: 65, says: ["网页.xls", "找不到绩效指标表"]),
        Case(
            name: "断.xls", bytes: Array("<html><body><table><tr><td>三级指标</td></tr><tr><td>讲座".utf8), status: 65,
            says: ["断.xls", "截断", "2 行"]),
        Case(
            name: "登录.xls", bytes: Array("<html><body>登录超时</body></html>".utf8), status: 65,
            says: ["登录.xls", "没有表格"]),
        Case(
            name: "断了.xls",
            bytes: Array(
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet>"
                    .utf8),
            status: 65, says: ["断了.xls", "不完整"]),
        Case(name: "截断.xlsx", bytes: example(0.6), status: 65, says: ["截断.xlsx", "不完整"]),
        Case(name: "截断一点.xlsx", bytes: example(0.99), status: 65, says: ["截断一点.xlsx", "不完整"]),
        Case(name: "图.xlsx", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], status: 65, says: ["图片"]),
        Case(name: "文.csv", bytes: Array("%PDF-1.7\n".utf8), status: 65, says: ["PDF"]),
        Case(
            name: "乱码.csv", bytes: Array("a,b\n".utf8) + [0x81, 0x20, 0xFF, 0xFE, 0xE9, 0x2C, 0x80, 0x0A], status: 65,
            says: ["乱码.csv", "第 2 行", "--encoding"]),
        Case(
            name: "引号.csv", bytes: Array("a,b\n1,\"2\n3,4\n".utf8), status: 65, says: ["引号.csv", "第 2 行", "双引号"]),
        Case(
            name: "无表.csv", bytes: Array("姓名,电话\n张三,1\n".utf8), status: 65,
            says: ["无表.csv", "找不到绩效指标表", "三级指标", "没有一个认识的列名"]),
        Case(
            name: "少列.csv", bytes: Array("三级指标,电话\n讲座,1\n".utf8), status: 65, says: ["少列.csv", "第 1 行", "认出：三级指标"]),
        Case(
            name: "两表.csv", bytes: Array((table + "\n项目名称,另一个项目\n" + table).utf8), status: 65,
            says: ["两表.csv", "2 张绩效指标表", "A1:F4", "A5:F6", "--sheet"]),
    ]

    @Test(arguments: cases)
    func eachHasItsOwnAnswer(of bad: Case) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(bad.bytes, as: bad.name)
        let run = try program.run("fill", bad.name)
        #expect(run.status == bad.status)
        for words in bad.says { #expect(run.errors.contains(words), "\(run.errors)") }
        #expect(run.errors.contains("办法："))
        #expect(run.output.isEmpty)
        #expect(program.names() == [bad.name])
    }

    @Test func noFileAndAFolder() throws {
        let program = try Program()
        defer { program.remove() }
        let missing = try program.run("fill", "没有.xlsx")
        #expect(missing.status == 66)
        #expect(missing.errors.contains("找不到文件：没有.xlsx"))
        try FileManager.default.createDirectory(atPath: program.folder + "/夹", withIntermediateDirectories: true)
        let folder = try program.run("fill", "夹")
        #expect(folder.status == 65)
        #expect(folder.errors.contains("夹 是一个文件夹"))
    }

    @Test func templatesThatAreMissingOrBroken() throws {
        var program = try Program()
        defer { program.remove() }
        let unknown = try program.run("fill", Program.example + "/指标表.xlsx", "--template", "没有")
        #expect(unknown.status == 66)
        #expect(unknown.errors.contains("guangzhou-department、hunan-department、national-project、sichuan-project"))

        program.templates = program.folder + "/Templates"
        try FileManager.default.copyItem(atPath: Program.root + "/Templates", toPath: program.templates)
        let yaml = program.templates + "/national-project/template.yaml"
        let text = try String(contentsOfFile: yaml, encoding: .utf8)
        try text.replacing("score-places: 2", with: "score-places: 二")
            .write(toFile: yaml, atomically: true, encoding: .utf8)
        let broken = try program.run("fill", Program.example + "/指标表.xlsx", "--template", "national-project")
        #expect(broken.status == 65)
        #expect(broken.errors.contains("national-project/template.yaml 第"))

        program.templates = program.folder + "/没有"
        let nowhere = try program.run("fill", Program.example + "/指标表.xlsx")
        #expect(nowhere.status == 66)
        #expect(nowhere.errors.contains("ZIPINGBIAO_TEMPLATES"))
    }

    @Test(arguments: [
        ("项目,年初预算,支出数\n甲,100,90\n", [], Int32(64), ["金额单位不能确定", "--unit 元", "--unit 万元"]),
        ("单位：元\n项目,年初预算,支出数（万元）\n甲,100,90\n", [], 64, ["互相矛盾"]),
        ("项目,年初预算,支出数\n甲,100,90\n合计,120,90\n", ["--unit", "元"], 65, ["合计是 120", "加起来是 100"]),
        ("项目,年初预算,支出数\n甲,若干,90\n", ["--unit", "元"], 65, ["若干", "B2", "不是数字"]),
        ("姓名,电话\n张三,1\n", [], 65, ["找不到预算执行数据"]),
        ("项目,年初预算,支出数\n甲,100,90\n", ["--unit", "美元"], 64, ["只能写 元、千元、万元"]),
    ])
    func exportsThatCanNotBeUsed(export: String, more: [String], status: Int32, says: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(Self.table.utf8, as: "表.csv")
        try program.write(export.utf8, as: "导出.csv")
        let run =
            more.isEmpty
            ? try program.run("fill", "表.csv", "--budget", "导出.csv")
            : try program.run("fill", "表.csv", "--budget", "导出.csv", more[0], more[1])
        #expect(run.status == status)
        for words in says { #expect(run.errors.contains(words), "\(run.errors)") }
        #expect(program.names() == ["导出.csv", "表.csv"])
    }

    @Test(arguments: [("年限=2022", "年限"), ("单位名称", "写法不对")])
    func settingsThatNameNothing(setting: String, says: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("fill", Program.example + "/指标表.csv", "--set", setting)
        #expect(run.status == 64)
        #expect(run.errors.contains(says) && run.errors.contains("单位名称"))
        #expect(program.names() == [])
    }
}
