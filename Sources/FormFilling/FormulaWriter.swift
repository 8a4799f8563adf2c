import Assessment
import Foundation
import Spreadsheet

/// Writes the formula of a score as a spreadsheet has it: its named parts are cells of the form, or constants.
struct FormulaWriter {
    /// The text of a named part; nil where the form has no cell for it and no constant can stand there.
    let operand: (FormulaOperand) -> String?
    /// The cell that holds a figure of a rate; nil where the form has none.
    let figure: (NamedFigure) -> String?
    /// The cell that shows the rate which is judged; nil where the form has none.
    let rate: String?

    /// A writer of formulas over named figures alone.
    init(figure: @escaping (NamedFigure) -> String?) {
        self.init(figure: figure, rate: nil) { _ in nil }
    }

    init(
        figure: @escaping (NamedFigure) -> String?, rate: String?, operand: @escaping (FormulaOperand) -> String?
    ) {
        self.figure = figure
        self.rate = rate
        self.operand = operand
    }

    /// The formula without its =; nil where a part of it has no text.
    func text(_ expression: FormulaExpression) -> String? {
        switch expression {
        case .number(let number): return "\(number)"
        case .percent(let share): return "\(share)/100"
        case .operand(let part): return operand(part)
        case .figures(let figures): return sum(figures)
        case .shown(let inner): return rate ?? text(inner)
        case .difference(let one, let other): return joined(bracketed(one, .inSum), "-", bracketed(other, .inSum))
        case .product(let one, let other):
            return joined(bracketed(one, .inProduct), "*", bracketed(other, .inProduct))
        case .quotient(let one, let other):
            return joined(bracketed(one, .inProduct), "/", bracketed(other, .underLine))
        case .minimum(let one, let other): return function("MIN", [text(one), text(other)])
        case .maximum(let one, let other): return function("MAX", [text(one), text(other)])
        case .absolute(let inner): return function("ABS", [text(inner)])
        case .held(let inner, let least, let most):
            let below = most.map { function("MIN", [text(inner), text($0)]) } ?? text(inner)
            return least.map { function("MAX", [below, text($0)]) } ?? below
        case .rounded(let inner, let places, let rounding):
            let names: [FormulaExpression.Rounding: String] = [.half: "ROUND", .up: "ROUNDUP", .down: "ROUNDDOWN"]
            return names[rounding].flatMap { function($0, [text(inner), "\(places)"]) }
        case .condition(let tests, let then, _) where tests.isEmpty: return text(then)
        case .condition(let tests, let then, let otherwise):
            let asked = tests.map { joined(text($0.left), $0.sign.rawValue, text($0.right)) }
            return function("IF", [asked.count == 1 ? asked[0] : function("AND", asked), text(then), text(otherwise)])
        }
    }

    /// `(E7-B7)`; a figure without a cell is a constant.
    private func sum(_ figures: [NamedFigure]) -> String {
        var text = ""
        for (index, figure) in figures.enumerated() {
            let value = self.figure(figure) ?? (figure.value < 0 ? "(\(figure.value))" : "\(figure.value)")
            text += figure.isSubtracted ? "-\(value)" : (index == 0 ? value : "+\(value)")
        }
        return figures.count > 1 || text.hasPrefix("-") ? "(\(text))" : text
    }

    private func joined(_ left: String?, _ sign: String, _ right: String?) -> String? {
        guard let left, let right else { return nil }
        return left + sign + right
    }

    private func function(_ name: String, _ arguments: [String?]) -> String? {
        let known = arguments.compactMap { $0 }
        return known.count == arguments.count ? "\(name)(\(known.joined(separator: ",")))" : nil
    }

    /// Where a part stands.
    private enum Place {
        case inSum, inProduct, underLine
    }

    /// A part in brackets where its signs would be read otherwise.
    private func bracketed(_ expression: FormulaExpression, _ place: Place) -> String? {
        let needs: Bool
        switch (expression, place) {
        case (.number(let number), .inSum): needs = number < 0
        case (.difference, _): needs = true
        case (.product, .underLine), (.quotient, .underLine), (.percent, .underLine): needs = true
        default: needs = false
        }
        return text(expression).map { needs ? "(\($0))" : $0 }
    }
}
