import Assessment
import Foundation
import Spreadsheet

/// Says all that is wrong in a template's data file: what the loader refuses, and what it takes but can't be meant.
public struct TemplateInspector {
    private let root: YAMLNode
    private let template: Template
    private let problems: TemplateProblems

    /// Looks at `<folder>/template.yaml`.
    ///
    /// - Throws: `ToolError` when there is no such file, or it is not YAML.
    public static func problems(folder: String) throws -> [TemplateProblem] {
        let path = URL(fileURLWithPath: folder).standardizedFileURL.path
        let problems = TemplateProblems()
        let root = try YAMLNode(path: path + "/template.yaml", problems: problems)
        do {
            let template = try TemplateLoader.read(
                root, id: path.split(separator: "/").last.map(String.init) ?? "", formPath: path + "/form.xlsx")
            try TemplateInspector(root: root, template: template, problems: problems).inspect()
        } catch let error as ToolError {
            // What could not be collected: it stands for itself, after what was found before it.
            problems.add(
                TemplateProblem(file: root.file, line: nil, what: error.message, advice: error.advice))
        }
        return problems.sorted
    }

    private func inspect() throws {
        try inspectRules()
        try inspectWeights()
        try inspectBands()
        try inspectGrades()
        try inspectMethods()
    }

    private func add(_ node: YAMLNode?, _ what: String, _ advice: String) {
        problems.add(TemplateProblem(file: root.file, line: (node ?? root).line, what: what, advice: advice))
    }

    /// Settings and citations are for rules that exist; a citation may be for a method too.
    private func inspectRules() throws {
        for (id, node) in try root["rules"]?.pairs() ?? [] where RuleCatalogue.rule(id) == nil {
            add(node, "rules 里的“\(id)”不是现有的规则。", "用 zipingbiao rules 看规则编号，改正或删去这一行。")
        }
        for (id, node) in try root["citations"]?.pairs() ?? []
        where RuleCatalogue.rule(id) == nil && ScoringMethod(rawValue: id) == nil {
            add(node, "citations 里的“\(id)”不是现有的规则，也不是计分方法。", "用 zipingbiao rules 看规则编号，改正或删去这一行。")
        }
    }

    /// The fixed 分值 of the levels, and of 预算执行率 where it is scored in the money block, make the total.
    private func inspectWeights() throws {
        let standard = template.standard
        let levels = try root["indicators"]?["levels"]?.list() ?? []
        guard !standard.fixedWeights.isEmpty, standard.fixedWeights.count == levels.count else { return }
        let rate = standard.executionRateWeight ?? 0
        let sum = standard.fixedWeights.reduce(rate) { $0 + $1.weight }
        guard sum != standard.total else { return }
        let terms = standard.fixedWeights.map { "\($0.label) \($0.weight)" } + (rate == 0 ? [] : ["预算执行率 \(rate)"])
        add(
            root["indicators"]?["levels"], "各级分值合计 \(sum)，不等于满分 \(standard.total)（\(terms.joined(separator: "、"))）。",
            "改正 levels 里的 weight、execution-rate 的 weight 或 total。")
    }

    /// Bands may touch, not overlap: a share of the weight would have two names.
    private func inspectBands() throws {
        let nodes = try root["scoring"]?["bands"]?.list() ?? []
        let bands = template.standard.bands
        guard nodes.count == bands.count else { return }
        for (index, band) in bands.enumerated() {
            for (other, earlier) in bands[..<index].enumerated()
            where band.from < earlier.to && earlier.from < band.to {
                add(
                    nodes[index],
                    "档次“\(band.names.first ?? "")”（\(band.from)–\(band.to)）和第 \(other + 1) 档"
                        + "“\(earlier.names.first ?? "")”（\(earlier.from)–\(earlier.to)）重叠。",
                    "改正 from 或 to，使各档只在端点相接。")
            }
            let names = band.names.map(TextNormalizer.key)
            for earlier in bands[..<index] {
                for name in earlier.names where names.contains(TextNormalizer.key(name)) {
                    add(nodes[index], "“\(name)”属于两个档次。", "一种说法只放在一个档次里。")
                }
            }
        }
    }

    /// Two grades can't begin at the same total, nor have the same name.
    private func inspectGrades() throws {
        var seen: [(name: String, from: Decimal)] = []
        for node in try root["grades"]?.list() ?? [] {
            let name = try node["name"]?.text() ?? ""
            let from = try node["from"]?.decimal() ?? 0
            if let other = seen.first(where: { $0.from == from }) {
                add(node, "等级“\(name)”和“\(other.name)”都从 \(from) 分起。", "改正 from。")
            }
            if seen.contains(where: { $0.name == name }) { add(node, "等级“\(name)”写了两次。", "删去一个。") }
            seen.append((name, from))
        }
    }

    /// A method is for labels that the form prints, and a rate is made of figures that there are.
    private func inspectMethods() throws {
        for node in try root["scoring"]?["methods"]?.list() ?? [] {
            if !template.levels.isEmpty, let label = try node["level1"]?.text(), !isLevel1(label) {
                add(node["level1"], "一级指标“\(label)”不在 indicators 的 levels 里。", "改正名称，或在 levels 里补上它。")
            }
            if !template.levels.isEmpty, let label = try node["level2"]?.text(), !isLevel2(label) {
                add(node["level2"], "二级指标“\(label)”不在 indicators 的 levels 里。", "改正名称，或在 levels 里补上它。")
            }
            for key in ["numerator", "denominator"] {
                for term in try node[key]?.list() ?? [] {
                    let text = try term.text()
                    let name = text.hasPrefix("-") ? String(text.dropFirst()) : text
                    guard !isFigure(name) else { continue }
                    add(
                        term, "“\(name)”不是已知的数。",
                        "写资金的列名（\(BudgetColumn.allCases.map(\.rawValue).joined(separator: "、"))）、“资金行 列名”，fields 里的字段，或 figures 里的基础数据。"
                    )
                }
            }
        }
    }

    private func isLevel1(_ label: String) -> Bool {
        template.levels.contains { Self.begins($0.level1, label) }
    }

    private func isLevel2(_ label: String) -> Bool {
        template.levels.contains { level in level.level2.contains { Self.begins($0, label) } }
    }

    /// As the standard compares them: without spaces and without what follows, such as `（50分）`.
    private static func begins(_ label: String, _ wanted: String) -> Bool {
        TextNormalizer.key(label).hasPrefix(TextNormalizer.key(wanted))
    }

    private func isFigure(_ name: String) -> Bool {
        if BudgetColumn(rawValue: name) != nil || template.field(FactName(name)) != nil { return true }
        if template.figures?.names.contains(name) == true { return true }
        let parts = name.split(separator: " ").map(String.init)
        return parts.count == 2 && BudgetColumn(rawValue: parts[1]) != nil
            && template.budgetRows.contains { $0.name == parts[0] }
    }
}
