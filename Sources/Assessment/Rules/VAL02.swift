import Foundation
import Spreadsheet

/// A quantitative indicator's actual is one number with its unit, not a word such as 完成.
enum VAL02: Rule {
    static let info = RuleInfo(
        id: "VAL-02",
        title: "定量指标的完成值是一个数",
        level: .must,
        citation: "本工具约定（定量指标按数计分）",
        departure: "近、约、余等约数，中文数字，“无”“未发生”，都算作数；写着数而看不出是哪一个的不判；目标是日期的，写明按时、提前、已完成也可以；照抄带符号的目标由 VAL-03 报。",
        remedy: "填一个数（可带单位），如 21场、95%；文字说明写到原因栏。")

    static let needs: [RuleNeed] = [.column(.target), .column(.actual)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let measured = evaluation.judged.map(\.indicator).filter {
            $0.target?.isQuantitative == true && !($0.actual?.text ?? "").isEmpty
        }
        guard !measured.isEmpty else { return .notRun("没有填了完成值的定量指标") }
        return .ran(
            measured.compactMap { indicator in
                guard let actual = indicator.actual, let quantity = indicator.actualQuantity, !indicator.copiesOperator
                else {
                    return nil
                }
                let wantsDate = indicator.target?.quantity.period != nil
                // Figures that were not read as one number may hold it all the same.
                if quantity.number != nil || quantity.period != nil || quantity.mayHoldFigure { return nil }
                if wantsDate, Indicator.saysDone(actual.text) { return nil }
                let wanted = wantsDate ? "一个日期" : "一个数"
                return RuleHit(
                    actual.source, subject: indicator.title, found: actual.text,
                    expected: "\(wanted)（指标值为 \(indicator.target?.shown ?? "")）",
                    message: "指标值是\(wantsDate ? "日期" : "数")，完成值“\(actual.text)”不是\(wanted)。")
            })
    }
}
