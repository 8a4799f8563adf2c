import Assessment
import Spreadsheet

/// Colours cells and says in comments what is wrong with them.
struct Marking {
    /// What was changed of a cell.
    struct Mark {
        /// The sheet's name.
        var sheet: String
        /// The cell.
        var cell: CellReference
        /// Whether the sheet had it.
        var existed: Bool
        /// Its style before.
        var style: Int
        /// The place of its comment's box before, or nil.
        var anchor: [Int]?
    }

    /// The line between the person's own comment and what was found.
    static let separator = "──────── 核对 ────────"
    /// Who wrote the comments that were not there before.
    static let author = "自评表核对"

    private(set) var workbook: Workbook
    private(set) var marks: [Mark] = []

    init(_ workbook: Workbook) { self.workbook = workbook }

    mutating func mark(_ findings: [Finding], places: MarkPlaces) {
        var found: [Int: [CellReference: [(number: Int, finding: Finding)]]] = [:]
        for (index, finding) in findings.enumerated() {
            guard let sheet = places.sheet(of: finding), let cell = places.cell(of: finding, sheet: sheet) else {
                continue
            }
            found[sheet, default: [:]][cell, default: []].append((index + 1, finding))
        }
        for (sheet, cells) in found.sorted(by: { $0.key < $1.key }) {
            for (cell, items) in cells.sorted(by: { $0.key < $1.key }) { mark(cell, sheet: sheet, items) }
        }
    }

    private mutating func mark(_ place: CellReference, sheet: Int, _ items: [(number: Int, finding: Finding)]) {
        guard let level = items.map(\.finding.level).min() else { return }
        let layout = workbook.sheets[sheet]
        let existing = layout[place]
        let inherited = layout.rows[place.row]?.style ?? layout.columns[place.column]?.style ?? 0
        let number = existing?.style ?? inherited
        marks.append(
            Mark(
                sheet: layout.name, cell: place, existed: existing != nil, style: number,
                anchor: layout.comments[place]?.anchor))
        var style = workbook.styles.indices.contains(number) ? workbook.styles[number] : CellStyle()
        style.fill = MarkColors.fill(level)
        style.pattern = nil
        var cell = existing ?? Cell(text: "")
        cell.style = workbook.index(of: style)
        workbook.sheets[sheet][place] = cell
        comment(place, sheet: sheet, items)
    }

    private mutating func comment(_ place: CellReference, sheet: Int, _ items: [(number: Int, finding: Finding)]) {
        let ours =
            Self.separator + "\n" + items.map { Self.text($0.finding, number: $0.number) }.joined(separator: "\n\n")
        var comment =
            workbook.sheets[sheet].comments[place] ?? CellComment(author: Self.author, content: RichText([]))
        let before = comment.text
        comment.content.runs.append(
            RichText.Run((before.isEmpty ? "" : "\n") + ours, properties: Self.look))
        let lines = TextMeasure.lines(of: comment.text, width: Self.width * 0.75 - 12, font: TextFont(size: 9)).count
        comment.size = CellComment.Size(width: Int(Self.width), height: min(40 + lines * 17, 460))
        comment.anchor = nil
        workbook.sheets[sheet].comments[place] = comment
    }

    /// The usual face of comments, in a size that shows Chinese well.
    private static let look = MarkupElement(
        "rPr",
        children: [
            MarkupElement("sz", [.init("val", "9")]), MarkupElement("color", [.init("rgb", "FF000000")]),
            MarkupElement("rFont", [.init("val", "宋体")]), MarkupElement("charset", [.init("val", "134")]),
        ])
    /// Pixels of a comment's box.
    private static let width = 300.0

    private static func text(_ finding: Finding, number: Int) -> String {
        var lines = ["【\(finding.level.title)】\(finding.rule)（核对结果第 \(number) 条）", finding.message]
        if !finding.found.isEmpty || !finding.expected.isEmpty {
            lines.append(
                "现填：\(finding.found.isEmpty ? "（空）" : finding.found)"
                    + (finding.expected.isEmpty ? "" : "；应为：\(finding.expected)"))
        }
        if !finding.remedy.isEmpty { lines.append("怎么改：\(finding.remedy)") }
        return lines.joined(separator: "\n")
    }
}
