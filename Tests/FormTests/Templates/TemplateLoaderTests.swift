import Assessment
import Foundation
import FormTemplates
import Spreadsheet
import Testing

@Suite struct TemplateLoaderTests {
    @Test func shipsFourTemplates() throws {
        let ids = try Repository.templates.identifiers()
        #expect(ids == ["guangzhou-department", "hunan-department", "national-project", "sichuan-project"])
    }

    @Test(arguments: ["guangzhou-department", "hunan-department", "national-project", "sichuan-project"])
    func shippedTemplateIsWhole(id: String) throws {
        let template = try TemplateFixture.load(Repository.root + "/Templates", id)
        #expect(template.standard.grades.map(\.name) == ["优", "良", "中", "差"])
        #expect(template.field(template.nameField)?.isRequired == true)
        #expect(!template.provenance.isEmpty)
        #expect(template.provenance.contains { $0.basis.contains("依据待核") })
        let fixed = template.standard.fixedWeights.reduce(0) { $0 + $1.weight }
        #expect(fixed == 0 || fixed + (template.standard.executionRateWeight ?? 0) == template.standard.total)
    }

    /// A slip in the file, and what the error must say: the line and the word.
    @Test(arguments: [
        ("region: 甲\n", "regoin: 甲\n", "第 3 行", "regoin"),
        ("money-unit: 万元", "money-unit: 美元", "第 5 行", "万元"),
        ("name-field: 单位名称", "name-field: 没有", "第 4 行", "fields"),
        ("from: 90", "from: 九十", "第 12 行", "九十"),
        ("total: 合计", "total: 总数", "第 9 行", "总数"),
        ("title: 表\n", "", "第 1 行", "title"),
        ("parts: [甲]", "parts: [甲", "第 ", "YAML"),
        ("id: t", "id: u", "第 1 行", "文件夹名"),
    ])
    func brokenTemplateSaysWhere(good: String, bad: String, line: String, word: String) throws {
        let folder = try Repository.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try TemplateFixture.write(TemplateFixture.yaml, in: folder).id == "t")
        #expect(TemplateFixture.yaml.contains(good))
        let broken = TemplateFixture.yaml.replacingOccurrences(of: good, with: bad)
        let error = try #require(throws: ToolError.self) { try TemplateFixture.write(broken, in: folder) }
        #expect(error.code == .templateBroken)
        #expect(error.message.contains("template.yaml"))
        #expect(error.message.contains(line))
        #expect((error.message + error.advice).contains(word))
    }

    @Test func unknownTemplateListsThoseThatExist() throws {
        let error = try #require(throws: ToolError.self) { try Repository.templates.template("nowhere") }
        #expect(error.code == .templateMissing)
        #expect(error.advice.contains("national-project"))
    }

    @Test func missingBlankIsNamed() throws {
        let folder = try Repository.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try TemplateFixture.write(TemplateFixture.yaml, in: folder)
        try FileManager.default.removeItem(atPath: folder + "/t/form.xlsx")
        let error = try #require(throws: ToolError.self) { try TemplateFolder(path: folder).template("t") }
        #expect(error.message.contains("form.xlsx"))
    }

    @Test func theDefaultIsDataOrTheOnlyOneThereIs() throws {
        try #expect(Repository.templates.identifiers().contains(Repository.templates.defaultIdentifier()))
        let folder = try Repository.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try TemplateFixture.write(TemplateFixture.yaml, in: folder)
        #expect(try TemplateFolder(path: folder).defaultIdentifier() == "t")
        try FileManager.default.copyItem(atPath: folder + "/t", toPath: folder + "/u")
        let error = #expect(throws: ToolError.self) { try TemplateFolder(path: folder).defaultIdentifier() }
        #expect(error?.advice.contains("t、u") == true)
    }

    @Test func folderIsLookedForInOrder() throws {
        let folder = try Repository.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let installed = folder + "/share/zipingbiao/Templates"
        for path in [installed, folder + "/bin", folder + "/work/Templates", folder + "/own"] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        func found(_ environment: [String: String], executable: String) throws -> String {
            let found = try TemplateFolder.find(
                environment: environment, executable: executable, workingDirectory: folder + "/work")
            return URL(fileURLWithPath: found.path).standardizedFileURL.path
        }
        let binary = folder + "/bin/zipingbiao"
        #expect(try found(["ZIPINGBIAO_TEMPLATES": folder + "/own"], executable: binary).hasSuffix("/own"))
        #expect(try found([:], executable: binary).hasSuffix("/share/zipingbiao/Templates"))
        #expect(try found([:], executable: "/nowhere/bin/zipingbiao").hasSuffix("/work/Templates"))
        #expect(throws: ToolError.self) {
            try found(["ZIPINGBIAO_TEMPLATES": folder + "/gone"], executable: binary)
        }
    }
}
