import Foundation
import Spreadsheet

/// Every scored indicator has a target.
enum VAL07: Rule {
    static let info = RuleInfo(
        id: "VAL-07",
        title: "每条指标都有年度指标值",
        level: .must,
        citation: "本工具约定（表样的必填列）",
        departure: "预算执行率不必写目标；写明不适用的行不查。",
        remedy: "填上年初确定的年度指标值，应与绩效目标申报表一致。")

    static let needs: [RuleNeed] = [.column(.target)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        guard !evaluation.indicators.isEmpty else { return .notRun("没有绩效指标") }
        if !submission.columns.isEmpty, !submission.columns.contains(where: { $0.role == .target }) {
            return .notRun("指标表没有“年度指标值”列（见 STR-03）")
        }
        return .ran(
            evaluation.judged.map(\.indicator).compactMap { indicator in
                guard indicator.target == nil, !indicator.isExecutionRate else { return nil }
                return RuleHit(
                    indicator.place(.target), subject: indicator.title, found: "", expected: "年度指标值",
                    message: "没有年度指标值。")
            })
    }
}
