import Foundation
import Spreadsheet

/// Every scored indicator has an 实际完成值.
enum VAL01: Rule {
    static let info = RuleInfo(
        id: "VAL-01",
        title: "每条指标都有实际完成值",
        level: .must,
        citation: "本工具约定（表样的必填列）",
        departure: "写了 / 或 — 的要求说明；预算执行率可以由资金情况算出的，不必另填；写明不适用的行不查。",
        remedy: "填上实际完成值；没有开展的指标填 0 并说明原因。")

    static let needs: [RuleNeed] = [.column(.actual)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let submission = evaluation.submission
        guard !evaluation.indicators.isEmpty else { return .notRun("没有绩效指标") }
        // One finding of STR-03 for the column, not one a row.
        if !submission.columns.isEmpty, !submission.columns.contains(where: { $0.role == .actual }) {
            return .notRun("指标表没有“实际完成值”列（见 STR-03）")
        }
        return .ran(
            evaluation.judged.map(\.indicator).compactMap { indicator in
                // The rate's own figure is computed from the money block.
                if indicator.isExecutionRate, evaluation.executionRate != nil { return nil }
                guard indicator.actual.map({ TextNormalizer.isBlank($0.text) && $0.text != "无" }) ?? true else {
                    return nil
                }
                let text = indicator.places[.actual]?.text ?? ""
                // A dash says something, though not what was reached.
                if !TextNormalizer.key(text).isEmpty {
                    return RuleHit(
                        indicator.place(.actual), subject: indicator.title, found: text, expected: "实际完成值",
                        message: "实际完成值写的是“\(text)”，看不出完成多少。", level: .explain)
                }
                return RuleHit(
                    indicator.place(.actual), subject: indicator.title, found: "", expected: "实际完成值",
                    message: "没有实际完成值。")
            })
    }
}
