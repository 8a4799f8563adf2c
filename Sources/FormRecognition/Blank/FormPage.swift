import Assessment
import FormTemplates
import Spreadsheet

/// The sheet of a workbook that is the form, as recognition of a blank looks at it: texts, merges, boxes.
struct FormPage {
    let index: Int
    let view: SheetView
    let words: FormWords
    /// What stands where on the sheet.
    let places: [FormPlace]
    let last: CellReference
    private let styles: [CellStyle]

    /// - Parameter look: The sheet, looked at already.
    private init(_ workbook: Workbook, look: SheetLook) {
        view = look.view
        index = view.index
        words = look.words
        places = look.places
        styles = workbook.styles
        last = workbook.sheets[index].usedRange?.last ?? CellReference(row: 0, column: 0)
    }

    /// The sheet with the headings of indicators, and the table under them; of several the one that has the most columns.
    ///
    /// - Parameter sheet: Name of the sheet, where it is known.
    static func withIndicators(
        of workbook: Workbook, words: FormWords, sheet: String? = nil
    ) -> (page: FormPage, table: IndicatorTable)? {
        let pages = all(of: workbook, words: words)
        let named = pages.filter { workbook.sheets[$0.page.index].name == sheet }
        // The first of those that are alike.
        let found = named.isEmpty ? pages : named
        let most = found.map(\.table.columns.count).max()
        return found.first { $0.table.columns.count == most }
    }

    /// The sheets that are forms, each with its table: what has no table of indicators is an instruction or a list of contents, and a table without
    /// actuals and scores is a declaration where another has them.
    static func all(of workbook: Workbook, words: FormWords) -> [(page: FormPage, table: IndicatorTable)] {
        let view = WorkbookView(workbook, words: words)
        var tables = view.looks.indices
            .filter { workbook.sheets[$0].visibility == .visible || workbook.sheets.count == 1 }
            .flatMap { view.looks[$0].tables.map(\.table) }
        for wanted in [[IndicatorColumn.actual, .score], [.weight]] {
            let found = tables.filter { table in wanted.contains { table.column($0) != nil } }
            if !found.isEmpty { tables = found }
        }
        let sheets = Set(tables.map(\.sheetIndex)).sorted()
        return sheets.compactMap { sheet in
            let look = view.looks[sheet]
            var own = tables.filter { $0.sheetIndex == sheet }
            // A block of money with points and reasons has the headings of a table too.
            let others = own.filter { !look.words.headsMoney(look.view.texts(in: $0.headingRows.lowerBound)) }
            if !others.isEmpty { own = others }
            // The first of those that are alike.
            let most = own.map(\.columns.count).max()
            return own.first { $0.columns.count == most }
                .map { (FormPage(workbook, look: look), $0) }
        }
    }

    /// The tables of indicators on the sheet, from above.
    var tables: [IndicatorTable] { places.compactMap { ($0.block as? IndicatorBlock)?.table } }

    /// Notes that the form prints.
    var notes: [SourcedText] {
        places.compactMap { $0.block as? NoteBlock }.flatMap { block in
            block.lines.map { SourcedText(view.text($0.row, $0.column), source: view.source($0.row, $0.column)) }
        }
    }

    func text(_ cell: CellReference) -> String { view.text(cell.row, cell.column) }

    func texts(in row: Int) -> [ViewText] { view.texts(in: row) }

    /// The cell with those that are merged with it.
    func range(at cell: CellReference) -> CellRange { view.range(cell.row, cell.column) }

    /// Whether a cell is hidden under a merge that begins elsewhere.
    func isCovered(_ cell: CellReference) -> Bool {
        view.merge(cell.row, cell.column).map { $0.first != cell } ?? false
    }

    /// Whether there is a cell at all, with a text or a style of its own.
    func exists(_ cell: CellReference) -> Bool { view.sheet[cell] != nil }

    /// Whether a cell is drawn as a box, or coloured, as the slots of a table are.
    func isBoxed(_ cell: CellReference) -> Bool {
        guard let style = view.sheet[cell]?.style, styles.indices.contains(style) else { return false }
        let border = styles[style].border
        return border.bottom.style != .none || border.top.style != .none || styles[style].fill != nil
    }

    /// `（    年度）` under the title, or another text at the top with a place for the year.
    var yearLine: CellReference? {
        for row in 0...min(last.row, 5) {
            for trimmed in texts(in: row) where trimmed.text.count <= 40 {
                let column = trimmed.column
                // The room for the year may be at the beginning of the text.
                let text = view.sheet[row, column]?.shown ?? trimmed.text
                let key = TextNormalizer.key(text)
                let isLine = key.contains("年度") && key.allSatisfy { "()年度_".contains($0) || $0.isNumber }
                if isLine || YearText.filled(text, year: "") != nil { return CellReference(row: row, column: column) }
            }
        }
        return nil
    }
}

extension FormPage {
    /// The rows for tasks that the blank has; nil when it has none.
    var tasks: FormMap.TaskRows? {
        guard let block = places.lazy.compactMap({ $0.block as? TaskBlock }).first, let first = block.rows.first,
            let last = block.rows.last
        else { return nil }
        return FormMap.TaskRows(
            headingRow: block.headingRow, rows: first...last, columns: block.columns, content: block.content)
    }
}
