import Foundation

/// The places that the 得分 of a form are printed with: a computed score is held against a printed one at these.
///
/// A form whose scores are all whole numbers scores in whole points: 9 for 8.62 is right there.
struct PrintedPrecision {
    /// Fewest printed scores that tell how a form prints its scores.
    private static let enough = 3

    /// Places of the comparison.
    let places: Int

    init(_ evaluation: Evaluation) {
        let printed = (evaluation.indicators.map(\.givenScore) + [evaluation.budgetTotal?.amounts[.score]])
            .compactMap { $0 }.filter { $0.value != nil }
        let computed = evaluation.standard.scorePlaces
        let largest = printed.map(\.precision).max() ?? computed
        places = printed.count >= Self.enough ? min(largest, computed) : computed
    }

    /// Whether a printed score is a computed one, as the form rounds: once, from the exact result.
    func agrees(_ printed: Decimal, with score: Score, weight: Decimal) -> Bool {
        guard let points = score.points else { return false }
        let printed = DecimalText.rounded(printed, places: places)
        // 8.4951 is 8.50 in two places and 8 in whole points, not 9.
        let exact = score.trace.exact.map { max(0, min($0, weight)) } ?? points
        return ([exact] + score.alternatives).contains { DecimalText.rounded($0, places: places) == printed }
            || points == printed
    }

    /// A computed score as the form would print it.
    func shown(_ score: Score, weight: Decimal) -> String {
        let exact = score.trace.exact.map { max(0, min($0, weight)) } ?? score.points ?? 0
        let rounded = DecimalText.rounded(exact, places: places)
        // What rounds to all points without having earned them is shown as it is: all points would be SCO-04's.
        return "\(rounded == weight && exact < weight ? score.points ?? exact : rounded)"
    }

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
