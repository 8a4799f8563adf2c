import Assessment
import Foundation
import Spreadsheet

/// Reads `template.yaml`. What is not understood is an error with its line, never passed over.
enum TemplateLoader {
    static func load(folder: String, id: String) throws -> Template {
        try load(file: folder + "/template.yaml", id: id, formPath: folder + "/form.xlsx")
    }

    /// - Parameter formPath: Path of the blank, or empty for rules without one.
    static func load(file: String, id: String, formPath: String) throws -> Template {
        try read(YAMLNode(path: file), id: id, formPath: formPath)
    }

    /// - Parameter root: The file; when it collects what is wrong, what comes back is no more than a stand-in.
    static func read(_ root: YAMLNode, id: String, formPath: String) throws -> Template {
        try root.allow([
            "id", "title", "file-title", "region", "years", "name-field", "money-unit", "known", "fields", "money",
            "indicators", "scoring", "grades", "rules", "citations",
            "columns", "figures", "column", "cell", "ignore", "sheet",
        ])
        let stated = try root.required("id")
        if try stated.text() != id { try stated.fail("id 应与文件夹名“\(id)”相同。") }
        let title = try root.required("title").text()
        let fields = try root.required("fields").list().map(field)
        let unit = try root.required("money-unit")
        if try MoneyUnit(rawValue: unit.text()) == nil {
            try unit.fail("金额单位应是 \(MoneyUnit.allCases.map(\.rawValue).joined(separator: "、")) 之一。")
        }
        let nameField = try root.required("name-field")
        if try !fields.map(\.label.rawValue).contains(nameField.text()) {
            try nameField.fail("name-field 不是 fields 里的字段。")
        }
        var template = Template(
            id: id, title: title, fileTitle: try root["file-title"]?.text() ?? title,
            region: try root.required("region").text(), years: try root["years"]?.text() ?? "",
            nameField: FactName(try nameField.text()),
            moneyUnit: MoneyUnit(rawValue: try unit.text()) ?? .tenThousand, fields: fields,
            budgetRows: try root["money"]?["rows"]?.list().map(budgetRow) ?? [],
            levels: try root["indicators"]?["levels"]?.list().map(level) ?? [],
            standard: try StandardLoader.load(root, fields: fields),
            provenance: try root.required("known").list().map(provenance), formPath: formPath)
        template.standard.moneyUnit = template.moneyUnit
        template.columnSynonyms = try columns(root["columns"])
        template.figures = try root["figures"].map { try FigureTable($0) }
        template.sheet = try root["sheet"]?.text()
        template.toldColumns = try root["column"]?.pairs().map { ($0.key, try $0.value.text()) } ?? []
        template.toldCells = try root["cell"]?.pairs().map { ($0.key, try $0.value.text()) } ?? []
        template.ignored = try root.texts("ignore")
        return template
    }

    private static func columns(_ node: YAMLNode?) throws -> [IndicatorColumn: [String]] {
        var columns: [IndicatorColumn: [String]] = [:]
        for (name, words) in try node?.pairs() ?? [] {
            guard let column = IndicatorColumn(rawValue: name) else {
                throw words.broken(
                    "没有“\(name)”这种列。",
                    advice: "可用的列：\(IndicatorColumn.allCases.map(\.rawValue).joined(separator: "、"))。")
            }
            columns[column] = try words.list().map { try $0.text() }
        }
        return columns
    }

    private static func field(_ node: YAMLNode) throws -> Template.Field {
        try node.allow(["label", "synonyms", "required", "limit", "cell", "prefix", "signature"])
        var cell: CellReference?
        if let place = node["cell"] {
            cell = CellReference(try place.text())
            if cell == nil { try place.fail("“\(try place.text())”不是单元格地址。", advice: "写成 C3 这样的地址。") }
        }
        return Template.Field(
            label: FactName(try node.required("label").text()), synonyms: try node.texts("synonyms"),
            isRequired: try node["required"]?.boolean() ?? false, limit: try node["limit"]?.integer(), cell: cell,
            prefix: try node["prefix"]?.text() ?? "", isSignature: try node["signature"]?.boolean() ?? false)
    }

    private static func budgetRow(_ node: YAMLNode) throws -> Template.BudgetRow {
        try node.allow(["name", "synonyms"])
        return Template.BudgetRow(name: try node.required("name").text(), synonyms: try node.texts("synonyms"))
    }

    private static func level(_ node: YAMLNode) throws -> (level1: String, level2: [String]) {
        try node.allow(["name", "weight", "printed", "children"])
        return (try (node["printed"] ?? node.required("name")).text(), try node.texts("children"))
    }

    private static func provenance(_ node: YAMLNode) throws -> Template.Provenance {
        try node.allow(["what", "basis"])
        return Template.Provenance(what: try node.required("what").text(), basis: try node.required("basis").text())
    }
}
