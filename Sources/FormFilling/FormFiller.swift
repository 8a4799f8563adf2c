import Assessment
import Foundation
import FormRecognition
import FormTemplates
import Spreadsheet

/// Fills a blank form with an evaluation. Pure: the same in gives the same out.
public enum FormFiller {
    /// The filled form.
    ///
    /// - Returns: the workbook to write. Its `readingNotes` name texts that are too long for the highest row of the format.
    /// - Throws: ``ToolError`` when the blank has no place for the indicators.
    public static func fill(
        blank: Workbook, template: Template, evaluation: Evaluation, labels: LabelTable
    ) throws -> Workbook {
        var form = FormSheet(workbook: blank)
        form.workbook.readingNotes = []
        let plan = IndicatorPlan(evaluation, template: template)
        let tasks = TaskRows(evaluation.submission)

        var map = try FormRecognizer.map(form.workbook, template: template, labels: labels)
        // From below upwards: what stands above a block does not move when the block grows.
        if let block = map.indicators {
            form.sheet = RowResizer(rows: block.rows, count: max(plan.rows.count, 1)).resize(form.sheet)
        }
        if let block = map.tasks, !tasks.rows.isEmpty {
            form.sheet = RowResizer(rows: block.rows, count: tasks.rows.count).resize(form.sheet)
        }
        map = try FormRecognizer.map(form.workbook, template: template, labels: labels)

        FactFilling.fill(&form, map: map, template: template, submission: evaluation.submission)
        tasks.fill(&form, block: map.tasks)
        let money = MoneyFilling(map: map, evaluation: evaluation)
        money.fill(&form)
        IndicatorFilling(map: map, evaluation: evaluation, plan: plan, money: money).fill(&form)

        let cut = RowHeights.fit(&form.workbook)
        let signed = template.fields.filter(\.isSignature).compactMap { map.facts[$0.label]?.row }
        if let first = signed.min(), let last = form.sheet.usedRange?.last.row,
            let row = PageBreaks(sheet: form.sheet).breakRow(keeping: first...max(first, last))
        {
            form.sheet.page.rowBreaks.append(row)
        }
        form.workbook.readingNotes = cut.map { "自评表 \($0) 的文字太长，一行放不下，打印时会被截断；请压缩文字。" }
        return form.workbook
    }
}
