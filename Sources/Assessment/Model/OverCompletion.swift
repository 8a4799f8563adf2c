import Foundation
import Spreadsheet

extension Evaluation {
    /// The limit, in per cent of a ≥ target, above which an actual is asked about.
    var overCompletionLimit: Decimal { printedOverCompletion?.limit ?? standard.rules[EXP02.id]?.threshold ?? 130 }

    /// The limit that the form's own notes print, with the note: 超过指标值30%以上的, 高于目标值的150%.
    var printedOverCompletion: (limit: Decimal, note: SourcedText)? {
        for note in submission.printedNotes {
            for clause in TextNormalizer.key(note.text).split(whereSeparator: { ",;。，；".contains($0) }) {
                guard let lead = ["超过", "超出", "高于", "超"].lazy.compactMap({ clause.range(of: $0) }).first else {
                    continue
                }
                let rest = clause[lead.upperBound...]
                let name = rest.prefix { !($0.isASCII && $0.isNumber) }
                guard
                    ["指标值", "目标值", "目标", "计划值", "预期值", "年度指标值", "预期目标值", "绩效目标值", "年初目标值"].contains(where: {
                        name.hasSuffix($0) || name.hasSuffix($0 + "的")
                    }),
                    name.count <= 12, let number = DecimalText.scan(rest.dropFirst(name.count)),
                    number.rest.hasPrefix("%"),
                    number.number > 0
                else { continue }
                return (number.number < 100 ? 100 + number.number : number.number, note)
            }
        }
        return nil
    }

    /// Whether an indicator's actual is so far above its target that a reason is asked for.
    func isFarAbove(_ indicator: Indicator) -> Bool {
        guard let target = indicator.target, target.comparison == .atLeast, !indicator.copiesOperator,
            !indicator.mayMeanAtMost,
            let wanted = target.quantity.number, wanted > 0, let reached = indicator.reached
        else { return false }
        return reached * 100 > wanted * overCompletionLimit
    }
}
