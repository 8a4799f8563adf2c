import ArgumentParser
import FormTemplates
import Foundation
import Reports
import Spreadsheet

/// `templates`: the templates that there are; one of them; a copy for the person's own; what is wrong in one.
struct TemplatesCommand: ParsableArguments, ProgramCommand {
    @Argument var words: [String] = []
    @Option var templates: String?

    static var spec: CommandSpec {
        CommandSpec(
            name: "templates", options: ["--templates": []], flags: [], file: "", files: 0...3, help: Help.templates,
            parse: { try TemplatesCommand.parse($0) }, message: { TemplatesCommand.message(for: $0) })
    }

    func run() throws -> Int32 {
        switch words.first {
        case "copy"?:
            guard words.count == 3 else {
                throw Usage.error("要写原来的模板和新的名称：templates copy 原名称 新名称", help: "templates")
            }
            return try copy(words[1], as: words[2])
        case "check"?:
            guard words.count <= 2 else { throw Usage.error("templates check 后面只能写一个模板或文件夹", help: "templates") }
            return try TemplateChecking(own: templates).run(words.dropFirst().first)
        case "show"? where words.count == 2: return try show(words[1])
        case let id?:
            guard words.count == 1 else {
                throw Usage.error("只能写一个模板（要复制写 copy，要检查写 check）", help: "templates")
            }
            return try show(id)
        case nil: return try list()
        }
    }

    private func list() throws -> Int32 {
        let set = try Installation.templates(own: templates)
        let items = try set.identifiers().map { id in
            TemplateText.Item(id: id, origin: try set.origin(of: id) ?? .shipped, template: try? set.template(id))
        }
        var lines = ["不写 --template 时，填表用 \(try set.defaultIdentifier())"]
        if let own = templates ?? Installation.ownFolder() { lines.append("自定义模板的文件夹：\(own)") }
        try Screen.show(PlainText(TemplateText.list(items) + PlainText(lines: lines).text))
        return 0
    }

    private func show(_ id: String) throws -> Int32 {
        let set = try Installation.templates(own: templates)
        let template = try set.template(id)
        try Screen.show(
            PlainText(
                TemplateText.full(
                    template, origin: try set.origin(of: id) ?? .shipped, folder: try set.folder(of: id))))
        return 0
    }

    private func copy(_ id: String, as new: String) throws -> Int32 {
        guard let folder = templates ?? Installation.ownFolder() else {
            throw Usage.error("不知道个人设置的文件夹在哪里，请用 --templates 指出放模板的文件夹", help: "templates")
        }
        // The folder is made when there is none yet.
        let set = try Installation.templates(own: CheckedFiles.isFolder(folder) ? folder : nil)
        let target = try TemplateCopy.copy(try set.folder(of: id), to: folder, as: new)
        let next =
            "改 \(target)/template.yaml 和 form.xlsx，改好后检查：zipingbiao templates check \(new)"
            + (templates == nil ? "" : " --templates \(folder)")
        try Screen.show(PlainText(lines: ["已复制：\(target)", next]))
        return 0
    }
}
