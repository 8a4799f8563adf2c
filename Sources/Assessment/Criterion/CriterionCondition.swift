import Foundation
import Spreadsheet

/// What the words of a condition in 评分标准 come to.
enum CriterionCondition {
    /// The target was reached, was not, or what only a person can judge.
    static func test(_ letters: String) -> ScoringCriterion.Test {
        let words = letters.filter { $0.isLetter || $0.isNumber }
        let rest = subject(letters)
        if rest.isEmpty {
            return CriterionWords.reached.contains(where: words.contains) ? .met : .always
        }
        if CriterionWords.negations.contains(rest), CriterionWords.reached.contains(where: words.contains) {
            return .missed
        }
        return .words(words)
    }

    /// Words without those that only say that it is the target.
    static func subject(_ letters: String) -> String {
        var rest = letters.filter { ($0.isLetter || $0.isNumber) && !"xypab".contains($0) }
        for word in CriterionWords.fillers { rest = rest.replacingOccurrences(of: word, with: "") }
        return rest
    }
}
