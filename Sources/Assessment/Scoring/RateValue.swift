import Foundation
import Spreadsheet

/// A rate over named figures, put together from what was read.
struct RateValue {
    /// Sum above the line.
    let numerator: Decimal
    /// Sum below the line, above 0.
    let denominator: Decimal
    /// The figures, with where they stood.
    let inputs: [ScoreTrace.Input]
    /// The rate as a share of one, for a formula.
    let quotient: FormulaExpression

    /// The rate in per cent for a formula: judged at ten places, for in binary 0.33*100 is a little more than 33.
    var percentExpression: FormulaExpression { .rounded(.product(.shown(quotient), .number(100)), places: 10) }

    /// In per cent, exact but for the places that no sheet can hold.
    var percent: Decimal { percentExpression.value }

    /// `(150 − 14) ÷ 143 × 100% = 95.10%`.
    func derivation(places: Int) -> String {
        let shown = DecimalText.text(DecimalText.rounded(numerator * 100 / denominator, places: places), places: places)
        return "\(quotient.words(withTerms: true)) × 100% = \(shown.replacingOccurrences(of: "-", with: "−"))%"
    }

    /// The rate; nil when a figure is missing or the denominator is not above 0.
    init?(_ figures: RateFigures, _ rows: FormRows) {
        var inputs: [ScoreTrace.Input] = []
        func terms(_ wanted: [RateFigures.Term]) -> [NamedFigure]? {
            var terms: [NamedFigure] = []
            for term in wanted {
                guard let figure = rows.figure(term.name) else { return nil }
                let input = ScoreTrace.Input(term.name, figure.text, source: figure.source)
                if !inputs.contains(input) { inputs.append(input) }
                terms.append(NamedFigure(name: term.name, value: figure.value, isSubtracted: term.isSubtracted))
            }
            return terms
        }
        guard let above = terms(figures.numerator), let below = terms(figures.denominator) else { return nil }
        numerator = NamedFigure.sum(above)
        denominator = NamedFigure.sum(below)
        guard denominator > 0 else { return nil }
        self.inputs = inputs
        quotient = .quotient(.figures(above), .figures(below))
    }

    /// Why there is no rate, in Chinese.
    static func missing(_ figures: RateFigures, _ rows: FormRows) -> String {
        var names: [String] = []
        for term in figures.numerator + figures.denominator
        where rows.figure(term.name) == nil && !names.contains(term.name) {
            names.append(term.name)
        }
        return names.isEmpty
            ? "分母（\(figures.denominator.map(\.name).joined(separator: "、"))）不大于 0" : "缺少\(names.joined(separator: "、"))"
    }
}
