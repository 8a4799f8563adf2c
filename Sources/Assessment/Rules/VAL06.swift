import Foundation
import Spreadsheet

/// A qualitative actual names one of the template's bands (达成预期指标 …) or the target's own words, or carries a reason.
enum VAL06: Rule {
    static let info = RuleInfo(
        id: "VAL-06",
        title: "定性指标的完成值写明档次",
        level: .must,
        citation: "模板规定的定性指标档次",
        departure: "写的是提升、好、合格一类肯定的用词的不判；完成值里含有目标的用词（没有“未”“不”等字）、与目标同样否定的，或原因栏写了原因的，都算写明。",
        remedy: "写明属于哪一档，或照目标的用词写实际达到的程度；没有达到的在原因栏说明。")

    static let needs: [RuleNeed] = [.column(.target), .column(.actual), .column(.reason)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let rows = evaluation.judged.filter {
            $0.indicator.target?.isQuantitative == false && !($0.indicator.actual?.text ?? "").isEmpty
                && !$0.indicator.isExecutionRate
        }
        guard !rows.isEmpty else { return .notRun("没有填了完成值的定性指标") }
        let standard = evaluation.standard
        let names = standard.bands.compactMap(\.names.first).joined(separator: "、")
        return .ran(
            rows.compactMap { row in
                guard let target = row.indicator.target, let actual = row.indicator.actual,
                    // A figure that was not read as one is no grade in words: nothing certain can be said of it.
                    !row.indicator.copiesOperator, !target.text.contains(where: \.isNumber),
                    !says(actual.text, core(target.text)), !deniesTheSame(actual.text, target.text),
                    !praises(actual.text),
                    BandScoring.band(of: row.indicator, standard: standard) == nil,
                    !evaluation.submission.reason(of: row.indicator).isGiven
                else { return nil }
                return RuleHit(
                    actual.source, subject: row.indicator.title, found: actual.text,
                    expected: names.isEmpty ? target.text : "“\(target.text)”或 \(names)",
                    message: "定性指标的完成值“\(actual.text)”没有写明达到哪一档，也没有说明原因。")
            })
    }

    /// Words that say that something went well: what level of the target that is, nobody can tell for certain.
    private static let praise = [
        "优", "良", "好", "高", "合格", "达标", "完成", "达到", "达成", "提升", "增强", "改善", "有效", "显著", "明显", "满意", "健全", "规范", "完善",
        "及时", "合规", "到位",
        "是", "有", "充分", "稳定", "促进", "保障", "落实", "加强", "增加", "减少", "降低",
    ]

    private static func praises(_ actual: String) -> Bool {
        praise.contains(where: actual.contains)
            && !["未", "不", "没", "无", "非", "差", "一般", "部分"].contains(where: actual.contains)
    }

    /// Whether an actual says what the target asks for.
    private static func says(_ actual: String, _ target: String) -> Bool {
        let (actual, target) = (TextNormalizer.key(actual), TextNormalizer.key(target))
        if actual == target { return true }
        guard !target.isEmpty, let range = actual.range(of: target) else { return false }
        let rest = actual.replacingCharacters(in: range, with: "")
        return !rest.contains { "不未没无非".contains($0) }
    }

    private static let comparisons = [
        "比上年度", "较上年度", "比上年", "较上年", "比去年", "较去年", "同比", "环比", "逐年", "持续", "有所", "稳步", "明显", "逐步",
    ]

    /// What a target asks for without what it is compared by: 下降 of 比上年下降.
    private static func core(_ target: String) -> String {
        var rest = TextNormalizer.key(target)[...]
        while let word = comparisons.first(where: { rest.hasPrefix($0) && rest.count > $0.count }) {
            rest = rest.dropFirst(word.count)
        }
        return String(rest)
    }

    /// Whether both say that something is not so: 不超过预算, 未超预算.
    private static func deniesTheSame(_ actual: String, _ target: String) -> Bool {
        func denied(_ text: String) -> String? {
            let key = TextNormalizer.key(text).filter(\.isLetter)
            guard let word = ["不得", "没有", "不", "未", "无", "没", "零"].first(where: { key.hasPrefix($0) }) else {
                return nil
            }
            let rest = key.dropFirst(word.count)
            guard !["不", "未", "没"].contains(where: rest.contains) else { return nil }
            return rest.filter { !"过出发生现有".contains($0) }
        }
        guard let one = denied(actual), let other = denied(target), !one.isEmpty else { return false }
        return one.hasPrefix(other) || other.hasPrefix(one)
    }
}
