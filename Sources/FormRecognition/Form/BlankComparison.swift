import Assessment
import FormTemplates
import Spreadsheet

/// What a form has otherwise than the blank of its template: labels, merges, headings.
struct BlankComparison {
    private typealias Item = PrintedLabels.Item

    private let look: SheetLook
    private var form: SheetView { look.view }
    private let words: FormWords
    /// Width of the blank in columns.
    private let width: Int
    private let printed: [String: [Item]]
    private let found: [String: [Item]]

    /// - Parameters:
    ///   - sheet: Name of the blank's sheet that is the form; nil for the first.
    ///   - index: What the blank prints.
    ///   - printed: What the form prints.
    init(blank: Workbook, sheet: String?, index: BlankIndex, form: SheetLook, printed found: PrintedLabels) {
        let own = BlankIndex.sheetIndex(of: blank, sheet)
        width = blank.sheets.indices.contains(own) ? blank.sheets[own].usedRange?.columns.count ?? 0 : 0
        printed = index.labels(of: blank, sheet: sheet, form.words.labels)?.items ?? [:]
        look = form
        words = form.words
        self.found = found.items
    }

    /// The differences, in the order of the blank; then what was added.
    func differences() -> [LayoutDifference] {
        // Level labels are the indicators' own: which of them a form needs is a rule's question.
        let wanted = printed.filter { !Self.isLevel($0.key) }
        var differences: [LayoutDifference] = []
        let widths = [form.sheet.usedRange?.columns.count ?? 0, width]
        if widths[0] != widths[1] {
            differences.append(
                LayoutDifference(
                    source: form.sheetSource, found: "\(widths[0]) 列", expected: "\(widths[1]) 列",
                    message: "这张表有 \(widths[0]) 列，空表有 \(widths[1]) 列。"))
        }
        for (key, labels) in wanted.sorted(by: { $0.value[0].place < $1.value[0].place }) {
            guard let standing = found[key] else {
                differences.append(missing(labels[0]))
                continue
            }
            // In a table of another width every label is wider or narrower: it is said once. A label that stands in several blocks is held against
            // those of its own width first.
            guard widths[0] == widths[1] else { continue }
            var left = standing
            for label in labels {
                let same = left.firstIndex { $0.range.columns.count == label.range.columns.count }
                if let same { left.remove(at: same) }
            }
            if let label = labels.first(where: { label in
                !standing.contains { $0.range.columns.count == label.range.columns.count }
            }), let other = left.first {
                differences += resized(label, other)
            }
        }
        let told = Set(differences.compactMap(\.source.cell))
        return differences
            + added().filter { difference in
                difference.source.cell.map { !told.contains($0) } ?? true
            }
    }

    private static func isLevel(_ key: String) -> Bool { key.hasSuffix("指标") && key != "绩效指标" }

    /// A label that the form does not have: what stands in its place is a changed label, when that is none of the blank's.
    private func missing(_ item: Item) -> LayoutDifference {
        let row = answer(to: item.place.row)
        let standing = form.text(row, item.place.column)
        let label = form.texts(in: row).first { $0.column == item.place.column }?.label
        let shown = Self.oneLine(item.text)
        if let key = PrintedLabels.key(standing, label, words.labels), printed[key] == nil,
            isKnown(label) || standing.count <= 12
        {
            return LayoutDifference(
                source: form.source(row, item.place.column), found: Self.oneLine(standing),
                expected: shown, message: "空表印的是“\(shown)”，这里是“\(Self.oneLine(standing))”。")
        }
        return LayoutDifference(
            source: form.source(row, item.place.column), found: "", expected: shown,
            message: "空表有“\(shown)”（\(item.place)），这张表没有。")
    }

    /// The row of the form that answers to one of the blank: the one with the most of its labels; where there is none, the rows above tell how far
    /// it has moved.
    private func answer(to row: Int) -> Int {
        var moved = 0
        for other in (0...row).reversed() {
            let labels = printed.filter { $0.value.contains { $0.place.row == other } }
            let rows = labels.keys.flatMap { found[$0] ?? [] }.map(\.place.row)
            let counts = Dictionary(rows.map { ($0, 1) }, uniquingKeysWith: +)
            if let best = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key {
                moved = best - other
                break
            }
        }
        return max(0, row + moved)
    }

    /// Whether a text is a label of a fact or a heading, in any form.
    private func isKnown(_ label: Label?) -> Bool {
        guard let label else { return false }
        return words.labels.fact(label) != nil || words.labels.indicatorColumn(label) != nil
            || words.labels.budgetColumn(label) != nil
    }

    /// A heading that is merged over more or fewer columns. Rows grow with the indicators: they may differ.
    private func resized(_ label: Item, _ standing: Item) -> [LayoutDifference] {
        guard label.range.columns.count != standing.range.columns.count else { return [] }
        let shown = Self.oneLine(standing.text)
        return [
            LayoutDifference(
                source: form.source(standing.place.row, standing.place.column),
                found: "\(standing.range.columns.count) 列", expected: "\(label.range.columns.count) 列",
                message:
                    "“\(shown)”占 \(standing.range.columns.count) 列（\(standing.range)），空表里占 \(label.range.columns.count) 列（\(label.range)）。"
            )
        ]
    }

    /// Headings and labels of facts that the blank does not have. What a person writes in slots is no label.
    private func added() -> [LayoutDifference] {
        // What stands in the rows of the indicators is the person's: 预算执行率 is an indicator there.
        let rows = look.tables.flatMap { block in
            block.content.ownRows.filter { $0 > block.table.headingRows.upperBound }
        }
        let own = Set(rows)
        return found.filter { printed[$0.key] == nil }
            .flatMap(\.value)
            .filter { isKnown($0.label) && !own.contains($0.place.row) }
            .sorted { $0.place < $1.place }
            .map { label in
                let shown = Self.oneLine(label.text)
                return LayoutDifference(
                    source: form.source(label.place.row, label.place.column), found: shown, expected: "",
                    message: "“\(shown)”是空表里没有的。")
            }
    }

    private static func oneLine(_ text: String) -> String { text.filter { !$0.isNewline } }
}
