import Assessment
import FormFilling
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading

/// What a person brings for a template, with the form that was made of it.
struct FilledInput: CustomStringConvertible, Sendable {
    var template: Template
    var blank: Workbook
    var table: Workbook
    var evaluation: Evaluation
    var form: FilledForm

    var description: String { template.id }

    init(_ template: Template, blank: Workbook, table: Workbook, settings: [(key: String, value: String)] = []) throws {
        var options = RecognitionOptions()
        options.settings = settings
        let labels = Repository.library.labels
        let brought = try SubmissionRecognizer.recognize(
            table, budget: nil, template: template, labels: labels, options: options)
        let map = try FormRecognizer.map(blank, template: template, labels: labels)
        var evaluation = Evaluator.evaluate(
            brought.submission, standard: template.standard,
            purpose: .toBeFilled(asksForReasons: map.indicators?.columns[.reason] != nil), account: brought.account)
        form = try FormFiller.fill(blank: blank, template: template, evaluation: evaluation, labels: labels, map: map)
        evaluation.account = form.account
        self.template = template
        self.blank = blank
        self.table = table
        self.evaluation = evaluation
    }

    /// The exit status that the program ends with.
    var status: Int32 {
        evaluation.count(.must) > 0 || !form.cut.isEmpty ? 3 : evaluation.account.isUnderstood ? 0 : 5
    }

    /// Whether a report names a cell of the table, or a finding stands in its row.
    func names(_ cell: CellReference, sheet: String?) -> Bool {
        func isHere(_ source: Source) -> Bool { source.sheet == sheet || source.sheet == nil }
        return evaluation.account.unread.contains {
            isHere($0.source) && ($0.source.cell == cell || $0.cells.contains(cell))
        }
            || evaluation.account.notPlaced.contains { isHere($0.source) && $0.source.cell?.row == cell.row }
            || evaluation.findings.contains { isHere($0.source) && $0.source.cell?.row == cell.row }
    }

    /// Whether the form says of each indicator, of the money and of the facts what another says: under a level with another name its rows may
    /// stand elsewhere.
    func standsAs(_ other: FilledInput) -> Bool {
        func rows(_ input: FilledInput) -> [String] {
            let indicators = zip(input.evaluation.indicators, input.evaluation.scores).map { indicator, score in
                [
                    indicator.title, indicator.target?.shown ?? "", indicator.actual?.text ?? "",
                    indicator.weight?.text ?? "", score.points.map { "\($0)" } ?? "", indicator.reason?.text ?? "",
                ].joined(separator: "|")
            }
            let facts = input.evaluation.submission.facts.map { "\($0.key)=\($0.value.text)" }
            let money = input.evaluation.budget.flatMap { line in
                line.amounts.map { "\(line.name)·\($0.key)=\($0.value.text)" }
            }
            let tasks = input.evaluation.submission.tasks.flatMap { task in
                task.parts.map { "\($0.key)=\($0.value.text)" }
            }
            return (indicators + facts + money + tasks).sorted()
        }
        let shown = texts.map { String($0.drop { $0 != "=" }.dropFirst()) }
        return rows(self) == rows(other) && evaluation.total == other.evaluation.total
            && evaluation.indicators.allSatisfy { shown.contains($0.title) }
    }

    /// The texts of the form's cells, in order.
    var texts: [String] {
        form.workbook.sheets.flatMap { sheet in
            sheet.cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.shown)" }
        }
    }

    /// The example of each template that ships.
    static let examples: [FilledInput] = {
        do {
            return try Repository.templates.identifiers().map { id in
                let template = try Repository.templates.template(id)
                return try FilledInput(
                    template, blank: WorkbookReader.read(path: template.formPath),
                    table: WorkbookReader.read(path: Repository.root + "/Templates/\(id)/example/指标表.xlsx"))
            }
        } catch {
            preconditionFailure("the examples that ship can't be filled: \(error)")
        }
    }()
}
