import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Reads the blocks of a form, each once, into a submission and the account of it.
struct SubmissionReader {
    let view: WorkbookView
    /// The table of indicators that is meant.
    let table: IndicatorBlock
    /// The sheets that belong to the form.
    let sheets: [Int]
    let words: FormWords

    /// Reads.
    ///
    /// - Parameter remarksOn: The sheets on which what is hidden is said; nil for ``sheets``.
    /// - Throws: `ToolError` (64) for a setting that names nothing.
    func read(options: RecognitionOptions, remarksOn: [Int]? = nil) throws -> (Submission, FormAccount) {
        let main = table.table.sheetIndex
        let mainView = view.looks[main].view
        let workbook = view.workbook
        var reading = FormReading(
            words: words,
            source: Source(file: workbook.fileName, sheet: workbook.hasSheetNames ? mainView.sheet.name : nil))
        let last = table.parts.map(\.table.rows.upperBound).max() ?? table.table.rows.upperBound
        reading.noteRows = (reading.submission.source.sheet, table.table.rows.lowerBound..<last)
        reading.submission.notes = workbook.readingNotes.map { "\(workbook.fileName)：\($0)" }
        reading.submission.notes += sheets.compactMap { uncached(view.looks[$0].view) }
        let overrules = view.looks[main].overrules
        table.read(mainView, into: &reading)
        for setting in options.settings { try reading.set(setting.key, setting.value) }
        reading.setKept(options)
        for told in overrules.cells {
            let named = told.sheet.map { name in sheets.first { view.views[$0].sheet.name == name } } ?? main
            guard let toldView = named.map({ view.views[$0] }) else { continue }
            let source = toldView.source(told.cell.row, told.cell.column)
            var set = reading
            try set.set(
                told.name, text: SourcedText(source.text, source: source),
                amount: toldView.amount(told.cell.row, told.cell.column), option: "--cell")
            // An empty cell gives nothing, but its name has to be one.
            guard !source.text.isEmpty else { continue }
            reading = set
            reading.claim(toldView, told.cell.row, told.cell.column, .value)
        }
        for index in sheets where index != main { read(index, priority: 1, &reading) }
        read(main, priority: 2, &reading)
        for index in sheets {
            let rows = index == main ? 0..<last : 0..<(view.looks[index].view.lastRow + 1)
            GradeTexts(view: view.looks[index].view, rows: rows, words: words, table: index == main ? table : nil)
                .read(into: &reading)
        }
        reading.finish()
        FormRemarks(looks: view.looks, table: table.table, labels: words.labels)
            .read(on: sheets, hiddenOn: remarksOn ?? sheets, into: &reading.submission)
        var account = AccountKeeper(view: view, table: table, sheets: sheets)
            .account(reading.claims, overrules: overrules)
        if options.wantsReadings {
            account.readings = table.parts.flatMap { TableReadings(look: view.looks[main], block: $0).readings() }
            account.readings += reading.readings
        }
        let known = Set(account.unread.map(\.source))
        account.unread += reading.conflicts(told: Set(account.told.map(\.source))).filter {
            !known.contains($0.source) && !overrules.ignores($0.source, main: mainView.sheet.name)
        }
        return (reading.submission, account)
    }

    private func read(_ index: Int, priority: Int, _ reading: inout FormReading) {
        let look = view.looks[index]
        reading.priority = priority
        // A table that is not the one that is meant is not read.
        for place in look.places where !(place.block is IndicatorBlock) { place.block.read(look.view, into: &reading) }
    }

    private func uncached(_ view: SheetView) -> String? {
        guard let first = view.uncached.first else { return nil }
        return
            "\(view.source(first.row, first.column).place) 等 \(view.uncached.count) 格是公式，文件里没有保存计算结果，按空白处理；请用 Excel 或 WPS 打开后保存一次，再来填表"
    }
}
