import Assessment
import FormTemplates
import Reports
import Spreadsheet

/// The name of the written form.
enum OutputName {
    /// `<单位名称><年度>年度<表名>.xlsx`, with a mark when it can't be handed in.
    static func file(_ evaluation: Evaluation, template: Template, mark: String?) -> String {
        let facts = evaluation.submission.facts
        let name = cleaned(facts[template.nameField]?.text ?? "")
        let year = cleaned(facts[.year]?.text ?? "")
        // A file name holds 255 bytes: the rest is the form's own name.
        let start = shortened(name.isEmpty ? "未填\(template.nameField)" : name, bytes: 120)
        let middle = year.isEmpty ? "" : shortened(year, bytes: 20) + "年度"
        return marked(start + middle + template.fileTitle + ".xlsx", mark)
    }

    /// What stands behind the name of a form that can't be handed in: something must be corrected, or was not understood; nil for others.
    static func mark(_ report: FillReport) -> String? {
        if report.evaluation.count(.must) > 0 || !report.cut.isEmpty { return "-待改正" }
        return report.evaluation.account.isUnderstood ? nil : "-待确认"
    }

    /// A name that ends in .xlsx, with a mark before that.
    static func marked(_ name: String, _ mark: String?) -> String {
        let stem = name.dropLast(".xlsx".count)
        guard let mark, !stem.hasSuffix(mark) else { return name }
        return stem + mark + name.suffix(".xlsx".count)
    }

    /// Without what a file name can't hold on Windows or here.
    private static func cleaned(_ text: String) -> String {
        let kept = FileNameText.cleaned(text).filter { !$0.isWhitespace }
        return kept.hasPrefix(".") ? String(kept.drop { $0 == "." }) : kept
    }

    private static func shortened(_ text: String, bytes: Int) -> String {
        var result = text
        while result.utf8.count > bytes { result.removeLast() }
        return result
    }
}
