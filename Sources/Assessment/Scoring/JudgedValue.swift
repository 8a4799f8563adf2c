import Foundation

/// The value that `steps` and `deduct` judge: a rate over named figures, or what the row states where those are missing.
struct JudgedValue {
    /// The value in its unit, 95 for 95%.
    var value: Decimal
    var unit: String
    var derivation = ""
    var inputs: [ScoreTrace.Input]
    /// The same for a formula.
    var expression: FormulaExpression

    /// `98.3125%`.
    var shown: String { Self.shown(value, unit: unit) }

    /// A bound or a value with its unit; at most four places.
    static func shown(_ value: Decimal, unit: String) -> String {
        Reckoning.number(DecimalText.rounded(value, places: 4)) + unit
    }

    /// The value, or why there is none.
    static func of(_ subject: ScoringSubject) -> (value: JudgedValue?, missing: String) {
        let indicator = subject.indicator
        let figures = subject.choice.rate
        let row = ScoreTrace.Input.row(indicator, target: false)
        if let figures, let rate = RateValue(figures, subject.rows) {
            return (
                JudgedValue(
                    value: rate.percent, unit: "%", derivation: rate.derivation(places: subject.standard.ratePlaces),
                    inputs: rate.inputs + ScoreTrace.Input.row(indicator, target: false, actual: false),
                    expression: rate.percentExpression), ""
            )
        }
        let wanted = indicator.target?.quantity.unit ?? ""
        if !indicator.unitsAgree { return (nil, UnitRelation.words(indicator)) }
        if let actual = indicator.actualQuantity,
            let number = indicator.target == nil ? actual.number : indicator.reached
        {
            let unit = wanted.isEmpty ? actual.unit : wanted
            let value = DecimalText.rounded(number, places: 10)
            return (
                JudgedValue(
                    value: value, unit: unit, inputs: row, expression: .operand(FormulaOperand(.judged, value))), ""
            )
        }
        let why = figures.map { RateValue.missing($0, subject.rows) }
        let actual = indicator.actual.map { "实际完成值“\($0.text)”不是一个数" } ?? "没有实际完成值"
        return (nil, [why, actual].compactMap { $0 }.joined(separator: "，"))
    }
}
