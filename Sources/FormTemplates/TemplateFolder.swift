import Foundation
import Spreadsheet

/// The folder `Templates/`: one folder for each template, and the label table.
public struct TemplateFolder: Sendable {
    /// Path of the folder.
    public var path: String

    /// A folder by its path.
    public init(path: String) {
        self.path = path
    }

    /// Looks for the folder: the variable `ZIPINGBIAO_TEMPLATES`, `../share/zipingbiao/Templates` from the executable,
    /// the resource folder beside it, `./Templates`. The resource bundle's own accessor is not used: it aborts when its
    /// folder is missing.
    public static func find(
        environment: [String: String], executable: String, workingDirectory: String
    ) throws -> TemplateFolder {
        if let chosen = environment["ZIPINGBIAO_TEMPLATES"], !chosen.isEmpty {
            guard isFolder(chosen) else {
                throw ToolError(
                    code: .templateMissing, message: "ZIPINGBIAO_TEMPLATES 指的文件夹不存在：\(chosen)",
                    advice: "改正这个环境变量，或取消它，使用随程序安装的模板。")
            }
            return TemplateFolder(path: chosen)
        }
        let real = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent().path
        let places = [
            real + "/../share/zipingbiao/Templates", real + "/Templates",
            real + "/zipingbiao_FormTemplates.resources/Templates",
            workingDirectory + "/Templates",
        ]
        guard let found = places.first(where: isFolder) else {
            throw ToolError(
                code: .templateMissing, message: "找不到模板文件夹 Templates。",
                advice: "重新安装（make install），或用环境变量 ZIPINGBIAO_TEMPLATES 指出模板文件夹。")
        }
        return TemplateFolder(path: found)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    /// Ids of the templates that there are.
    public func identifiers() throws -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: "\(path)/\($0)/template.yaml") }.sorted()
    }

    /// The template that is used when a person names none: what `templates.yaml` says, else the only one there is.
    ///
    /// - Throws: `ToolError` that lists the templates, when neither tells.
    public func defaultIdentifier() throws -> String {
        if FileManager.default.fileExists(atPath: path + "/templates.yaml") {
            let root = try YAMLNode(path: path + "/templates.yaml")
            try root.allow(["default"])
            return try root.required("default").text()
        }
        let known = try identifiers()
        guard known.count == 1 else {
            throw ToolError(
                code: .usage, message: "没有指定模板。", advice: "用 --template 选一个：\(known.joined(separator: "、"))。")
        }
        return known[0]
    }

    /// What holds for every form, for those of a template that is not here.
    public func generic() throws -> Template {
        try TemplateLoader.load(file: path + "/generic.yaml", id: "generic", formPath: "")
    }

    /// Loads a template; one that does not exist, or is broken, is an error that says where.
    public func template(_ id: String) throws -> Template {
        let known = try identifiers()
        guard known.contains(id) else {
            throw Self.missing(id, known: known, path: path)
        }
        let template = try TemplateLoader.load(folder: "\(path)/\(id)", id: id)
        guard FileManager.default.fileExists(atPath: template.formPath) else {
            throw ToolError(
                code: .templateBroken, message: "模板 \(id) 缺少空表 form.xlsx。", advice: "把空表放到 Templates/\(id)/form.xlsx。")
        }
        return template
    }

    /// A template out of the text of a `template.yaml` that stands in no folder.
    ///
    /// - Parameter name: What the text is called in messages.
    public static func template(yaml text: String, id: String, name: String, formPath: String) throws -> Template {
        try TemplateLoader.read(YAMLNode(text: text, name: name), id: id, formPath: formPath)
    }

    /// There is no such template.
    static func missing(_ id: String, known: [String], path: String) -> ToolError {
        ToolError(
            code: .templateMissing, message: "没有名为“\(id)”的模板\(NearWord.question(for: id, among: known))",
            advice: known.isEmpty
                ? "模板文件夹 \(path) 里没有模板。" : "现有的模板：\(known.joined(separator: "、"))。用 --template 选一个。")
    }
}
