import Assessment
import FormTemplates
import Spreadsheet

/// Says which slots of a template are not found on its blank, by their labels.
public enum BlankInspector {
    /// Looks at a blank.
    ///
    /// - Throws: `ToolError` when the blank has no indicator table, or is empty.
    public static func problems(_ blank: Workbook, template: Template, labels: LabelTable) throws -> [TemplateProblem] {
        let map = try FormRecognizer.map(blank, template: template, labels: labels)
        let file = "\(template.id)/form.xlsx"
        var problems: [TemplateProblem] = []
        let fields = template.fields.map(\.label).filter { !isFound($0, map) }.map(\.rawValue)
        if !fields.isEmpty {
            problems.append(
                TemplateProblem(
                    file: file, line: nil, what: "空表里找不到这些字段的填写格：\(fields.joined(separator: "、"))。",
                    advice: "检查空表里的标签，或在 fields 里写 synonyms（别名）或 cell（单元格地址）。"))
        }
        let rows = template.budgetRows.map(\.name).filter { name in !map.money.contains { $0.name == name } }
        if !rows.isEmpty {
            problems.append(
                TemplateProblem(
                    file: file, line: nil, what: "空表里找不到这些资金行：\(rows.joined(separator: "、"))。",
                    advice: "检查空表里的标签，或在 money 的 rows 里写 synonyms（别名）。"))
        }
        let columns = template.standard.requiredColumns.filter { map.indicators?.columns[$0] == nil }.map(\.rawValue)
        if !columns.isEmpty {
            problems.append(
                TemplateProblem(
                    file: file, line: nil, what: "空表的绩效指标表里没有这些列：\(columns.joined(separator: "、"))。",
                    advice: "检查空表的表头，或改正 required-columns。"))
        }
        do {
            _ = try template.overrules(labels)
        } catch let error as ToolError {
            problems.append(
                TemplateProblem(
                    file: "\(template.id)/template.yaml", line: nil, what: error.message + "。",
                    advice: error.advice))
        }
        return problems
    }

    /// The year may stand in a line of its own under the title, tasks in rows that repeat.
    private static func isFound(_ name: FactName, _ map: FormMap) -> Bool {
        if map.facts[name] != nil { return true }
        if name == .year { return map.yearLine != nil }
        return WorkTask.place(named: name.rawValue) != nil && map.tasks != nil
    }
}
