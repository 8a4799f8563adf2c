import Assessment
import Foundation
import Spreadsheet

/// Spreadsheet formulas of methods that judge a value: rates over named figures, steps, deductions.
struct JudgedFormulas {
    /// The cell that holds a figure on the form, by the figure's name and value; nil where it has none.
    let cell: (JudgedCells.Figure) -> String?

    /// `(E7-B7)/B7`: the rate as a share of one.
    func quotient(_ numerator: [JudgedCells.Figure], _ denominator: [JudgedCells.Figure]) -> String {
        "\(sum(numerator))/\(sum(denominator))"
    }

    private func sum(_ figures: [JudgedCells.Figure]) -> String {
        var text = ""
        for (index, figure) in figures.enumerated() {
            let value = cell(figure) ?? (figure.value < 0 ? "(\(figure.value))" : "\(figure.value)")
            text += figure.isSubtracted ? "-\(value)" : (index == 0 ? value : "+\(value)")
        }
        return figures.count > 1 || text.hasPrefix("-") ? "(\(text))" : text
    }

    /// The value that is judged, at ten places: in binary 0.33*100 is a little more than 33.
    ///
    /// - Parameters:
    ///   - actual: The cell of the actual, where it holds the value; nil where only the figures or the number itself are there.
    ///   - asShare: The cell holds a percentage as a share of one.
    func value(_ judged: JudgedCells, actual: String?, asShare: Bool) -> String {
        switch (judged, actual) {
        case (.quotient(let above, let below), nil): "ROUND(\(quotient(above, below))*100,10)"
        case (.quotient, let actual?): "ROUND(\(actual)*100,10)"
        case (.stated(let value), nil): "\(value)"
        case (.stated, let actual?): asShare ? "ROUND(\(actual)*100,10)" : actual
        }
    }

    /// The points of a rate: at least 0, at most the weight.
    func rate(_ judged: JudgedCells, actual: String?, weight: String, places: Int) -> String {
        let share: String
        switch (judged, actual) {
        case (_, let actual?): share = actual
        case (.quotient(let above, let below), nil): share = quotient(above, below)
        case (.stated(let value), nil): share = "\(value)/100"
        }
        return "ROUND(MAX(MIN(\(share),1),0)*\(weight),\(places))"
    }

    /// The points of the first band that the value falls in: IF within IF.
    func steps(_ steps: ScoreSteps, value: String, weight: String, places: Int) -> String {
        func points(_ gives: Decimal) -> String {
            steps.isShare ? "ROUND(\(weight)*\(gives)/100,\(places))" : "ROUND(MIN(\(gives),\(weight)),\(places))"
        }
        return steps.bands.reversed().reduce(points(steps.otherwise)) { rest, band in
            let bounds = [(">", band.above), (">=", band.from), ("<", band.below), ("<=", band.to)]
            let tests = bounds.compactMap { sign, bound in bound.map { "\(value)\(sign)\($0)" } }
            switch tests.count {
            case 0: return points(band.gives)
            case 1: return "IF(\(tests[0]),\(points(band.gives)),\(rest))"
            default: return "IF(AND(\(tests.joined(separator: ","))),\(points(band.gives)),\(rest))"
            }
        }
    }

    /// Full at the limit, less for each step beyond it.
    func deduct(_ rule: ScoreDeduction, value: String, weight: String, places: Int) -> String {
        let limit = rule.limit < 0 ? "(\(rule.limit))" : "\(rule.limit)"
        let beyond = rule.side == .above ? "\(value)-\(limit)" : "\(limit)-\(value)"
        let parts = "ROUND(MAX(\(beyond),0)/\(rule.step),10)"
        let count: String
        switch rule.counting {
        case .exact: count = parts
        case .started: count = "ROUNDUP(\(parts),0)"
        case .full: count = "ROUNDDOWN(\(parts),0)"
        }
        let cost = rule.isShare ? "\(weight)*\(rule.costs)/100" : "\(rule.costs)"
        return "ROUND(MAX(\(weight)-\(count)*\(cost),0),\(places))"
    }
}
