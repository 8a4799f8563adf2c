import ArgumentParser
import FormTemplates
import Reports
import Spreadsheet

/// `version`: what program this is, and with which templates.
struct VersionCommand: ParsableArguments, ProgramCommand {
    @Flag var json = false
    @Option var templates: String?

    static var spec: CommandSpec {
        CommandSpec(
            name: "version", options: ["--templates": []], flags: ["--json"], file: "", files: 0...0,
            help: Help.versionText, parse: { try VersionCommand.parse($0) },
            message: { VersionCommand.message(for: $0) })
    }

    func run() throws -> Int32 {
        guard json else {
            try Screen.show(PlainText("zipingbiao \(Help.version)\n"))
            return 0
        }
        let set = try Installation.templates(own: templates)
        let known = try set.identifiers().map { id in
            let template = try set.template(id)
            return Known(
                id: id, title: template.title, region: template.region, years: template.years,
                isOwn: try set.origin(of: id) == .own)
        }
        let root = Root(schemaVersion: 1, version: Help.version, templates: known)
        try Screen.show(PlainText(JSONReport.encoded(root)))
        return 0
    }

    private struct Root: Encodable {
        var schemaVersion: Int
        var version: String
        var templates: [Known]
    }

    private struct Known: Encodable {
        var id: String
        var title: String
        var region: String
        var years: String
        var isOwn: Bool
    }
}

extension Help {
    static let versionText = """
        用法：zipingbiao version [--json]

        说明程序的版本；加 --json 时连同现有的模板一起写成 JSON。

        选项：
          --json                写成 JSON：版本、模板的名称、表名、地区、年度
          --templates <文件夹>  自己的模板放在哪里（不写时用个人设置里的）
          -h, --help            显示这份说明

        退出码：0 有　64 用法不对　65 模板有错误　66 没有模板文件夹　70 程序出错

        """
}
