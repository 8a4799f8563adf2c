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

    /// What there is to say of a cell.
    private struct Item {
        /// Level of a finding; nil for what was not understood.
        var level: Finding.Level?
        /// What the comment says; empty where a comment elsewhere says it.
        var text: String
    }

    mutating func mark(_ findings: [Finding], unread: [UnreadPlace], places: MarkPlaces) {
        var found: [Int: [CellReference: [Item]]] = [:]
        func add(_ item: Item, at source: Source) {
            guard let sheet = places.sheet(of: source), let cell = places.cell(of: source, sheet: sheet) else { return }
            found[sheet, default: [:]][cell, default: []].append(item)
        }
        for (index, finding) in findings.enumerated() {
            add(Item(level: finding.level, text: Self.text(finding, number: index + 1)), at: finding.source)
        }
        for place in unread {
            add(Item(level: nil, text: Self.text(place)), at: place.source)
            // A comment on each cell of a column would hide the column.
            for cell in place.cells where cell != place.source.cell {
                var source = place.source
                source.cell = cell
                add(Item(level: nil, text: ""), at: source)
            }
        }
        for (sheet, cells) in found.sorted(by: { $0.key < $1.key }) {
            for (cell, items) in cells.sorted(by: { $0.key < $1.key }) { mark(cell, sheet: sheet, items) }
        }
    }

    private mutating func mark(_ place: CellReference, sheet: Int, _ items: [Item]) {
        let layout = workbook.sheets[sheet]
        let existing = layout[place]
        let inherited = layout.rows[place.row]?.style ?? layout.columns[place.column]?.style ?? 0
        let number = existing?.style ?? inherited
        marks.append(
            Mark(
                sheet: layout.name, cell: place, existed: existing != nil, style: number,
                anchor: layout.comments[place]?.anchor))
        var style = workbook.styles.indices.contains(number) ? workbook.styles[number] : CellStyle()
        style.fill = items.compactMap(\.level).min().map(MarkColors.fill) ?? MarkColors.unread
        style.pattern = nil
        var cell = existing ?? Cell(text: "")
        cell.style = workbook.index(of: style)
        workbook.sheets[sheet][place] = cell
        let texts = items.map(\.text).filter { !$0.isEmpty }
        if !texts.isEmpty { comment(place, sheet: sheet, texts) }
    }

    private mutating func comment(_ place: CellReference, sheet: Int, _ texts: [String]) {
        let ours = Self.separator + "\n" + texts.joined(separator: "\n\n")
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

    private static func text(_ place: UnreadPlace) -> String {
        let overrule = OverruleWords.text(place)
        return
            ([
                "【没有读懂】\(place.kind.title)", place.message, place.suggestion.map { "是不是“\($0)”？" } ?? "",
                overrule.isEmpty ? "" : "指定：\(overrule)",
            ].filter { !$0.isEmpty }).joined(separator: "\n")
    }

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
