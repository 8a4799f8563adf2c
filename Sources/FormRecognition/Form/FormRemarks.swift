import Assessment
import FormTemplates
import Spreadsheet

/// What there is to say of a form besides its figures: what of the blank is left in it, what is hidden, what its notes say.
struct FormRemarks {
    let views: [SheetView]
    let sheets: [Sheet]
    let table: IndicatorTable
    let labels: LabelTable

    /// Adds it to a submission.
    func read(into submission: inout Submission) {
        submission.isExcerpt = isExcerpt()
        for index in views.indices where sheets[index].visibility == .visible || index == table.sheetIndex {
            readFillers(views[index], into: &submission)
        }
        readNotes(into: &submission)
        for index in views.indices { readHidden(index, into: &submission) }
    }

    private func isExcerpt() -> Bool {
        let view = views[table.sheetIndex]
        let above = (0..<table.headingRows.lowerBound).flatMap { view.texts(in: $0).map(\.text) }
        return ([view.sheet.name] + above).contains { labels.isExcerpt($0) }
    }

    private func readFillers(_ view: SheetView, into submission: inout Submission) {
        guard view.lastRow >= 0 else { return }
        for row in 0...view.lastRow {
            let texts = view.texts(in: row)
            for (index, cell) in texts.enumerated() {
                // The first text of a row is its label, unless it is a sentence.
                let isValue = index > 0 || cell.text.count > 20
                guard labels.fillers.isLeft(in: cell.text, isValue: isValue), !isOwnNote(cell.text, index) else {
                    continue
                }
                submission.fillers.append(SourcedText(cell.text, source: view.source(row, cell.column)))
            }
        }
    }

    /// Notes of the form and its instructions in the column of reasons are meant to stay.
    private func isOwnNote(_ text: String, _ index: Int) -> Bool {
        index == 0 && labels.isNote(text)
            || TextNormalizer.narrowed(text).hasPrefix("1.") && labels.fillers.isInstruction(text)
    }

    /// 注：… under the table, with the lines that go on with it.
    private func readNotes(into submission: inout Submission) {
        let view = views[table.sheetIndex]
        var isOpen = false
        for row in table.rows {
            guard let first = view.texts(in: row).first else { continue }
            let key = TextNormalizer.key(first.text)
            let begins = ["注", "备注", "说明"].contains { key.hasPrefix($0) }
            let goesOn = isOpen && (key.first?.isNumber ?? false)
            isOpen = begins || goesOn
            guard isOpen else { continue }
            submission.printedNotes.append(SourcedText(first.text, source: view.source(row, first.column)))
        }
    }

    private func readHidden(_ index: Int, into submission: inout Submission) {
        let sheet = sheets[index]
        let view = views[index]
        guard view.lastRow >= 0 else { return }
        let isHidden = sheet.visibility != .visible
        let rows = Set(sheet.rows.filter(\.value.hidden).keys)
        let columns = Set(sheet.columns.filter(\.value.hidden).keys)
        guard isHidden || !rows.isEmpty || !columns.isEmpty else { return }
        for row in 0...view.lastRow {
            for (column, text) in view.texts(in: row) {
                let merge = view.merge(row, column)
                // A merged cell is seen as long as one of its rows and columns is.
                let isRowHidden = merge.map { $0.rows.allSatisfy(rows.contains) } ?? rows.contains(row)
                let isColumnHidden = merge.map { $0.columns.allSatisfy(columns.contains) } ?? columns.contains(column)
                guard isHidden || isRowHidden || isColumnHidden else { continue }
                submission.hidden.append(SourcedText(text, source: view.source(row, column)))
                // Of a hidden sheet its first cell tells enough.
                if isHidden { return }
            }
        }
    }
}
