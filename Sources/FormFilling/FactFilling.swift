import Assessment
import Foundation
import FormRecognition
import FormTemplates
import Spreadsheet

/// Puts the facts into their slots, and the year into the line under the title.
enum FactFilling {
    static func fill(_ form: inout FormSheet, map: FormMap, template: Template, submission: Submission) {
        for field in template.fields {
            guard let slot = map.facts[field.label], let fact = submission.facts[field.label] else { continue }
            if let goals = NumberedGoals(map: map).places(fact.text, at: slot, form) {
                for goal in goals {
                    form.put(goal.text, at: goal.place)
                    form.note(fact.source, at: goal.place)
                }
                continue
            }
            // A slot that holds its own label (填报人：) keeps it; a prompt of the blank's goes.
            let standing = form.sheet[slot]?.shown ?? ""
            form.put(label(standing, of: field) + fact.text, at: slot)
            form.note(fact.source, at: slot)
        }
        guard let line = map.yearLine, let year = year(of: submission) else { return }
        let printed = form.sheet[line]?.shown ?? ""
        if let filled = YearText.filled(printed, year: year) {
            form.put(filled, at: line)
            form.note(submission.facts[.year]?.source, at: line)
            return
        }
        let before = printed.prefix { $0 == "（" || $0 == "(" }
        let after = before.isEmpty ? "" : (before == "(" ? ")" : "）")
        form.put("\(before)\(year)年度\(after)", at: line)
        form.note(submission.facts[.year]?.source, at: line)
    }

    /// What stays before the text in its cell: the label, where the cell holds it.
    private static func label(_ standing: String, of field: Template.Field) -> String {
        if TextNormalizer.narrowed(standing).hasSuffix(":") { return standing }
        let name = Label.name(of: standing)
        let isOwn = !name.isEmpty && ([field.label.rawValue] + field.synonyms).contains { Label.name(of: $0) == name }
        return isOwn ? standing + "：" : ""
    }

    /// The four digits of 年度.
    static func year(of submission: Submission) -> String? {
        guard let text = submission.facts[.year]?.text else { return nil }
        let digits = TextNormalizer.narrowed(text).prefix { $0.isASCII && $0.isNumber }
        return digits.count == 4 ? String(digits) : nil
    }
}
