import Assessment
import FormTemplates

/// The name of the written form.
enum OutputName {
    /// `<单位名称><年度>年度<表名>.xlsx`, with `-待改正` when something must be corrected.
    static func file(_ evaluation: Evaluation, template: Template, canBeHandedIn: Bool) -> String {
        let facts = evaluation.submission.facts
        let name = cleaned(facts[template.nameField]?.text ?? "")
        let year = cleaned(facts[.year]?.text ?? "")
        // A file name holds 255 bytes: the rest is the form's own name.
        let start = shortened(name.isEmpty ? "未填\(template.nameField)" : name, bytes: 120)
        let middle = year.isEmpty ? "" : shortened(year, bytes: 20) + "年度"
        return marked(start + middle + template.fileTitle + ".xlsx", canBeHandedIn: canBeHandedIn)
    }

    /// A name that ends in .xlsx, with `-待改正` before that when something must be corrected.
    static func marked(_ name: String, canBeHandedIn: Bool) -> String {
        let stem = name.dropLast(".xlsx".count)
        guard !canBeHandedIn, !stem.hasSuffix("-待改正") else { return name }
        return stem + "-待改正" + name.suffix(".xlsx".count)
    }

    /// Without what a file name can't hold on Windows or here.
    private static func cleaned(_ text: String) -> String {
        let kept = text.filter { character in
            !"/\\:*?\"<>|".contains(character)
                && !character.unicodeScalars.contains { $0.value < 32 || $0.properties.isWhitespace }
        }
        return kept.hasPrefix(".") ? String(kept.drop { $0 == "." }) : kept
    }

    private static func shortened(_ text: String, bytes: Int) -> String {
        var result = text
        while result.utf8.count > bytes { result.removeLast() }
        return result
    }
}
