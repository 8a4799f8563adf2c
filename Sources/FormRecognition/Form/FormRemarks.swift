import Assessment
import FormTemplates
import Spreadsheet

/// What there is to say of a form besides its figures: what of the blank is left in it, and what is hidden.
struct FormRemarks {
    let looks: [SheetLook]
    let table: IndicatorTable
    let labels: LabelTable

    /// Adds it to a submission.
    ///
    /// - Parameters:
    ///   - sheets: The sheets of the form.
    ///   - hiddenOn: The sheets on which what is hidden is said.
    func read(on sheets: [Int], hiddenOn: [Int], into submission: inout Submission) {
        submission.isExcerpt = isExcerpt()
        for index in sheets where looks[index].view.sheet.visibility == .visible || index == table.sheetIndex {
            readFillers(looks[index].view, into: &submission)
        }
        for index in hiddenOn { readHidden(looks[index].view, into: &submission) }
    }

    private func isExcerpt() -> Bool {
        let view = looks[table.sheetIndex].view
        let above = (0..<table.headingRows.lowerBound).flatMap { view.texts(in: $0).map(\.text) }
        return ([view.sheet.name] + above).contains { labels.isExcerpt($0) }
    }

    private func readFillers(_ view: SheetView, into submission: inout Submission) {
        for row in view.filledRows {
            for (index, cell) in view.texts(in: row).enumerated() {
                // The first text of a row is its label, unless it is a sentence.
                let isValue = index > 0 || cell.text.count > 20
                guard labels.fillers.isLeft(in: cell.text, isValue: isValue), !isOwnNote(cell.text, index),
                    !isNumberedLabel(cell, index, row, view)
                else { continue }
                submission.fillers.append(SourcedText(cell.text, source: view.source(row, cell.column)))
            }
        }
    }

    /// 目标1 and 任务2 with a text beside them are labels of a list, outside the table.
    private func isNumberedLabel(_ cell: ViewText, _ index: Int, _ row: Int, _ view: SheetView) -> Bool {
        let texts = view.texts(in: row)
        let isInTable = view.index == table.sheetIndex && table.rows.contains(row) && table.namingColumns.contains(cell.column)
        guard !isInTable, labels.fillers.isPlace(cell.text), cell.text.contains(where: \.isNumber), index + 1 < texts.count
        else { return false }
        return !labels.fillers.isLeft(in: texts[index + 1].text, isValue: true)
    }

    /// Notes of the form and its instructions in the column of reasons are meant to stay.
    private func isOwnNote(_ text: String, _ index: Int) -> Bool {
        index == 0 && labels.isNote(text)
            || TextNormalizer.narrowed(text).hasPrefix("1.") && labels.fillers.isInstruction(text)
    }

    private func readHidden(_ view: SheetView, into submission: inout Submission) {
        let sheet = view.sheet
        let isHidden = sheet.visibility != .visible
        let rows = Set(sheet.rows.filter(\.value.hidden).keys)
        let columns = Set(sheet.columns.filter(\.value.hidden).keys)
        guard isHidden || !rows.isEmpty || !columns.isEmpty else { return }
        for row in view.filledRows {
            for text in view.texts(in: row) {
                let merge = view.merge(row, text.column)
                // A merged cell is seen as long as one of its rows and columns is.
                let isRowHidden = merge.map { $0.rows.allSatisfy(rows.contains) } ?? rows.contains(row)
                let isColumnHidden =
                    merge.map { $0.columns.allSatisfy(columns.contains) } ?? columns.contains(text.column)
                guard isHidden || isRowHidden || isColumnHidden else { continue }
                submission.hidden.append(SourcedText(text.text, source: view.source(row, text.column)))
                // Of a hidden sheet its first cell tells enough.
                if isHidden { return }
            }
        }
    }
}
