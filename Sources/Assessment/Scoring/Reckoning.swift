import Foundation
import Spreadsheet

/// Numbers and sums as explanations write them: `(19.8 + 1922.76 − 19.8) ÷ 1942.56`. What is written can be reckoned again.
enum Reckoning {
    /// A number, with the sign that print has. At most ten places.
    static func number(_ value: Decimal) -> String {
        let text = DecimalText.text(DecimalText.rounded(value, places: 10))
        return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }

    /// Terms with their signs; more than one in brackets, and a negative one too.
    static func sum(_ terms: [(value: Decimal, isSubtracted: Bool)]) -> String {
        var words = ""
        for (index, term) in terms.enumerated() {
            let isNegative = term.value < 0
            let number = isNegative && index > 0 ? "(\(number(term.value)))" : number(term.value)
            switch (index, term.isSubtracted) {
            case (0, false): words = number
            case (0, true): words = isNegative ? "−(\(number))" : "−" + number
            default: words += (term.isSubtracted ? " − " : " + ") + number
            }
        }
        return terms.count > 1 || words.hasPrefix("−") ? "(\(words))" : words
    }
}

extension ScoreTrace {
    /// Puts a formula in words with what it gives, caps and rounds it: once, at the end.
    ///
    /// - Parameters:
    ///   - settled: What of the formula counts: `28 ÷ 30 × 10`.
    ///   - weight: 分值; points are between 0 and it.
    /// - Returns: The points.
    mutating func reckon(_ settled: FormulaExpression, weight: Decimal, places: Int) -> Decimal {
        let exact = settled.value
        self.exact = exact
        let words = settled.isWholeWeight ? "\(weight) × 100%" : settled.words()
        formula = "\(words) = \(Reckoning.number(DecimalText.rounded(exact, places: places)))"
        let held = max(0, min(exact, weight))
        if exact > weight { cap = "不超过分值，得满分 \(weight)" }
        if exact < 0 { cap = "最低 0 分" }
        let points = DecimalText.rounded(held, places: places)
        rounding = Self.rounding(of: held, to: points, places: places)
        return points
    }

    /// `四舍五入到 2 位小数：9.333333… → 9.33`; empty where nothing was rounded.
    static func rounding(of exact: Decimal, to rounded: Decimal, places: Int) -> String {
        guard exact != rounded else { return "" }
        let shown = DecimalText.rounded(exact, places: max(places + 2, 6))
        return "四舍五入到 \(places) 位小数：\(Reckoning.number(shown))\(shown == exact ? "" : "…") → \(rounded)"
    }
}

extension ScoreTrace.Input {
    /// The inputs that a row gives: 年度指标值, 实际完成值, 分值.
    static func row(_ indicator: Indicator, target: Bool = true, actual: Bool = true) -> [ScoreTrace.Input] {
        var inputs: [ScoreTrace.Input] = []
        if target, let target = indicator.target {
            inputs.append(.init("年度指标值", target.shown, unit: target.quantity.unit, source: target.source))
        }
        if actual, let actual = indicator.actual {
            inputs.append(
                .init("实际完成值", actual.text, unit: indicator.actualQuantity?.unit ?? "", source: actual.source))
        }
        if let weight = indicator.weight {
            inputs.append(.init("分值", weight.text, unit: "分", source: weight.source))
        }
        return inputs
    }

    /// The points that the person gave.
    static func given(_ indicator: Indicator) -> [ScoreTrace.Input] {
        indicator.givenScore.map { [.init("自评得分", $0.text, unit: "分", source: $0.source)] } ?? []
    }
}
