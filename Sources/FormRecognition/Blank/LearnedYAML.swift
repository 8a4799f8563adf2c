import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Writes what was learned of a blank as `template.yaml`, with comments for the person who corrects it.
public enum LearnedYAML {
    private static let unknown = "依据待核（空表上没有印；沿用通行的写法，请核对后改这里）"

    /// The text of the file.
    ///
    /// - Parameter id: Name of the template's folder.
    public static func text(of form: LearnedForm, id: String, source: String) -> String {
        var lines = [
            "# \(form.title)（由空表 \(source) 认出；可以用记事本改，改后用 zipingbiao templates check \(id) 检查）",
            "id: \(quoted(id))", "title: \(quoted(form.title))", "region: 自定义",
            "years: \(quoted(form.year.isEmpty ? "" : form.year + " 年度"))",
            "name-field: \(quoted(form.nameField.rawValue))",
            "money-unit: \(form.moneyUnit)",
        ]
        if form.isOneOfSheets { lines.append("sheet: \(quoted(form.sheet))") }
        lines.append("")
        lines +=
            known(form) + [""] + fields(form) + [""] + money(form) + columns(form) + indicators(form) + [""]
            + scoring(form)
        lines += [""] + grades(form) + rules(form)
        if !form.questions.isEmpty {
            lines += ["", "# 拿不准的地方，请看一遍："]
            lines += form.questions.map { "#   " + ($0.cell.map { "\($0)：" } ?? "") + oneLine($0.text) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func known(_ form: LearnedForm) -> [String] {
        var lines = ["# 每一项是从哪里知道的；依据待核 = 空表上没有印", "known:"]
        func add(_ what: String, _ basis: String) {
            lines.append("  - what: \(quoted(what))")
            lines.append("    basis: \(quoted(basis))")
        }
        add("标签、各栏、各行的排法", "空表所印")
        add(
            "各组分值",
            form.basis["WGT-02"].map { "空表所印的说明：\($0)" }
                ?? (form.levels.contains { $0.weight != nil } ? "空表所印" : unknown))
        add("等级", form.basis["SCO-06"].map { "空表所印的说明：\($0)" } ?? unknown)
        add("定性指标的档次", form.basis["bands"].map { "空表所印的说明：\($0)" } ?? unknown)
        add("计分方法", unknown)
        return lines
    }

    private static func fields(_ form: LearnedForm) -> [String] {
        var lines = ["# 填一段文字的格子：label 是数据里用的名字，cell 是认出的位置（插入行列后请改）", "fields:"]
        for field in form.fields {
            var parts = ["label: \(quoted(field.label.rawValue))"]
            if field.printed != field.label.rawValue { parts.append("synonyms: [\(quoted(field.printed))]") }
            if field.isRequired { parts.append("required: true") }
            if let limit = field.limit { parts.append("limit: \(limit)") }
            if let slot = field.slot { parts.append("cell: \(slot)") }
            if field.isSignature { parts.append("signature: true") }
            lines.append("  - {\(parts.joined(separator: ", "))}")
        }
        return lines
    }

    private static func money(_ form: LearnedForm) -> [String] {
        guard !form.budgetRows.isEmpty else { return [] }
        var lines = ["money:", "  places: 2", "  rows:"]
        for row in form.budgetRows {
            let words = row.synonyms.isEmpty ? "" : ", synonyms: [\(row.synonyms.map(quoted).joined(separator: ", "))]"
            lines.append("    - {name: \(quoted(row.name))\(words)}")
        }
        lines.append("  # 哪些行加起来等于哪一行")
        lines.append("  blocks:")
        for block in form.blocks {
            lines.append(
                "    - {title: \(quoted(block.title)), total: \(quoted(block.total)), parts: [\(block.parts.map(quoted).joined(separator: ", "))]}"
            )
        }
        return lines + [""]
    }

    private static func columns(_ form: LearnedForm) -> [String] {
        guard !form.renamed.isEmpty else { return [] }
        let lines = form.renamed.map { "  \($0.column.rawValue): [\(quoted($0.heading))]" }
        return ["# 这张表里意思与别处不同的列名", "columns:"] + lines + [""]
    }

    private static func indicators(_ form: LearnedForm) -> [String] {
        let required = form.columns.filter {
            ![.reason, .score, .coefficient, .criterion, .initialTarget].contains($0)
        }
        var lines = [
            "indicators:", "  total: 100",
            "  required-columns: [\(required.map(\.rawValue).joined(separator: ", "))]",
        ]
        guard !form.levels.isEmpty else { return lines }
        lines.append("  # 表上印好的一级、二级指标；weight 是这一组的分值，没有印的不写")
        lines.append("  levels:")
        for level in form.levels {
            var parts = ["name: \(quoted(level.name))"]
            if oneLine(level.printed) != level.name { parts.append("printed: \(quoted(oneLine(level.printed)))") }
            if let weight = level.weight { parts.append("weight: \(weight)") }
            if !level.children.isEmpty {
                parts.append("children: [\(level.children.map(quoted).joined(separator: ", "))]")
            }
            lines.append("    - {\(parts.joined(separator: ", "))}")
        }
        return lines
    }

    private static func scoring(_ form: LearnedForm) -> [String] {
        var rate = "place: \(form.ratePlace.rawValue)"
        if let weight = form.rateWeight { rate += ", weight: \(weight)" }
        var lines = [
            "scoring:", "  score-places: 2", "  rate-places: 2",
            "  # 定量指标按比例计分，定性指标由填报人在档次范围内给分", "  quantitative: proportion", "  qualitative: bands",
            "  # 预算执行率在哪里计分：budget 资金情况，indicator 指标表里的一行，none 不计分",
            "  execution-rate: {\(rate)}", "  bands:",
        ]
        let bands =
            form.bands.isEmpty
            ? [
                Standard.Band(names: ["达成预期指标", "达成年度指标", "全部达成", "已达成", "达成"], from: 80, to: 100),
                Standard.Band(names: ["部分达成预期指标并具有一定效果", "部分达成"], from: 60, to: 80),
                Standard.Band(names: ["未达成预期指标且效果较差", "未达成"], from: 0, to: 60),
            ] : form.bands
        for band in bands {
            lines.append(
                "    - {names: [\(band.names.map(quoted).joined(separator: ", "))], from: \(band.from), to: \(band.to)}"
            )
        }
        return lines
    }

    private static func grades(_ form: LearnedForm) -> [String] {
        let grades =
            form.grades.isEmpty
            ? [
                Grade(name: "优", from: 90), Grade(name: "良", from: 80), Grade(name: "中", from: 60),
                Grade(name: "差", from: 0),
            ] : form.grades
        return ["# 等级：从这个分数（含）起", "grades:"] + grades.map { "  - {name: \($0.name), from: \($0.from)}" }
    }

    private static func rules(_ form: LearnedForm) -> [String] {
        var lines: [String] = []
        if form.lowRate != nil || form.asksForAdjustment {
            lines += ["", "rules:"]
            if let rate = form.lowRate { lines.append("  BUD-07: {threshold: \(rate)}") }
            if form.asksForAdjustment { lines.append("  BUD-08: {on: true}") }
        }
        var citations: [String] = []
        for id in ["WGT-02", "BUD-07", "BUD-08"] {
            if let text = form.basis[id] { citations.append("  \(id): \(quoted("空表所印的说明：" + text))") }
        }
        citations.append("  SCO-06: \(quoted(form.basis["SCO-06"].map { "空表所印的说明：" + $0 } ?? unknown))")
        citations.append("  SCO-02: \(quoted(unknown))")
        return lines + ["", "citations:"] + citations
    }

    private static func oneLine(_ text: String) -> String { text.filter { !$0.isNewline } }

    /// A scalar in double quotation marks: any text is safe in them.
    private static func quoted(_ text: String) -> String {
        let plain = oneLine(text)
        let isSimple = !plain.isEmpty && plain.allSatisfy { $0.isLetter || "（）·".contains($0) }
        if isSimple, !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(plain.lowercased()) {
            return plain
        }
        return "\"" + plain.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
            + "\""
    }
}
