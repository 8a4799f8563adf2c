import Foundation
import FormTemplates

/// A small template on disk.
enum TemplateFixture {
    static let yaml = """
        id: t
        title: 表
        region: 甲
        name-field: 单位名称
        money-unit: 万元
        known: [{what: 全部, basis: 依据待核}]
        money:
          rows: [{name: 合计}, {name: 甲}]
          blocks: [{title: 来源, total: 合计, parts: [甲]}]
        fields: [{label: 单位名称, required: true}]
        grades:
          - {name: 优, from: 90}

        """

    /// Writes `<folder>/t/` and loads it.
    static func write(_ yaml: String, in folder: String) throws -> Template {
        try FileManager.default.createDirectory(atPath: folder + "/t", withIntermediateDirectories: true)
        try yaml.write(toFile: folder + "/t/template.yaml", atomically: true, encoding: .utf8)
        try Data().write(to: URL(fileURLWithPath: folder + "/t/form.xlsx"))
        return try load(folder, "t")
    }

    static func load(_ folder: String, _ id: String) throws -> Template {
        try TemplateFolder(path: folder).template(id)
    }
}
