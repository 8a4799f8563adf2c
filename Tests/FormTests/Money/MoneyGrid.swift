import Assessment
import FormRecognition
import Foundation

/// Money over a table of two indicators that is right, cells merged by `<` and `^`.
struct MoneyGrid {
    let form: RecognizedForm
    let evaluation: Evaluation

    /// Reads the form.
    ///
    /// - Parameters:
    ///   - points: 分值 of the two indicators together, which they have in full.
    ///   - weights: 分值 that the row of totals prints.
    ///   - total: 得分 that it prints.
    init(_ money: String, points: Int = 90, weights: String = "100", total: String) throws {
        let table = """
            一级指标|二级指标|三级指标|目标值|实际值|分值|得分|偏差原因
            产出指标|数量指标|培训次数|≥12次|12次|50|50|
            效益指标|社会效益|知晓率|≥85%|90%|\(points - 50)|\(points - 50)|
            合计|||||\(weights)|\(total)|
            """
        (form, evaluation) = try LayoutGrid.judge(money + "\n" + table)
    }

    /// What must be mended, as `rule cell`.
    var musts: [String] {
        evaluation.findings.filter { $0.level == .must }.map { "\($0.rule) \($0.source.cell?.description ?? "")" }
    }

    /// Cells that keep the form from being promised.
    var asked: [String] {
        evaluation.account.unread.filter(\.isBlocking).map { $0.source.cell?.description ?? "" }
    }

    /// Why a rule was not run; nil where it was.
    func whyNot(_ rule: String) -> String? { evaluation.notRun.first { $0.rule == rule }?.why }

    /// A figure of the money's total.
    func total(_ column: BudgetColumn) -> Decimal? { evaluation.budgetTotal?[column] }
}
