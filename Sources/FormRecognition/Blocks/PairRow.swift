import Assessment
import FormTemplates
import Spreadsheet

/// A row that is nothing but labels of facts with their values, 总分 or 等级 among them: 总分 | 98 | 评价等次 | 优, or 总分：98 | 等级：优. What the row as a
/// whole is called may stand before them: 评价结果 | 总分 | 98.
struct PairRow {
    /// What the row is called; nil where it begins with its first label.
    let lead: ViewText?

    /// Reads a row; nil where it is anything else.
    init?(_ texts: [ViewText], _ row: Int, _ view: SheetView, _ words: FormWords) {
        if Self.isWhole(texts[...], row, view, words) {
            lead = nil
        } else if let first = texts.first, let label = first.label, label.name.count <= 12,
            view.amount(row, first.column).value == nil,
            // 总分 before 等级 | 优 is a label that waits for its figure.
            !words.isPointsTotal(label), words.namedFact(label) != .grade,
            Self.isWhole(texts.dropFirst(), row, view, words, isBehindLead: true)
        {
            lead = first
        } else {
            return nil
        }
    }

    private static func isWhole(
        _ texts: ArraySlice<ViewText>, _ row: Int, _ view: SheetView, _ words: FormWords, isBehindLead: Bool = false
    ) -> Bool {
        var names: [FactName] = []
        var rest = texts
        while let text = rest.popFirst() {
            if let parts = FactFinder.parts(text.text), !parts.value.isEmpty {
                guard let name = words.namedFact(Label(parts.label)) else { return false }
                names.append(name)
                continue
            }
            guard let name = words.namedFact(text.label), view.amount(row, text.column).value == nil,
                let value = rest.popFirst(), words.namedFact(value.label) == nil,
                value.column == view.range(row, text.column).last.column + 1
            else { return false }
            names.append(name)
        }
        // 总分 | 98 alone may be a row of the table's own: its columns tell.
        guard names.count >= 2 || isBehindLead else { return false }
        return names.contains(.total) || names.contains(.grade)
    }
}
