import Foundation
import Spreadsheet

/// 预算执行率 is scored once: not again as an indicator of 时效 or 成本.
///
/// Basis: a convention of this tool. Departure: told by the indicator's name (预算执行率, 资金执行率, 资金支付率, 支出进度) and its 二级指标.
public enum SCO08: Rule {
    /// Id.
    public static let id = "SCO-08"
    /// Title.
    public static let title = "预算执行率不重复计分"
    /// Level.
    public static let level = Finding.Level.explain
    /// Basis.
    public static let citation = "本工具约定（预算执行率只计一次分）"
    /// Departure.
    public static let departure: String? = "按指标名称和所属的二级指标判断；没有另外给预算执行率计分的表不报。"
    /// Remedy.
    public static let remedy = "换成别的时效或成本指标，或说明为什么再计一次。"

    /// Looks for what breaks the rule.
    public static func check(_ evaluation: Evaluation) -> RuleOutcome {
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
