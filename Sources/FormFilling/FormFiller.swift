import Assessment
import Foundation
import FormRecognition
import FormTemplates
import Spreadsheet

/// Fills a blank form with an evaluation. Pure: the same in gives the same out.
public enum FormFiller {
    /// The filled form.
    ///
    /// - Parameters:
    ///   - map: What the blank's places are, where that is known already.
    ///   - withBasis: Adds the sheets 评分依据 and 数据来源.
    /// - Returns: The form, with what was done for its paper and what of it would still be cut.
    /// - Throws: ``ToolError`` when the blank has no place for the indicators.
    public static func fill(
        blank: Workbook, template: Template, evaluation: Evaluation, labels: LabelTable, map known: FormMap? = nil,
        withBasis: Bool = false
    ) throws -> FilledForm {
        var form = FormSheet(workbook: blank)
        form.workbook.readingNotes = []
        var map = try known ?? FormRecognizer.map(blank, template: template, labels: labels)
        form.index = map.sheetIndex
        guard let block = map.indicators else {
            throw ToolError(
                code: .templateBroken, message: "模板 \(template.id) 的空表里，绩效指标的表头下面没有可以填的行。",
                advice: "在空表的表头下面留一行以上带边框的空行。")
        }
        let plan = IndicatorPlan(evaluation, block: block)
        let printed = form.sheet
        let tasks = TaskRows(tasks: evaluation.submission.tasks)
        // What stands above a block does not move when the block grows.
        let patterns = plan.rows.map { RowResizer.Pattern(row: $0.pattern, keepsText: $0.isPrinted) }
        map = resize(&form, RowResizer(rows: block.rows, patterns: patterns), map)
        if let block = map.tasks, !tasks.tasks.isEmpty {
            map = resize(&form, RowResizer(rows: block.rows, atLeast: tasks.tasks.count), map)
        }

        let own = OwnFormulas(form.sheet)
        FactFilling.fill(&form, map: map, template: template, submission: evaluation.submission)
        tasks.fill(&form, block: map.tasks)
        let money = MoneyFilling(map: map, evaluation: evaluation)
        money.fill(&form)
        var figures = FigureCells(money: map, evaluation: evaluation)
        FigureFilling(template: template, evaluation: evaluation).fill(&form, cells: &figures)
        IndicatorFilling(
            map: map, evaluation: evaluation, plan: plan, money: money, figures: figures, blank: printed,
            fillers: labels.fillers
        ).fill(&form)

        let formulaNotes = own.restore(&form)
        // What a person's program would reckon anew on opening must be what was reckoned here; and the blank's author is not the form's.
        form.sheet.rows = form.sheet.rows.mapValues { layout in
            var layout = layout
            layout.isAutomatic = false
            return layout
        }
        form.workbook.properties = DocumentProperties()
        var paper = PaperFit(continuation: continuation(map, rows: plan.rows.count))
        paper.fit(&form.workbook, sheet: form.index)
        for index in form.workbook.sheets.indices where index != form.index && template.figures != nil {
            RowHeights.fit(&form.workbook.sheets[index], styles: form.workbook.styles)
        }
        layOut(&form, map: map, template: template, moved: paper.continuation.moved)
        var notes =
            formulaNotes + paper.notes + CriterionNotes.notes(evaluation)
            + [PaperCheck.smallPrint(in: form.workbook, sheet: form.index)].compactMap { $0 }
        // Rows that long texts were continued in have moved what stands below them.
        let moved = paper.continuation.moved
        let origins = form.origins.map { origin in
            guard origin.sheet == form.index else { return origin }
            return CellOrigin(
                sheet: origin.sheet, cell: CellReference(row: moved(origin.cell.row), column: origin.cell.column),
                source: origin.source)
        }
        let cut = PaperCheck.cut(in: form.workbook, sheet: form.index)
        if withBasis {
            let long = BasisSheets.add(to: &form.workbook, evaluation: evaluation, origins: origins)
            notes += long.map { "\($0.sheet) \($0.cell) 的文字太长，一行放不下，打印时会被截断。" }
        }
        let place = { (place: CellReference) in CellReference(row: moved(place.row), column: place.column) }
        return FilledForm(
            workbook: form.workbook, map: map.moved(place, rows: { moved($0.lowerBound)...moved($0.upperBound) }),
            origins: origins, notes: notes, cut: cut,
            account: PlacedValues(
                evaluation: evaluation, template: template, map: map, origins: form.origins
            ).settled(evaluation.account))
    }

    /// How a long text of an indicator row goes on below it.
    private static func continuation(_ map: FormMap, rows: Int) -> ContinuationRows {
        guard let block = map.indicators else { return ContinuationRows() }
        let first = block.rows.lowerBound
        return ContinuationRows(
            items: first...(first + max(rows, 1) - 1),
            levelColumns: Set([IndicatorColumn.level1, .level2].compactMap { block.columns[$0] }),
            nameColumn: block.columns[.name])
    }

    /// Sets the form on pages.
    private static func layOut(
        _ form: inout FormSheet, map: FormMap, template: Template, moved: (Int) -> Int
    ) {
        let last = form.sheet.usedRange?.last.row ?? 0
        let end = [map.totalRow, map.indicators?.rows.upperBound].compactMap { $0 }.max() ?? 0
        let signed =
            (template.fields.filter(\.isSignature).compactMap { map.facts[$0.label]?.row }
            + map.notes.compactMap { $0.source.cell?.row }).filter { $0 > end }.map(moved)
        var layout = PageLayout()
        if let first = signed.min(), first <= last { layout.signed = first...last }
        // Labels of levels are printed or come from the table: they are drawn on each page, whatever brought them.
        let levels = [IndicatorColumn.level1, .level2].compactMap { map.indicators?.columns[$0] }
        let values = form.origins.filter { origin in
            origin.sheet == form.index && !levels.contains(origin.cell.column)
        }
        layout.values = Set(values.map { CellReference(row: moved($0.cell.row), column: $0.cell.column) })
        layout.headings = headings(form.sheet, values: layout.values)
        layout.fit(&form.workbook, sheet: form.index)
    }

    /// Rows of words alone over rows with values.
    private static func headings(_ sheet: Sheet, values: Set<CellReference>) -> Set<Int> {
        let filled = Set(values.map(\.row))
        let texts = Dictionary(grouping: sheet.cells.filter { !$0.value.shown.isEmpty }.keys, by: \.row)
        return Set(
            texts.filter { row, cells in cells.count >= 3 && !filled.contains(row) && filled.contains(row + 1) }.keys)
    }

    private static func resize(_ form: inout FormSheet, _ resizer: RowResizer, _ map: FormMap) -> FormMap {
        form.sheet = resizer.resize(form.sheet)
        return map.moved(resizer.moved) { rows in
            rows == resizer.rows
                ? rows.lowerBound...rows.lowerBound + resizer.patterns.count - 1
                : resizer.moved(rows.lowerBound)...resizer.moved(rows.upperBound)
        }
    }
}
