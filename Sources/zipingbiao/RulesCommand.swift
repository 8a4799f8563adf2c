import ArgumentParser
import Assessment
import FormTemplates
import Reports
import Spreadsheet

/// `rules`: what is checked, and on what it rests.
struct RulesCommand: ParsableArguments, ProgramCommand {
    @Argument var rule: String?
    @Option var template: String?
    @Option var templates: String?

    static var spec: CommandSpec {
        CommandSpec(
            name: "rules", options: ["--template": [], "--templates": []], flags: [], file: "", files: 0...1,
            help: Help.rules, parse: { try RulesCommand.parse($0) }, message: { RulesCommand.message(for: $0) })
    }

    func run() throws -> Int32 {
        let template = try template.map { try Installation.templates(own: templates).template($0) }
        guard let rule else {
            try Screen.show(PlainText(RuleText.list(template: template)))
            return 0
        }
        let wanted = Self.plain(rule)
        guard let known = RuleCatalogue.all.first(where: { Self.plain($0.id) == wanted }) else {
            let group = RuleCatalogue.all.map { $0.id }.filter { wanted.hasPrefix(Self.plain($0).prefix(3)) }
            let shown = group.isEmpty ? RuleCatalogue.all.map { $0.id } : group
            throw ToolError(
                code: .usage,
                message: "没有“\(rule)”这条规则\(NearWord.question(for: rule, among: RuleCatalogue.all.map { $0.id }))",
                advice: "现有：\(shown.joined(separator: "、"))。全部规则：zipingbiao rules。")
        }
        try Screen.show(PlainText(RuleText.full(known, template: template)))
        return 0
    }

    /// `wgt01` is WGT-01.
    private static func plain(_ id: String) -> String {
        TextNormalizer.key(id).filter { $0.isLetter || $0.isNumber }
    }
}

extension Help {
    static let rules = """
        用法：zipingbiao rules [规则编号] [选项]

        列出全部核对规则；写了编号时，说明这一条检查什么、依据是什么、怎么办。

        选项：
          --template <名称>     这个模板里的级别、限值、是否使用和依据
          --templates <文件夹>  自己的模板放在哪里（不写时用个人设置里的）
          -h, --help            显示这份说明

        例子：
          zipingbiao rules
          zipingbiao rules WGT-01 --template national-project

        退出码：0 有　64 用法不对、没有这条规则　65 模板有错误　66 没有这个模板　70 程序出错

        """
}
