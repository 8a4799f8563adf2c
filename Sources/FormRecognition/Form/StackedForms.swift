import Assessment
import FormTemplates
import Spreadsheet

/// Whole forms that share a sheet, below one another or side by side, are taken apart: each stands on a sheet of its own then, with the name and in the
/// cells that it has in the file.
enum StackedForms {
    /// The workbook with forms taken apart; nil where no two tables share a sheet, where some stand below and others beside one another, or where a
    /// title says that a form goes on.
    ///
    /// - Parameter tables: The tables of the workbook's forms, from above.
    static func apart(_ tables: [IndicatorBlock], in view: WorkbookView) -> Workbook? {
        var rows: [Int: [Int]] = [:]
        var columns: [Int: [Int]] = [:]
        for (before, table) in zip(tables, tables.dropFirst())
        where before.table.sheetIndex == table.table.sheetIndex {
            let sheet = table.table.sheetIndex
            if isBeside(before, table) {
                columns[sheet, default: []].append(firstColumn(of: table))
            } else {
                guard let start = start(of: table, after: before, on: view.looks[sheet]) else { return nil }
                rows[sheet, default: []].append(start)
            }
        }
        guard !rows.isEmpty || !columns.isEmpty, Set(rows.keys).isDisjoint(with: columns.keys) else { return nil }
        var workbook = view.workbook
        workbook.sheets = view.workbook.sheets.enumerated().flatMap { index, sheet -> [Sheet] in
            if let starts = rows[index] {
                return zip([0] + starts, starts + [Int.max]).map { from, to in
                    part(of: sheet) { (from..<to).contains($0.row) }
                }
            }
            guard let starts = columns[index] else { return [sheet] }
            return zip([0] + starts, starts + [Int.max]).map { from, to in
                part(of: sheet) { (from..<to).contains($0.column) }
            }
        }
        return workbook
    }

    /// Whether two tables stand side by side.
    static func isBeside(_ one: IndicatorBlock, _ other: IndicatorBlock) -> Bool {
        one.table.headingRows.overlaps(other.table.headingRows)
    }

    private static func firstColumn(of block: IndicatorBlock) -> Int { block.table.columns.map(\.column).min() ?? 0 }

    /// The row in which a form begins: its title, else what stands over its headings without an empty row between, up to what ends the form before. Nil
    /// where a title says that the form before goes on (续表).
    private static func start(of table: IndicatorBlock, after before: IndicatorBlock, on look: SheetLook) -> Int? {
        let last = before.parts.compactMap { $0.content.ownRows.max() }.max() ?? before.table.headingRows.upperBound
        let heading = table.table.headingRows.lowerBound
        let between = last + 1..<max(last + 1, heading)
        if between.contains(where: { FormTitles.goesOn(look, $0) }) { return nil }
        if let title = between.first(where: { FormTitles.isTitle(look, $0) }) { return title }
        var start = heading
        for row in between.reversed() {
            if look.view.texts(in: row).isEmpty || endsForm(row, before, look) { break }
            start = row
        }
        return start
    }

    /// Whether a row is the end of the form above it: its total or grade, notes, who signs, money that it has nowhere else.
    private static func endsForm(_ row: Int, _ before: IndicatorBlock, _ look: SheetLook) -> Bool {
        guard let first = look.view.texts(in: row).first else { return true }
        let label = FactFinder.parts(first.text).map { Label($0.label) } ?? first.label
        if look.words.labels.isNote(first.text) || PrintedGrades.isBand(first.text) { return true }
        if let label, look.words.isPointsTotal(label) || look.words.namedFact(label) == .grade { return true }
        if let label, look.words.labels.isOfPaper(label.title) { return true }
        let heading = before.table.headingRows.lowerBound
        func isMoney(_ place: FormPlace) -> Bool { place.block is MoneyBlock || place.block is MoneyAcross }
        let hasMoneyAbove = look.places.contains { isMoney($0) && $0.rows.lowerBound < heading }
        return !hasMoneyAbove && look.places.contains { isMoney($0) && $0.rows.contains(row) }
    }

    private static func part(of sheet: Sheet, _ isOwn: (CellReference) -> Bool) -> Sheet {
        var part = sheet
        part.cells = sheet.cells.filter { isOwn($0.key) }
        part.merges = sheet.merges.filter { isOwn($0.first) }
        part.comments = sheet.comments.filter { isOwn($0.key) }
        part.richTexts = sheet.richTexts.filter { isOwn($0.key) }
        return part
    }
}
