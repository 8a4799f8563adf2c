import Assessment
import Spreadsheet

/// The rows of headings of a table, one to three, and what stands over each of its columns.
///
/// `评价指标` over `一级指标`, `二级指标` over `名称`, `权重` is three rows: each column has the lowest text that is its own, and those above it.
struct HeadingBand {
    /// What heads a column, or several that have nothing of their own under it.
    struct Heading {
        let text: ViewText
        let row: Int
        let columns: ClosedRange<Int>
        /// The last row that the cell reaches down to.
        let last: Int
        /// What stands over it, the nearest first.
        var above: [ViewText] = []

        var column: Int { columns.lowerBound }
    }

    /// More rows than a form ever has.
    private static let mostRows = 3
    /// Longest text that heads a column under another.
    private static let longest = 20

    private(set) var rows: ClosedRange<Int>
    /// From left to right.
    private(set) var headings: [Heading]

    /// - Parameters:
    ///   - row: The first row of headings.
    ///   - isKnown: Whether a text is a heading that means something, alone or with what stands over it.
    init(_ view: SheetView, from row: Int, isKnown: (Heading) -> Bool) {
        rows = row...row
        headings = view.texts(in: row).map { Self.heading($0, in: row, view) }
        while rows.count < Self.mostRows, let below = under(view, isKnown) {
            headings = below
            rows = row...(rows.upperBound + 1)
        }
    }

    /// Headings that were found in another way.
    init(rows: ClosedRange<Int>, headings: [Heading]) {
        self.rows = rows
        self.headings = headings
    }

    private static func heading(_ text: ViewText, in row: Int, _ view: SheetView, above: [ViewText] = []) -> Heading {
        let range = view.range(row, text.column)
        return Heading(text: text, row: row, columns: range.columns, last: range.last.row, above: above)
    }

    /// The headings with those of the next row in their places; nil where the next row is no row of headings: each of its texts must stand under a
    /// heading that is wider, and some heading reach down beside them, or one of them be known.
    private func under(_ view: SheetView, _ isKnown: (Heading) -> Bool) -> [Heading]? {
        let row = rows.upperBound + 1
        let texts = view.texts(in: row)
        guard !texts.isEmpty else { return nil }
        var below: [Heading] = []
        var parents: [Int: [Heading]] = [:]
        for text in texts {
            guard let parent = headings.firstIndex(where: { $0.columns.contains(text.column) }),
                text.label != nil, text.text.count <= Self.longest, view.amount(row, text.column).value == nil,
                !Target(text: text.text, source: view.sheetSource).isOperatorWritten
            else { return nil }
            let own = Self.heading(text, in: row, view, above: [headings[parent].text] + headings[parent].above)
            guard own.columns.count < headings[parent].columns.count else { return nil }
            parents[parent, default: []].append(own)
            below.append(own)
        }
        let reachesDown = headings.contains { $0.last >= row }
        guard reachesDown || below.contains(where: isKnown) else { return nil }
        return headings.indices.flatMap { parents[$0] ?? [headings[$0]] }
    }
}
