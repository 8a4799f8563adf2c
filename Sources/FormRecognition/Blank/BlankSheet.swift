import FormTemplates
import Spreadsheet

/// A sheet of a blank, as it is compared: its printed texts by place.
struct BlankSheet {
    let view: SheetView
    /// Texts by the first cell of their range, in reading order.
    let texts: [PrintedText]
    private let byRow: [Int: [PrintedText]]
    private let byColumn: [Int: [PrintedText]]
    private let byPlace: [CellReference: PrintedText]
    /// Rows and columns to the last that is drawn or written.
    let rows: Int
    let columns: Int

    /// A blank has some dozens of rows: what stands below is no form.
    private static let deepest = 400

    init(_ workbook: Workbook, _ index: Int, labels: LabelTable) {
        let view = SheetView(workbook, index)
        self.view = view
        let used = view.sheet.usedRange?.last
        rows = min((used?.row ?? -1) + 1, Self.deepest)
        columns = min((used?.column ?? -1) + 1, 100)
        var texts: [PrintedText] = []
        for row in 0..<rows {
            for text in view.texts(in: row) where text.column < columns {
                texts.append(PrintedText(text.text, range: view.range(row, text.column), labels: labels))
            }
        }
        self.texts = texts
        byRow = Dictionary(grouping: texts, by: \.range.first.row)
        byColumn = Dictionary(grouping: texts, by: \.range.first.column)
        byPlace = Dictionary(texts.map { ($0.range.first, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func texts(inRow row: Int) -> [PrintedText] { byRow[row] ?? [] }

    func texts(inColumn column: Int) -> [PrintedText] { byColumn[column] ?? [] }

    subscript(place: CellReference) -> PrintedText? { byPlace[place] }

    /// Where something stands; its text is what stands there.
    func source(_ place: CellReference) -> Source { view.source(place.row, place.column) }

    /// Whether a row has texts or boxes.
    func isDrawn(row: Int) -> Bool {
        !texts(inRow: row).isEmpty || (0..<columns).contains { (view.sheet[row, $0]?.style ?? 0) != 0 }
    }

    /// The texts of a row as a person names it, at most three.
    func name(ofRow row: Int) -> String {
        let words = texts(inRow: row).filter { !$0.isMark && $0.number == nil }.prefix(3).map { Self.short($0.oneLine) }
        return words.isEmpty ? "" : "“" + words.joined(separator: "、") + "”"
    }

    static func short(_ text: String) -> String { text.count > 24 ? text.prefix(24) + "…" : text }
}
