import Foundation
import Spreadsheet

/// A rate over named figures, put together from what the submission has.
struct RateValue {
    /// Sum above the line.
    let numerator: Decimal
    /// Sum below the line, above 0.
    let denominator: Decimal
    /// The figures, with where they stood.
    let inputs: [ScoreTrace.Input]
    /// The terms in words, with the figures put in.
    let words: String
    /// The same for a form.
    let cells: JudgedCells

    /// In per cent, exact but for the places that no sheet can hold: judged at ten places, as the form's own formula judges it.
    var percent: Decimal { DecimalText.rounded(numerator * 100 / denominator, places: 10) }

    /// `(150 − 14) ÷ 143 × 100% = 95.10%`.
    func derivation(places: Int) -> String {
        let shown = DecimalText.text(DecimalText.rounded(numerator * 100 / denominator, places: places), places: places)
        return "\(words) × 100% = \(shown.replacingOccurrences(of: "-", with: "−"))%"
    }

    /// The rate; nil when a figure is missing or the denominator is not above 0.
    init?(_ figures: RateFigures, submission: Submission, standard: Standard) {
        var inputs: [ScoreTrace.Input] = []
        func terms(_ wanted: [RateFigures.Term]) -> [JudgedCells.Figure]? {
            var terms: [JudgedCells.Figure] = []
            for term in wanted {
                guard let figure = submission.figure(term.name, totalRow: standard.budgetTotalName) else { return nil }
                let input = ScoreTrace.Input(term.name, figure.text, source: figure.source)
                if !inputs.contains(input) { inputs.append(input) }
                terms.append(.init(name: term.name, value: figure.value, isSubtracted: term.isSubtracted))
            }
            return terms
        }
        guard let above = terms(figures.numerator), let below = terms(figures.denominator) else { return nil }
        func words(_ terms: [JudgedCells.Figure]) -> String {
            Reckoning.sum(terms.map { ($0.value, $0.isSubtracted) })
        }
        numerator = JudgedCells.sum(above)
        denominator = JudgedCells.sum(below)
        guard denominator > 0 else { return nil }
        self.inputs = inputs
        self.words = "\(words(above)) ÷ \(words(below))"
        cells = .quotient(numerator: above, denominator: below)
    }

    /// Why there is no rate, in Chinese.
    static func missing(_ figures: RateFigures, submission: Submission, standard: Standard) -> String {
        var names: [String] = []
        for term in figures.numerator + figures.denominator
        where submission.figure(term.name, totalRow: standard.budgetTotalName) == nil && !names.contains(term.name) {
            names.append(term.name)
        }
        return names.isEmpty
            ? "分母（\(figures.denominator.map(\.name).joined(separator: "、"))）不大于 0" : "缺少\(names.joined(separator: "、"))"
    }
}
