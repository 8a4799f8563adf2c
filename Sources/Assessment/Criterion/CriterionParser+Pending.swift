import Foundation

/// What the parser keeps until an award comes.
extension CriterionParser {
    /// A number that no word has claimed yet.
    struct Loose {
        var number: Decimal
        var unit: String
        var isIncluded: Bool?
        var hasCrossedComma = false
    }

    /// A step of 每…扣, as far as it was read.
    struct Step {
        var size: Decimal?
        var unit = ""
        var side: ScoreDeduction.Side?
        var letters = ""
        var countsEvents = false
        /// 每 stands before it.
        var isEach = true
    }
}
