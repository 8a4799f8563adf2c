import Foundation
import Spreadsheet

/// 预算执行率 is scored once: not again as an indicator of 时效 or 成本.
enum SCO08: Rule {
    static let info = RuleInfo(
        id: "SCO-08",
        title: "预算执行率不重复计分",
        level: .explain,
        citation: "本工具约定（预算执行率只计一次分）",
        departure: "按指标名称和所属的二级指标判断；没有另外给预算执行率计分的表不报。",
        remedy: "换成别的时效或成本指标，或说明为什么再计一次。")

    static let needs: [RuleNeed] = [.column(.weight)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        guard !evaluation.indicators.isEmpty else { return .notRun("没有绩效指标") }
        let own = evaluation.indicators.first { $0.isExecutionRate && !isTimeOrCost($0) }
        let budget = evaluation.budgetTotal?.amounts[.weight]?.value
        let isScored =
            own?.weight?.value
            ?? (evaluation.budgetScore == nil ? 0 : budget ?? evaluation.standard.executionRateWeight ?? 0)
        guard isScored > 0 else { return .notRun("表中没有另外给预算执行率计分") }
        return .ran(
            evaluation.judged.map(\.indicator).filter { isTimeOrCost($0) && isRate($0) }.map { indicator in
                RuleHit(
                    indicator.place(.name), subject: indicator.name, found: indicator.name, expected: "不与预算执行率重复的指标",
                    message: "预算执行率已经计分，“\(indicator.level2)”下的“\(indicator.name)”又计了一次。")
            })
    }

    private static let names = ["预算执行率", "资金执行率", "资金支付率", "支出进度", "执行进度", "支付进度", "预算支出率", "资金支出率"]

    private static func isRate(_ indicator: Indicator) -> Bool {
        indicator.isExecutionRate || names.contains { TextNormalizer.key(indicator.name).contains($0) }
    }

    /// Whether an indicator stands under 时效 or 成本.
    static func isTimeOrCost(_ indicator: Indicator) -> Bool {
        ["时效", "成本"].contains { indicator.level2.contains($0) || indicator.level1.contains($0) }
    }
}
