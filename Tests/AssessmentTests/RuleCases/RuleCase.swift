import Assessment
import Foundation
import Testing

/// A grid for one rule, with the standard that it is held against.
struct RuleCase: CustomTestStringConvertible, Sendable {
    var rule: String
    var grid: String
    /// Why the rule does not run, or the rule of which it is a consequence.
    var why: String
    private let standard: Standard

    static let heading = "一级|二级|三级|年度指标值|实际完成值|分值|得分|原因\n"

    /// A grid of one indicator.
    static func row(_ rest: String) -> String { heading + "产出指标|数量指标|" + rest + "\n" }

    /// A grid of one indicator without fault, for what stands beside the table.
    static let fine = row("场次|≥20场|21场|100||")

    init(
        _ rule: String, _ grid: String, why: String = "", standard: Standard = .sample(),
        _ setUp: (inout Standard) -> Void = { _ in }
    ) {
        self.rule = rule
        self.grid = grid
        self.why = why
        var standard = standard
        setUp(&standard)
        self.standard = standard
    }

    var evaluation: Evaluation {
        let grid = Grid(grid)
        return Evaluator.evaluate(grid.submission, standard: standard, purpose: grid.purpose, account: grid.account)
    }

    var testDescription: String { "\(rule): \(grid.prefix(120))" }
}
