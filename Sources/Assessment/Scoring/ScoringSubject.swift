import Foundation

/// A row that is scored, with what its score may rest on.
struct ScoringSubject {
    let indicator: Indicator
    /// 分值, above 0.
    let weight: Decimal
    /// What the template says of the method for this row.
    let choice: Standard.MethodChoice
    /// The other rows of the form.
    let rows: FormRows
    let standard: Standard

    /// 分值 as a part of a formula.
    var weightOperand: FormulaExpression { .operand(FormulaOperand(.weight, weight)) }

    /// Points as they are written: rounded to the places of a score.
    func rounded(_ points: FormulaExpression) -> FormulaExpression { .rounded(points, places: standard.scorePlaces) }
}
