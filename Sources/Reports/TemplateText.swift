import Assessment
import FormTemplates

/// What `templates` says of the templates that there are.
public enum TemplateText {
    /// A template and where it is from.
    public struct Item: Sendable {
        var id: String
        var origin: TemplateSet.Origin
        /// The template, or nil when it is broken.
        var template: Template?

        /// An item.
        public init(id: String, origin: TemplateSet.Origin, template: Template?) {
            self.id = id
            self.origin = origin
            self.template = template
        }
    }

    /// All templates, a line each.
    public static func list(_ items: [Item]) -> String {
        let rows =
            [["名称", "来源", "表", "年份", "地区"]]
            + items.map { item in
                guard let template = item.template else {
                    return [item.id, item.origin.rawValue, "有错误，不能用：zipingbiao templates check \(item.id)", "", ""]
                }
                let years = template.years.isEmpty ? "—" : template.years
                return [item.id, item.origin.rawValue, template.title, years, template.region]
            }
        return TextColumns.table(rows)
    }

    /// One template in full.
    public static func full(_ template: Template, origin: TemplateSet.Origin, folder: String) -> String {
        var lines = [
            "\(template.title)（\(template.id)）", "地区：\(template.region)",
            "年份：\(template.years.isEmpty ? "没有写" : template.years)", "来源：\(origin.rawValue)（\(folder)）",
            "金额单位：\(template.moneyUnit)",
        ]
        func section(_ title: String, _ items: [String]) {
            if !items.isEmpty { lines += ["", title] + items.map { "  \($0)" } }
        }
        section("字段（\(template.fields.count) 项）", template.fields.map(field))
        section("资金（\(template.budgetRows.count) 行）", money(template))
        section("绩效指标", indicators(template))
        section("计分方法", methods(template.standard))
        section("等级", grades(template.standard))
        section("和通常不同的规则", rules(template.standard))
        section("依据", template.standard.citations.sorted { $0.key < $1.key }.map { "\($0.key)：\($0.value)" })
        section("依据待核", template.unsettled)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func field(_ field: Template.Field) -> String {
        var marks: [String] = []
        if field.isRequired { marks.append("必填") }
        if let limit = field.limit { marks.append("限 \(limit) 字") }
        if field.isSignature { marks.append("签字栏") }
        if !field.synonyms.isEmpty { marks.append("也叫 \(field.synonyms.joined(separator: "、"))") }
        return field.label.rawValue + (marks.isEmpty ? "" : "（\(marks.joined(separator: "，"))）")
    }

    private static func money(_ template: Template) -> [String] {
        template.budgetRows.map { $0.name + ($0.synonyms.isEmpty ? "" : "（也叫 \($0.synonyms.joined(separator: "、"))）") }
            + template.standard.budgetBlocks.map {
                "\($0.title)：\($0.total) ＝ \($0.parts.joined(separator: " ＋ "))"
            }
    }

    private static func indicators(_ template: Template) -> [String] {
        let standard = template.standard
        var lines = ["满分：\(standard.total)", "必需的列：\(standard.requiredColumns.map(\.rawValue).joined(separator: "、"))"]
        lines += standard.fixedWeights.map { "\($0.label)：\($0.weight) 分" }
        lines += template.levels.map { level in
            "\(level.level1)：\(level.level2.isEmpty ? "没有规定二级指标" : level.level2.joined(separator: "、"))"
        }
        let weight = standard.executionRateWeight.map { "，\($0) 分" } ?? ""
        switch standard.executionRatePlace {
        case .indicator: lines.append("预算执行率：在指标表里计分\(weight)")
        case .budget: lines.append("预算执行率：在资金表里计分\(weight)")
        case .none: lines.append("预算执行率：不计分")
        }
        return lines
    }

    private static func methods(_ standard: Standard) -> [String] {
        var lines = [
            "定量指标：\(standard.quantitativeMethod.title)", "定性指标：\(standard.qualitativeMethod.title)",
        ]
        lines += standard.methods.map { choice in
            let labels = [choice.level1, choice.level2, choice.name].compactMap { $0 }.joined(separator: " / ")
            return "\(labels.isEmpty ? "所有指标" : labels)：\(choice.method.title)"
        }
        lines += standard.bands.map { "档次 \($0.names.joined(separator: "、"))：分值的 \($0.from)%–\($0.to)%" }
        lines.append("得分 \(standard.scorePlaces) 位小数，比率 \(standard.ratePlaces) 位小数")
        return lines
    }

    private static func grades(_ standard: Standard) -> [String] {
        standard.grades.enumerated().map { index, grade in
            let end = index == 0 ? "以上" : "（含）到 \(standard.grades[index - 1].from)（不含）"
            return "\(grade.name)：\(grade.from) 分\(index == 0 ? "（含）" : "")\(end)"
        }
    }

    private static func rules(_ standard: Standard) -> [String] {
        standard.rules.sorted { $0.key < $1.key }.map { id, setting in
            var parts: [String] = []
            if !setting.isOn { parts.append("不使用") }
            if let level = setting.level { parts.append(level.title) }
            if let threshold = setting.threshold { parts.append("限值 \(threshold)") }
            return "\(id) \(RuleCatalogue.rule(id)?.title ?? "")：\(parts.joined(separator: "，"))"
        }
    }
}
