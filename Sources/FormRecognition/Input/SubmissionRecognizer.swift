import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Turns what a person brings for a template into a submission: labels tell what each cell is.
public enum SubmissionRecognizer {
    /// What was brought.
    public struct Brought: Sendable {
        /// What was read.
        public var submission: Submission
        /// What of it was understood, and what was not.
        public var account: FormAccount
    }

    /// Reads the indicator table, the facts around it and, when given, the finance export.
    ///
    /// - Throws: `ToolError` (65) when no indicator table, or more than one, is found, or the export can't be used; (64) when
    ///   a setting, a sheet or the unit of the export must be told.
    public static func recognize(
        _ workbook: Workbook, budget: Workbook?, template: Template, labels: LabelTable, options: RecognitionOptions
    ) throws -> Brought {
        let words = FormWords(template: template, labels: labels)
        let told = try options.overrules(template, labels: labels)
        try told.check(sheets: workbook.sheets.map(\.name), in: workbook.fileName)
        let view = WorkbookView(workbook, words: words, overrules: told)
        let table: IndicatorBlock
        switch try TableChoice(view, sheet: options.sheet) {
        case .one(let found): table = found
        case .several(let tables), .stacked(let tables): throw TableChoice.several(tables, in: workbook)
        case .none(let error): throw error
        }
        // What stands on the sheet of another form is none of this one's facts.
        let others = view.looks.count > 1 ? Set(view.sheetsOfForms) : []
        let main = table.table.sheetIndex
        let sheets = view.looks.indices.filter { $0 == main || !others.contains($0) }
        let reader = SubmissionReader(view: view, table: table, sheets: sheets, words: words)
        var (submission, account) = try reader.read(options: options)
        if let budget {
            try add(budget, to: &submission, &account, template: template, labels: labels, options: options)
        }
        return Brought(submission: submission, account: account)
    }

    /// Other projects in the export for the form of one: their amounts are added up with its own.
    private static func otherProjects(
        _ projects: [Source], than submission: Submission, _ template: Template
    ) -> UnreadPlace? {
        guard template.field(.project) != nil, let own = submission.facts[.project]?.text else { return nil }
        let key = TextNormalizer.key(own)
        let others = projects.filter { TextNormalizer.key($0.text) != key }
        guard let first = others.first, let cell = first.cell else { return nil }
        let isNamed = others.count < projects.count
        let listed =
            others.prefix(3).map { "“\($0.text)”" }.joined(separator: "、")
            + (others.count > 3 ? "等 \(others.count) 个" : "")
        var place = UnreadPlace(
            .money, source: first, cells: [cell], holdsFigures: true,
            message: isNamed
                ? "导出里还有别的项目（\(listed)），金额也计入了；这张表只填“\(own)”，请只留它的行"
                : "导出里没有写“\(own)”，写的是 \(listed)，金额都计入了", isBlocking: isNamed)
        place.isInForm = false
        return place
    }

    private static func add(
        _ budget: Workbook, to submission: inout Submission, _ account: inout FormAccount, template: Template,
        labels: LabelTable, options: RecognitionOptions
    ) throws {
        let known = submission.line(template.standard.budgetTotalName)?[.adjusted]
        let result = try BudgetExportReader(template: template, labels: labels)
            .read(budget, unit: options.unit, known: known)
        submission.notes +=
            budget.readingNotes.map { "\(budget.fileName)：\($0)" }
            + result.notes.map { note in
                note.hasPrefix(budget.fileName) ? note : "\(budget.fileName)：\(note)"
            }
        var own = result.account
        // What the export does not tell the person may have written.
        own.notPlaced.removeAll { missing in
            template.standard.budgetBlocks.contains { block in
                block.title == missing.name && block.parts.contains { submission.line($0) != nil }
            }
        }
        if let others = otherProjects(result.projects, than: submission, template) { own.unread.append(others) }
        account.add(own)
        for line in result.lines {
            guard let index = submission.budget.firstIndex(where: { $0.name == line.name }) else {
                submission.budget.append(line)
                continue
            }
            for column in BudgetColumn.allCases {
                guard let amount = line.amounts[column] else { continue }
                if let other = submission.budget[index].amounts[column], other.value != amount.value {
                    // The person's word goes first, unless it is the same with more digits than the form has.
                    let isTold =
                        other.source.cell == nil
                        && other.value.map { DecimalText.rounded($0, places: amount.precision) } != amount.value
                    let (used, lost) = isTold ? (other, amount) : (amount, other)
                    let message =
                        "\(line.name)的\(column.rawValue)有两处不同：用 \(used.source.place) 的 \(used.text)，没有用 \(lost.source.place) 的 \(lost.text)"
                    if isTold {
                        submission.notes.append(message)
                        continue
                    }
                    var place = UnreadPlace(
                        .money, source: other.source, cells: [other.source.cell].compactMap { $0 },
                        holdsFigures: true, message: message, isBlocking: !isRounded(amount, to: other))
                    place.isInForm = other.source.file != budget.fileName
                    account.unread.append(place)
                }
                submission.budget[index].amounts[column] = amount
            }
        }
        addFigures(to: &submission, template)
        let order = template.budgetRows.map(\.name)
        submission.budget.sort { (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0) }
    }

    /// A form that asks for the total among its base figures (年初预算 of 基础数据表) takes it from the export, where the person gave none.
    private static func addFigures(to submission: inout Submission, _ template: Template) {
        guard let figures = template.figures, let total = submission.line(template.standard.budgetTotalName) else {
            return
        }
        for column in BudgetColumn.amounts {
            guard let amount = total.amounts[column],
                let entry = FigureTable.entry(column.rawValue, in: figures.values, year: nil), entry.rate == nil,
                submission.facts[FactName(entry.name)] == nil
            else { continue }
            submission.facts[FactName(entry.name)] = SourcedText(amount.text, source: amount.source)
        }
    }

    /// Whether one amount is another with fewer digits.
    private static func isRounded(_ amount: SourcedNumber, to other: SourcedNumber) -> Bool {
        guard let value = amount.value, let shown = other.value else { return false }
        return other.precision > 0 && DecimalText.rounded(value, places: other.precision) == shown
    }
}
