import Foundation
import Spreadsheet

/// Each scored indicator has a 分值 that is a number above 0.
enum WGT04: Rule {
    static let info = RuleInfo(
        id: "WGT-04",
        title: "每条指标都有分值",
        level: .must,
        citation: "本工具约定",
        departure: "写明不适用的行可以没有分值。",
        remedy: "给每条指标填一个大于 0 的分值。")

    static let needs: [RuleNeed] = [.column(.weight)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        guard !evaluation.indicators.isEmpty else { return .notRun("没有绩效指标") }
        guard evaluation.hasColumn(.weight) || evaluation.standard.requiredColumns.contains(.weight) else {
            return .notRun("这张表没有“分值”列")
        }
        return .ran(
            evaluation.judged.map(\.indicator).compactMap { indicator in
                if let value = indicator.weight?.value, value > 0 { return nil }
                let text = indicator.weight?.text ?? ""
                return RuleHit(
                    indicator.weight?.source ?? indicator.place(.weight), subject: indicator.title, found: text,
                    expected: "大于 0 的数", message: text.isEmpty ? "没有分值。" : "分值“\(text)”不是大于 0 的数。")
            })
    }
}
