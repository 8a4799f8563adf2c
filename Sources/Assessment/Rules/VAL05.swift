import Foundation
import Spreadsheet

/// A percentage target is not above 100, no letter stands for a lost sign (Q100%, 290%), a cost is not wanted as high as can be nor 满意度 as low, and
/// no cost has parts of a fen.
///
/// A letter before a grade (A1级) is none that was lost.
enum VAL05: Rule {
    static let info = RuleInfo(
        id: "VAL-05",
        title: "目标值没有笔误",
        level: .explain,
        citation: "本工具约定",
        departure:
            "增长率、变动率一类的指标可以超过 100%；只看目标自己写的或度量单位栏写的 %。成本的目标写“≥”、满意度的目标写“≤”的要求说明，节约、降低一类的除外；按元写的成本有厘、毫的，单价、均价除外。",
        remedy: "核对目标值、符号和单位，应与绩效目标申报表一致；确实如此的，说明含义。")

    static let needs: [RuleNeed] = [.column(.target)]

    static func check(_ evaluation: Evaluation) -> RuleOutcome {
        let rows = evaluation.judged.filter { $0.indicator.target != nil }
        guard !rows.isEmpty else { return .notRun("没有年度指标值") }
        return .ran(
            rows.compactMap { row in
                guard let target = row.indicator.target else { return nil }
                var message: String?
                var expected = "不超过 100%，数字前没有字母"
                if target.quantity.isPercentage, let number = target.quantity.number, number > 100,
                    !mayExceed(row.indicator)
                {
                    message = "目标值 \(target.shown) 超过 100%。"
                } else if let letter = lostSign(target.text) {
                    message = "目标值“\(target.text)”的数字前有字母“\(letter)”，像是丢失的符号。"
                } else if let wrong = wrongDirection(row.indicator, target) {
                    (message, expected) = ("目标值“\(target.shown)”的符号像是写反了：\(wrong.why)。", wrong.expected)
                } else if let amount = partsOfFen(row.indicator, target) {
                    message = "“\(amount)”按元写，不足一分：单位可能是万元。"
                    expected = "与金额相称的单位"
                }
                guard let message else { return nil }
                return RuleHit(
                    target.source, subject: row.indicator.title, found: target.text, expected: expected,
                    message: message)
            })
    }

    // MARK: Costs and satisfaction

    private static let costEndings = ["成本", "费用", "单价", "均价", "造价", "支出", "经费", "总额"]
    private static let savingWords = ["节约", "节省", "降低", "压减", "减少", "下降", "收益", "收入", "效益", "增收"]
    /// Words of prices for one of many, which have parts of a fen.
    private static let priceWords = ["单价", "均价", "单位", "人均", "每", "平均", "电价", "水价", "标准", "/"]

    /// Of a cost less is better, of 满意度 more.
    private static func wrongDirection(_ indicator: Indicator, _ target: Target) -> (why: String, expected: String)? {
        // A bare number has no sign that could be the wrong one.
        guard target.isOperatorWritten else { return nil }
        let sign = target.comparison
        let name = indicator.name
        if sign == .atLeast, costEndings.contains(where: name.hasSuffix),
            !savingWords.contains(where: name.contains),
            UnitConversion.isMoney(TextNormalizer.key(target.quantity.unit))
        {
            return ("成本不应越高越好", "≤，或说明含义")
        }
        if sign == .atMost, name.hasSuffix("满意度") || name.hasSuffix("满意率"), !name.contains("不满意") {
            return ("满意度不应越低越好", "≥，或说明含义")
        }
        return nil
    }

    /// An amount in 元 of which nobody could pay the last digits, where the form's money is in a larger unit.
    private static func partsOfFen(_ indicator: Indicator, _ target: Target) -> String? {
        guard target.quantity.unit == "元", !priceWords.contains(where: { (indicator.name + target.text).contains($0) })
        else {
            return nil
        }
        let figures = [
            (target.quantity.number, target.shown), (indicator.actualQuantity?.number, indicator.actual?.text),
        ]
        return figures.lazy.compactMap { number, text -> String? in
            guard let number, let text, number > 0, DecimalText.rounded(number, places: 2) != number else { return nil }
            return text
        }.first
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
