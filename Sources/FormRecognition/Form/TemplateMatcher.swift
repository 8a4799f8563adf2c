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
    func best(_ views: [SheetView]) -> Candidate? {
        // Of two that are as near the person's own is taken: it stands last.
        let best = candidates(views).enumerated()
            .max { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }?.element
        return best.flatMap { $0.isNear ? $0 : nil }
    }

    /// How a form stands to one template.
    func candidate(_ entry: FormLibrary.Entry, _ views: [SheetView]) -> Candidate? {
        candidate(entry, keys: views.map { BlankLabels.keys(of: $0, library.labels) })
    }

    private func candidate(_ entry: FormLibrary.Entry, keys sheets: [Set<String>]) -> Candidate? {
        guard let blank = entry.blank else { return nil }
        let own = Set(entry.index.labels(of: blank, library.labels).keys)
        var best: Candidate?
        for (index, keys) in sheets.enumerated() {
            let title = TextNormalizer.key(entry.template.title)
            let candidate = Candidate(
                entry: entry, sheetIndex: index, labels: own.count, found: own.intersection(keys).count,
                hasTitle: keys.contains { $0.hasSuffix(title) })
            if candidate.score > best?.score ?? -1 { best = candidate }
        }
        return best
    }

    private func candidates(_ views: [SheetView]) -> [Candidate] {
        let keys = views.map { BlankLabels.keys(of: $0, library.labels) }
        return library.entries.compactMap { candidate($0, keys: keys) }
    }
}

/// The labels that a sheet prints.
enum BlankLabels {
    /// Longest text that is still a label.
    private static let longest = 40

    static func keys(of view: SheetView, _ labels: LabelTable) -> Set<String> {
        Set(BlankIndex.labels(of: view, labels).keys)
    }

    /// What a label is compared by: its words without 其中, points, units and the colon; nil for what is no label.
    static func key(_ text: String, _ labels: LabelTable) -> String? {
        guard text.count <= longest, !labels.fillers.isPlace(text) else { return nil }
        // A prompt in a slot is a sentence; a label may say （200字以内） behind its few words.
        if text.count > 15, labels.fillers.isLeft(in: text, isValue: true) { return nil }
        // 单位名称：某某局 in one cell is the label 单位名称 with its text.
        var label = text
        if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }), labels.fact(String(text[..<colon])) != nil {
            label = String(text[..<colon])
        }
        var key = LevelLabels.split(label.filter { !$0.isWhitespace }).name
        key = LabelTable.plain(key)
        if key.hasPrefix("其中") { key = String(key.dropFirst("其中".count)) }
        guard key.contains(where: { $0.isLetter }) else { return nil }
        // The year of a title is the person's: （2022年度）. A bracket may be missing.
        return key.filter { !$0.isNumber && !"()_".contains($0) }
    }
}
