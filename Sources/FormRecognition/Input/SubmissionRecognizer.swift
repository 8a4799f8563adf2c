import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Turns what a person brings into a submission: labels tell what each cell is.
public enum SubmissionRecognizer {
    /// Reads the indicator table, the facts around it and, when given, the finance export.
    ///
    /// - Throws: `ToolError` (65) when no indicator table, or more than one, is found, or the export can't be used; (64) when
    ///   a setting, a sheet or the unit of the export must be told.
    public static func recognize(
        _ workbook: Workbook, budget: Workbook?, template: Template, labels: LabelTable, options: RecognitionOptions
    ) throws -> Submission {
        try recognize(
            workbook, views: workbook.sheets.indices.map { SheetView(workbook, $0) }, budget: budget,
            template: template, labels: labels, options: options)
    }

    /// - Parameter views: The sheets of the workbook, where they were looked at already.
    static func recognize(
        _ workbook: Workbook, views: [SheetView], budget: Workbook?, template: Template, labels: LabelTable,
        options: RecognitionOptions
    ) throws -> Submission {
        let finder = IndicatorTableFinder(workbook: workbook, views: views, labels: labels, template: template)
        let table = try finder.find(sheet: options.sheet)
        // What stands on the sheet of another form is none of this one's facts.
        let others = views.count > 1 ? Set(finder.sheetsOfForms()) : []
        let view = views[table.sheetIndex]
        var submission = Submission(
            source: Source(file: workbook.fileName, sheet: workbook.hasSheetNames ? view.sheet.name : nil))
        submission.notes = workbook.readingNotes.map { "\(workbook.fileName)：\($0)" }
        submission.notes += uncached(views)
        IndicatorReader(view: view, table: table, labels: labels).read(into: &submission)

        var facts = FactReader(template: template, labels: labels)
        for setting in options.settings { try facts.set(setting.key, setting.value) }
        for index in views.indices where index != table.sheetIndex && !others.contains(index) {
            facts.read(views[index], priority: 1)
        }
        facts.read(view, priority: 2, skipping: indicatorRows(table, submission))
        submission.facts = facts.facts.mapValues(\.fact)
        if let year = submission.facts["年度"], let digits = FactReader.year(in: year.text + "年") {
            submission.facts["年度"] = SourcedText(digits, source: year.source)
        }
        submission.budget = facts.money.lines(template)
        submission.notes += facts.notes
        submission.factPlaces = facts.places
        submission.unitNames = facts.unitNames
        readPrintedResult(&submission)
        FormRemarks(views: views, sheets: workbook.sheets, table: table, labels: labels).read(into: &submission)
        if let figures = template.figures {
            FigureReader(figures: figures, views: views).read(into: &submission)
        }
        if let budget { try add(budget, to: &submission, template: template, labels: labels, options: options) }
        return submission
    }

    /// 总分 and 等级 may stand apart from the table, as facts do.
    private static func readPrintedResult(_ submission: inout Submission) {
        if submission.printedTotal == nil, let total = submission.facts["总分"] {
            submission.printedTotal = SourcedNumber(text: total.text, source: total.source)
        }
        if submission.printedGrade == nil, let grade = submission.facts["等级"] { submission.printedGrade = grade }
    }

    /// Rows that are the table's own: from its headings to its last indicator, and its totals. What stands below and between may be facts.
    private static func indicatorRows(_ table: IndicatorTable, _ submission: Submission) -> Set<Int> {
        let last = submission.indicators.compactMap { $0.source.cell?.row }.max() ?? table.headingRows.upperBound
        let totals = [submission.printedTotal, submission.printedWeightTotal].compactMap { $0?.source.cell?.row }
        return Set(table.headingRows.lowerBound..<(last + 1)).union(totals)
    }

    /// Formulas without a value kept with them: a person sees a figure in the spreadsheet, the file has none.
    private static func uncached(_ views: [SheetView]) -> [String] {
        views.compactMap { view in
            let cells = view.sheet.cells.filter { $0.value.lacksCachedValue }.keys.sorted()
            guard let first = cells.first else { return nil }
            return
                "\(view.source(first.row, first.column).place) 等 \(cells.count) 格是公式，文件里没有保存计算结果，按空白处理；请用 Excel 或 WPS 打开后保存一次，再来填表"
        }
    }

    private static func add(
        _ budget: Workbook, to submission: inout Submission, template: Template, labels: LabelTable,
        options: RecognitionOptions
    ) throws {
        let known = submission.line(template.standard.budgetTotalName)?[.adjusted]
        let (lines, notes) = try BudgetExportReader(template: template, labels: labels)
            .read(budget, unit: options.unit, known: known)
        submission.notes +=
            budget.readingNotes.map { "\(budget.fileName)：\($0)" }
            + notes.map { note in
                note.hasPrefix(budget.fileName) ? note : "\(budget.fileName)：\(note)"
            }
        for line in lines {
            guard let index = submission.budget.firstIndex(where: { $0.name == line.name }) else {
                submission.budget.append(line)
                continue
            }
            for (column, amount) in line.amounts {
                if let other = submission.budget[index].amounts[column], other.value != amount.value {
                    submission.notes.append(
                        "\(line.name)的\(column.rawValue)有两处不同：用 \(amount.source.place) 的 \(amount.text)，没有用 \(other.source.place) 的 \(other.text)"
                    )
                }
                submission.budget[index].amounts[column] = amount
            }
        }
        let order = template.budgetRows.map(\.name)
        submission.budget.sort { (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0) }
    }
}
