import Assessment
import FormTemplates

/// What `rules` says.
public enum RuleText {
    /// All rules, a line each; as a template sets them, where one is given.
    public static func list(template: Template?) -> String {
        let rows = RuleCatalogue.all.map { [$0.id, level($0, template), $0.title] }
        return TextColumns.table(rows) + "共 \(rows.count) 条。看一条的依据和办法：zipingbiao rules 编号\n"
    }

    /// One rule in full.
    public static func full(_ rule: any Rule.Type, template: Template?) -> String {
        let setting = template?.standard.rules[rule.id]
        var lines = ["\(rule.id) \(rule.title)", "级别：\(level(rule, template))"]
        if let threshold = setting?.threshold { lines.append("限值：\(threshold)（本模板规定）") }
        lines.append("依据：\(template?.standard.citations[rule.id] ?? rule.citation)")
        if let departure = rule.departure { lines.append("与依据的出入：\(departure)") }
        lines.append("办法：\(rule.remedy)")
        if let template { lines.append("模板：\(template.title)（\(template.id)）") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func level(_ rule: any Rule.Type, _ template: Template?) -> String {
        guard let setting = template?.standard.rules[rule.id] else { return rule.level.title }
        guard setting.isOn else { return "不使用" }
        guard let level = setting.level, level != rule.level else { return rule.level.title }
        return "\(level.title)（通常为\(rule.level.title)）"
    }
}
