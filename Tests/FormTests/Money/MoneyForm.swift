import Assessment
import FormRecognition
import FormTemplates
import Foundation
import Spreadsheet

/// A small form written in lines, cells parted by `|`, over a table of indicators that is right.
struct MoneyForm {
    let form: RecognizedForm
    let evaluation: Evaluation

    /// Reads the form.
    ///
    /// - Parameter lines: What stands above the table, the title first.
    init(_ lines: String, below: String = "", points: Int = 90) throws {
        let table = """
            一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
            产出指标|数量指标|检查次数|≥20次|21次|\(points - 50)|\(points - 50)
            效益指标|社会效益指标|群众知晓率|≥80%|85%|30|30
            满意度指标|服务对象满意度指标|群众满意度|≥90%|95%|20|20
            """
        let text = lines + "\n" + table + (below.isEmpty ? "" : "\n" + below)
        var sheet = Sheet(name: "表")
        for (row, line) in text.split(separator: "\n").enumerated() {
            for (column, cell) in line.split(separator: "|", omittingEmptySubsequences: false).enumerated()
            where !cell.isEmpty {
                sheet[row, column] = Cell(text: String(cell))
            }
        }
        let workbook = Workbook(fileName: "表.xlsx", sheets: [sheet])
        var options = RecognitionOptions()
        options.wantsReadings = true
        let forms = try FormReader.forms(in: workbook, library: Repository.library, template: nil, options: options)
        form = try forms[0].result.get()
        evaluation = Evaluator.evaluate(form.submission, standard: form.template.standard, account: form.account)
    }

    /// An amount by the name of its row.
    func amount(_ row: String, _ column: BudgetColumn = .adjusted) -> Decimal? { form.submission.line(row)?[column] }

    /// Findings of a rule as `cell found→expected`.
    func findings(_ rule: String) -> [String] {
        evaluation.findings.filter { $0.rule == rule }.map {
            "\($0.source.cell?.description ?? "") \($0.found)→\($0.expected)"
        }
    }

    /// Cells that keep the form from being promised.
    var asked: [String] {
        evaluation.account.unread.filter(\.isBlocking).map { $0.source.cell?.description ?? "" }
    }
}
