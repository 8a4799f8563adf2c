import Foundation

/// The places that the 得分 of a form are printed with: a computed score is held against a printed one at these.
///
/// A form whose scores are all whole numbers scores in whole points: 9 for 8.62 is right there.
struct PrintedPrecision {
    /// Fewest printed scores that tell how a form prints its scores.
    private static let enough = 3

    /// Places of the comparison.
    let places: Int
    /// Places that the scores were computed with.
    private let computedPlaces: Int
    /// Every printed score is a whole number.
    let isWholePoints: Bool

    init(_ evaluation: Evaluation) {
        let submission = evaluation.submission
        let total = submission.line(evaluation.standard.budgetTotalName)
        let printed = (submission.indicators.map(\.givenScore) + [total?.amounts[.score]])
            .compactMap { $0 }.filter { $0.value != nil }
        computedPlaces = evaluation.standard.scorePlaces
        let largest = printed.map(\.precision).max() ?? computedPlaces
        places = printed.count >= Self.enough ? min(largest, computedPlaces) : computedPlaces
        isWholePoints = places == 0
    }

    /// Whether a printed score is a computed one, as the form rounds.
    func agrees(_ printed: Decimal, with computed: Decimal) -> Bool {
        let printed = DecimalText.rounded(printed, places: places)
        if DecimalText.rounded(computed, places: places) == printed { return true }
        guard places < computedPlaces else { return false }
        // 8.4951 was computed as 8.50: rounded from what it was, it is 8 and not 9.
        let half = Decimal(sign: .plus, exponent: -computedPlaces, significand: 1) / 2
        return DecimalText.rounded(computed - half, places: places) == printed
    }

    /// A computed score as the form would print it.
    func shown(_ computed: Decimal) -> String { "\(DecimalText.rounded(computed, places: places))" }

    /// How it was compared, for a message.
    var words: String {
        switch places {
        case 0: "本表得分都是整数，按整数核对"
        case 1: "按一位小数核对"
        case 2: "按两位小数核对"
        default: "按 \(places) 位小数核对"
        }
    }
}
