import Assessment
import Spreadsheet

/// Notes that a form prints: 注：…, with the lines that go on with it.
struct NoteBlock: FormBlock {
    /// Cells with texts, the first of each line first.
    let lines: [CellReference]

    static func find(in look: inout SheetLook) -> [FormPlace] {
        var lines: [CellReference] = []
        var isOpen = false
        for row in look.view.filledRows where !look.ownRows.contains(row) {
            guard let first = look.view.texts(in: row).first, look.claims.isFree(row, first.column) else {
                isOpen = false
                continue
            }
            let isDetached = isDetached(first.text)
            // The bands of grades, one to a line: 优秀：90分（含）以上.
            let isBand = look.view.texts(in: row).count == 1 && PrintedGrades.isBand(first.text)
            let begins = look.words.labels.isNote(first.text) || isDetached || isBand
            let goesOn = isOpen && goesOn(first.text) && look.view.amount(row, first.column).value == nil
            isOpen = begins || goesOn
            guard isOpen else { continue }
            // What a person says under 备注, 评价结论, 审核意见 is no print of the form.
            if begins, !isDetached, !isBand, says(first.text, look) { continue }
            // A printed note explains; it holds no amounts of the year.
            if SaidFigure.isMoney(first.text) { continue }
            lines.append(CellReference(row: row, column: first.column))
            look.claims.claim(row, first.column, .decoration)
        }
        guard let first = lines.first, let last = lines.last else { return [] }
        return [FormPlace(sheet: look.view.index, rows: first.row...last.row, block: NoteBlock(lines: lines))]
    }

    /// Whether a line that begins with the word of a note says a figure, or a verdict behind its colon.
    private static func says(_ text: String, _ look: SheetLook) -> Bool {
        if SaidFigure.isIn(text) { return true }
        guard let parts = FactFinder.parts(text), !parts.value.isEmpty, parts.value.first?.isNumber != true else {
            return false
        }
        return !look.words.labels.isOfPaper(parts.label)
    }

    /// A line that begins as notes do, whatever their word: 注：, ※, 附注.
    private static func isDetached(_ text: String) -> Bool {
        ["注", "附注", "※", "说明"].contains { TextNormalizer.key(text).hasPrefix($0) }
    }

    /// The line under a note goes on with it when it begins with its number.
    private static func goesOn(_ text: String) -> Bool {
        guard let first = TextNormalizer.key(text).first else { return false }
        return first.isNumber || first == "(" || first == "一" || first == "二" || first == "三"
    }

    func read(_ view: SheetView, into reading: inout FormReading) {
        for line in lines {
            reading.claim(view, line.row, line.column, .decoration)
            reading.addNote(SourcedText(view.text(line.row, line.column), source: view.source(line.row, line.column)))
        }
    }
}
