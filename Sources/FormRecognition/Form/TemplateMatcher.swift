import Assessment
import FormTemplates
import Spreadsheet

/// Finds the template of a form: the one whose blank prints the same labels.
struct TemplateMatcher {
    /// A template as a candidate.
    struct Candidate {
        var entry: FormLibrary.Entry
        /// The sheet of the form that looks most like the blank.
        var sheetIndex: Int
        /// Labels of the blank, and those of them that the form has.
        var labels: Int
        var found: Int
        /// The form bears the blank's title.
        var hasTitle: Bool

        /// Share of the labels, with something for the title.
        var score: Int { (labels == 0 ? 0 : found * 100 / labels) + (hasTitle ? 10 : 0) }

        /// Whether it is this form and no other.
        var isNear: Bool { score >= TemplateMatcher.least }
    }

    /// Of a hundred: less than this is another form.
    private static let least = 65

    let library: FormLibrary

    /// The best candidate of all templates; nil when none is near enough.
    func best(_ sheets: [PrintedLabels]) -> Candidate? {
        // Of two that are as near the person's own is taken: it stands last.
        let best = library.entries.filter { !isOfAnotherSubject($0, sheets) }.compactMap { candidate($0, sheets) }
            .enumerated()
            .max { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }?.element
        return best.flatMap { $0.isNear && hasGroups($0, sheets) ? $0 : nil }
    }

    /// Whether a form has half of the groups that the template fixes: one with other groups and without its title is another form, whatever other labels
    /// they share.
    private func hasGroups(_ candidate: Candidate, _ sheets: [PrintedLabels]) -> Bool {
        let fixed = candidate.entry.template.standard.fixedLevels.map(\.level1)
        guard !candidate.hasTitle, !fixed.isEmpty else { return true }
        let keys = sheets[candidate.sheetIndex].keys
        let found = fixed.count { level in keys.contains { Label.isSameLevel($0.text, level) } }
        return found * 2 >= fixed.count
    }

    /// Whether the form's own title names another subject: a form of a whole department is never taken for one of a project, however many labels
    /// they share.
    private func isOfAnotherSubject(_ entry: FormLibrary.Entry, _ sheets: [PrintedLabels]) -> Bool {
        let own = library.labels.titleSubjects(in: TextNormalizer.key(entry.template.title))
        let titles = sheets.flatMap(\.keys).map(\.text).filter { library.labels.isTitle($0) }
        let form = titles.reduce(into: Set<String>()) { $0.formUnion(library.labels.titleSubjects(in: $1)) }
        return !own.isEmpty && !form.isEmpty && own.isDisjoint(with: form)
    }

    /// How a form stands to one template.
    func candidate(_ entry: FormLibrary.Entry, _ sheets: [PrintedLabels]) -> Candidate? {
        guard let blank = entry.blank,
            let own = entry.index.labels(of: blank, sheet: entry.template.sheet, library.labels)?.keys
        else { return nil }
        let title = TextNormalizer.key(entry.template.title)
        var best: Candidate?
        for (index, sheet) in sheets.enumerated() {
            let candidate = Candidate(
                entry: entry, sheetIndex: index, labels: own.count, found: own.intersection(sheet.keys).count,
                hasTitle: sheet.keys.contains { $0.text.hasSuffix(title) })
            if candidate.score > best?.score ?? -1 { best = candidate }
        }
        return best
    }
}
