import Assessment
import FormFilling
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet
import SpreadsheetReading

/// A form with what was read of it, and what came of it.
struct ReadForm: CustomStringConvertible, Sendable {
    var workbook: Workbook
    var sheet: Int
    var form: RecognizedForm
    var evaluation: Evaluation

    var description: String { "\(workbook.fileName)〔\(workbook.sheets[sheet].name)〕" }

    /// Reads the form on a sheet; nil where that sheet has none.
    init?(_ workbook: Workbook, sheet: String?, template: String? = nil) throws {
        let forms = try FormReader.forms(in: workbook, library: Repository.library, template: template)
        guard let form = forms.first(where: { $0.sheet == sheet || sheet == nil }),
            case .success(let read) = form.result
        else { return nil }
        let name = read.submission.source.sheet
        self.workbook = workbook
        self.sheet = workbook.sheets.firstIndex { $0.name == name } ?? 0
        self.form = read
        evaluation = Evaluator.evaluate(
            read.submission, standard: read.template.standard, account: read.account)
    }

    /// The exit status that the program ends with.
    var status: Int32 {
        evaluation.count(.must) > 0 ? 3 : evaluation.account.isUnderstood ? 0 : 5
    }

    /// Everything that was read, as texts by what they are.
    var values: [String: String] {
        let submission = form.submission
        var values: [String: String] = [:]
        for (name, fact) in submission.facts { values["\(name)"] = fact.text }
        for (number, indicator) in submission.indicators.enumerated() {
            for (column, text) in [
                ("名称", indicator.name), ("指标值", indicator.target?.shown ?? ""), ("完成值", indicator.actual?.text ?? ""),
                ("分值", indicator.weight?.text ?? ""), ("得分", indicator.givenScore?.text ?? ""),
                ("原因", indicator.reason?.text ?? ""),
            ] { values["第 \(number + 1) 条·\(column)"] = text }
        }
        for line in submission.budget {
            for (column, amount) in line.amounts {
                values["\(line.name)·\(column)"] = amount.value.map { "\($0)" } ?? amount.text
            }
            values["\(line.name)·原因"] = line.reason?.text
        }
        for (number, task) in submission.tasks.enumerated() {
            for (part, text) in task.parts { values["任务\(number + 1)·\(part)"] = text.text }
        }
        values["合计"] = submission.printedTotal?.text
        values["等级"] = submission.printedGrade?.text
        values["分值合计"] = submission.printedWeightTotal?.text
        values["算得总分"] = evaluation.total.map { "\($0)" } ?? ""
        return values.filter { !$0.value.isEmpty }
    }

    /// Whether a report names a cell: as not understood, or in a finding.
    ///
    /// - Parameter row: Whether a finding in its row is enough: a row that was put into a table is read as one of its rows.
    func names(_ cell: CellReference, row: Bool = false) -> Bool {
        let name = workbook.sheets[sheet].name
        func isHere(_ source: Source) -> Bool { source.sheet == nil || source.sheet == name }
        return evaluation.account.unread.contains {
            isHere($0.source) && ($0.source.cell == cell || $0.cells.contains(cell))
        }
            || evaluation.findings.contains {
                isHere($0.source) && ($0.source.cell == cell || row && $0.source.cell?.row == cell.row)
            }
    }

    // MARK: Forms

    /// The example of each template that ships, filled.
    static let filled: [ReadForm] = {
        do {
            return try Repository.templates.identifiers().compactMap { id in
                let template = try Repository.templates.template(id)
                let table = try WorkbookReader.read(path: Repository.root + "/Templates/\(id)/example/指标表.xlsx")
                let brought = try SubmissionRecognizer.recognize(
                    table, budget: nil, template: template, labels: Repository.library.labels,
                    options: RecognitionOptions())
                let evaluation = Evaluator.evaluate(
                    brought.submission, standard: template.standard, purpose: .toBeFilled(asksForReasons: true))
                var form = try FormFiller.fill(
                    blank: WorkbookReader.read(path: template.formPath), template: template, evaluation: evaluation,
                    labels: Repository.library.labels
                ).workbook
                form.fileName = "\(id).xlsx"
                return try ReadForm(form, sheet: nil)
            }
        } catch {
            preconditionFailure("the examples that ship can't be filled: \(error)")
        }
    }()

    /// The cases beside the checkout that are read, form by form.
    static let published: [ReadForm] = {
        guard let cases = Repository.cases else { return [] }
        return [cases, cases + "-2"].flatMap { folder -> [ReadForm] in
            let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
            return names.filter { $0.hasSuffix(".xlsx") }.flatMap { name -> [ReadForm] in
                guard let workbook = try? WorkbookReader.read(path: folder + "/" + name),
                    let forms = try? FormReader.forms(in: workbook, library: Repository.library)
                else { return [] }
                return forms.compactMap { try? ReadForm(workbook, sheet: $0.sheet) }
            }
        }
    }()
}
