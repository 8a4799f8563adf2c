import Foundation
import Spreadsheet

/// A percentage target is not above 100, and no letter stands for a lost sign (Q100%, 290%).
///
/// A letter before a grade (A1级) is none that was lost.
enum VAL05: Rule {
    static let info = RuleInfo(
        id: "VAL-05",
        title: "目标值没有笔误",
        level: .explain,
        citation: "本工具约定",
        departure: "增长率、变动率一类的指标可以超过 100%；只看目标自己写的或度量单位栏写的 %。",
        remedy: "核对目标值，应与绩效目标申报表一致；确实超过 100% 的，说明含义。")

    static let needs: [RuleNeed] = [.column(.target)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let rows = evaluation.judged.filter { $0.indicator.target != nil }
        guard !rows.isEmpty else { return .notRun("没有年度指标值") }
        return .ran(
            rows.compactMap { row in
                guard let target = row.indicator.target else { return nil }
                var message: String?
                if target.quantity.isPercentage, let number = target.quantity.number, number > 100,
                    !mayExceed(row.indicator)
                {
                    message = "目标值 \(target.shown) 超过 100%。"
                } else if let letter = lostSign(target.text) {
                    message = "目标值“\(target.text)”的数字前有字母“\(letter)”，像是丢失的符号。"
                }
                guard let message else { return nil }
                return RuleHit(
                    target.source, subject: row.indicator.title, found: target.text, expected: "不超过 100%，数字前没有字母",
                    message: message)
            })
    }

    /// Words of rates that have no upper bound.
    private static let growthWords = [
        "增长", "增幅", "增速", "增加", "增收", "变动", "变化", "提高", "提升", "上升", "下降", "同比", "环比", "放大", "倍",
    ]

    /// Units of which a letter is a part: A1级.
    private static let gradeUnits = ["级", "类", "型", "版", "等"]

    private static func mayExceed(_ indicator: Indicator) -> Bool {
        growthWords.contains(where: indicator.name.contains)
    }

    /// The letter in front of a number.
    private static func lostSign(_ text: String) -> Character? {
        let plain = TextNormalizer.narrowed(text)
        guard let letter = plain.first, letter.isASCII, letter.isLetter else { return nil }
        let rest = String(plain.dropFirst())
        guard rest.first?.isNumber == true else { return nil }
        let quantity = Quantity(rest)
        return quantity.number != nil && !gradeUnits.contains(quantity.unit) ? letter : nil
    }
}
