import Assessment
import FormTemplates
import Spreadsheet

/// Whole forms below one another on one sheet, each with its title, are taken apart: each stands on a sheet of its own then, with the name and in the
/// cells that it has in the file.
enum StackedForms {
    /// The workbook with forms taken apart; nil where no two tables share a sheet, or no title tells where the second form begins.
    ///
    /// - Parameter tables: The tables of the workbook's forms, from above.
    static func apart(_ tables: [IndicatorBlock], in view: WorkbookView) -> Workbook? {
        var starts: [Int: [Int]] = [:]
        for (before, table) in zip(tables, tables.dropFirst())
        where before.table.sheetIndex == table.table.sheetIndex {
            guard let row = start(of: table, after: before, on: view.looks[table.table.sheetIndex]) else { return nil }
            starts[table.table.sheetIndex, default: []].append(row)
        }
        guard !starts.isEmpty else { return nil }
        var workbook = view.workbook
        workbook.sheets = view.workbook.sheets.enumerated().flatMap { index, sheet in
            guard let rows = starts[index] else { return [sheet] }
            return zip([0] + rows, rows + [Int.max]).map { part(of: sheet, $0..<$1) }
        }
        return workbook
    }

    /// The row of the title under which a form begins.
    private static func start(of table: IndicatorBlock, after before: IndicatorBlock, on look: SheetLook) -> Int? {
        let last = before.parts.compactMap { $0.content.ownRows.max() }.max() ?? before.table.headingRows.upperBound
        return (last + 1..<max(last + 1, table.table.headingRows.lowerBound)).first { row in
            let texts = look.view.texts(in: row)
            guard texts.count == 1, let title = texts[0].label else { return false }
            return look.words.labels.isTitle(title.name) && !texts[0].text.contains("续")
        }
    }

    private static func part(of sheet: Sheet, _ rows: Range<Int>) -> Sheet {
        var part = sheet
        part.cells = sheet.cells.filter { rows.contains($0.key.row) }
        part.merges = sheet.merges.filter { rows.contains($0.first.row) }
        part.comments = sheet.comments.filter { rows.contains($0.key.row) }
        part.richTexts = sheet.richTexts.filter { rows.contains($0.key.row) }
        return part
    }
}
