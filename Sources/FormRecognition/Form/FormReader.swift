import Assessment
import FormTemplates
import Spreadsheet

/// Reads a form that anyone filled, an indicator table or a finance export, of a template that is known or not.
public enum FormReader {
    /// Reads a workbook.
    ///
    /// - Parameters:
    ///   - id: Id of the template that the person says it is; nil to recognise it.
    /// - Throws: `ToolError` (65) when there is neither an indicator table nor a table of money in it, or more than one that could be
    ///   meant; (64) when there is no such template or sheet.
    public static func read(
        _ workbook: Workbook, library: FormLibrary, template id: String? = nil,
        options: RecognitionOptions = RecognitionOptions()
    ) throws -> RecognizedForm {
        let (workbook, options) = try FormSheets.alone(workbook, library: library, template: id, options: options)
        let views = workbook.sheets.indices.map { SheetView(workbook, $0) }
        let matcher = TemplateMatcher(library: library)
        let candidate: TemplateMatcher.Candidate?
        if let id {
            guard let entry = library.entries.first(where: { $0.template.id == id }) else {
                throw unknownTemplate(id, library)
            }
            candidate = matcher.candidate(entry, views)
        } else {
            candidate = matcher.best(views)
        }
        var template = candidate?.entry.template ?? library.generic
        let money = moneyHeading(views, library.labels)
        // Figures are reported as they are printed.
        if let unit = money.flatMap({ $0.view.statedUnit(upTo: $0.row) }) { template.moneyUnit = unit }
        var submission: Submission
        do {
            submission = try SubmissionRecognizer.recognize(
                workbook, views: views, budget: nil, template: template, labels: library.labels, options: options)
        } catch let error as ToolError where error.code == .noTable {
            guard let export = export(workbook, library, options) else { throw error }
            return export
        }
        submission.kind = candidate != nil || money != nil ? .form : .table
        // An indicator table that is to be judged by a template (--template) is not held against its blank.
        if let candidate, let blank = candidate.entry.blank, submission.kind == .form,
            candidate.isNear || money != nil
        {
            submission.differences = BlankComparison(
                blank: blank, index: candidate.entry.index, form: views[candidate.sheetIndex], labels: library.labels
            ).differences()
        }
        if candidate == nil, submission.indicators.contains(where: \.isExecutionRate) {
            template.standard.executionRatePlace = .indicator
        }
        if candidate == nil, submission.kind == .form {
            // 预算执行率 counts as far as the form itself gives it points.
            template.standard.executionRateWeight = nil
        }
        return RecognizedForm(
            submission: submission, template: template,
            match: match(candidate, id: id, submission: submission, library: library))
    }

    // MARK: What it is

    /// The sheet and the row with the headings of the money block.
    private static func moneyHeading(_ views: [SheetView], _ labels: LabelTable) -> (view: SheetView, row: Int)? {
        for view in views where view.lastRow >= 0 {
            for row in 0...min(view.lastRow, 100) where labels.headsMoney(view.texts(in: row)) { return (view, row) }
        }
        return nil
    }

    /// A finance export alone: its sums are checked.
    private static func export(
        _ workbook: Workbook, _ library: FormLibrary, _ options: RecognitionOptions
    ) -> RecognizedForm? {
        guard
            let read = try? BudgetExportReader(template: library.generic, labels: library.labels).read(
                workbook, unit: options.unit, known: nil)
        else { return nil }
        var submission = Submission(source: Source(file: workbook.fileName))
        submission.kind = .export
        submission.budget = read.lines
        submission.notes = workbook.readingNotes + read.notes
        let match = TemplateMatch(
            id: library.generic.id, title: library.generic.title, isGeneric: true,
            evidence: ["这是一份预算执行导出，没有绩效指标：只核对金额"])
        return RecognizedForm(submission: submission, template: library.generic, match: match)
    }

    // MARK: Why

    private static func match(
        _ candidate: TemplateMatcher.Candidate?, id: String?, submission: Submission, library: FormLibrary
    ) -> TemplateMatch {
        guard let candidate else {
            let evidence =
                submission.kind == .table
                ? "这是一张指标表，没有表样可比：按各地表样共有的规则核对；要按某个模板核对请加 --template"
                : "与现有的 \(library.entries.count) 个模板都不够像：按各地表样共有的规则核对，模板特有的规定没有检查"
            return TemplateMatch(
                id: library.generic.id, title: library.generic.title, isGeneric: true, evidence: [evidence])
        }
        var evidence: [String] = []
        if id != nil { evidence.append("按 --template 指定") }
        if candidate.hasTitle { evidence.append("表题是“\(candidate.entry.template.title)”") }
        evidence.append("空表的 \(candidate.labels) 个标签里有 \(candidate.found) 个相同")
        return TemplateMatch(
            id: candidate.entry.template.id, title: candidate.entry.template.title, isGeneric: false,
            evidence: evidence)
    }

    private static func unknownTemplate(_ id: String, _ library: FormLibrary) -> ToolError {
        ToolError(
            code: .usage, message: "没有名为“\(id)”的模板。",
            advice: "现有的模板：\(library.entries.map(\.template.id).joined(separator: "、"))。用 --template 选一个，或不写，由程序认。")
    }
}
