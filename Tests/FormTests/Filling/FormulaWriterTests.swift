import Assessment
import Foundation
import Spreadsheet
import Testing

@testable import FormFilling

/// Any tree can be written, whichever method made it.
@Suite struct FormulaWriterTests {
    private static let weight = FormulaExpression.operand(FormulaOperand(.weight, 8))
    private static let actual = FormulaExpression.operand(FormulaOperand(.actual, 9))
    private static let rate = FormulaExpression.quotient(
        .figures([
            NamedFigure(name: "在职人数", value: 150), NamedFigure(name: "借用", value: -14, isSubtracted: true),
        ]), .figures([NamedFigure(name: "编制数", value: 143)]))

    private func writer(rate: String? = nil) -> FormulaWriter {
        FormulaWriter(figure: { $0.name == "编制数" ? "C3" : nil }, rate: rate) { part in
            switch part.kind {
            case .weight: "E5"
            case .actual: "D5"
            case .target, .tolerance, .judged, .statedRate, .amount: nil
            }
        }
    }

    private static let cases: [(FormulaExpression, String, Decimal)] = [
        (.rounded(.product(.minimum(actual, weight), .percent(50)), places: 1), "ROUND(MIN(D5,E5)*50/100,1)", 4),
        (.product(.difference(actual, .number(-1)), .difference(weight, actual)), "(D5-(-1))*(E5-D5)", -10),
        (.quotient(actual, .product(weight, .number(3))), "D5/(E5*3)", Decimal(9) / 24),
        (.difference(actual, .difference(weight, .number(1))), "D5-(E5-1)", 2),
        (.held(actual, atLeast: .number(0), atMost: weight), "MAX(MIN(D5,E5),0)", 8),
        (.rounded(.absolute(.difference(weight, actual)), places: 0, .up), "ROUNDUP(ABS(E5-D5),0)", 1),
        (
            .condition(
                [FormulaTest(actual, .more, weight), FormulaTest(actual, .atMost, .number(10))], then: weight,
                otherwise: .number(0)), "IF(AND(D5>E5,D5<=10),E5,0)", 8
        ),
        (.condition([], then: weight, otherwise: .number(0)), "E5", 8),
        (rate, "(150-(-14))/C3", Decimal(164) / 143),
    ]

    @Test(arguments: cases.indices)
    func writesWhatIsReckoned(index: Int) {
        let (expression, text, value) = Self.cases[index]
        #expect(writer().text(expression) == text)
        #expect(expression.value == value)
    }

    @Test func aRateIsTheCellThatShowsIt() {
        let expression = FormulaExpression.product(.shown(Self.rate), Self.weight)
        #expect(writer(rate: "D5").text(expression) == "D5*E5")
        #expect(writer().text(expression) == "(150-(-14))/C3*E5")
        #expect(expression.shownRate == Self.rate)
    }

    /// A part without a cell or a constant leaves no formula: the number stands alone.
    @Test func aPartWithoutATextLeavesNoFormula() {
        let executed = FormulaExpression.operand(FormulaOperand(.amount(.executed), 5))
        #expect(writer().text(.rounded(.held(executed, atLeast: nil, atMost: .number(1)), places: 2)) == nil)
    }
}
