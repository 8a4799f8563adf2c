import Foundation
import Spreadsheet
import Testing

@testable import FormFilling

/// Formulas that a bureau put into its blank.
@Suite struct OwnFormulaTests {
    private static func sheet(_ cells: [String: Cell]) throws -> Sheet {
        var sheet = Sheet(name: "表")
        for (name, cell) in cells { sheet[try #require(CellReference(name))] = cell }
        return sheet
    }

    private static func number(_ text: String) throws -> Cell {
        Cell(value: .number(try #require(Decimal(string: text))), shown: text)
    }

    @Test(arguments: [
        ("SUM(A1:A3)", "6"), ("ROUND(A3/A2*10,2)", "15"), ("ROUND(1/3,2)+$A$1", "1.33"), ("IF(A1>=1,A2,0)-A3", "-1"),
        ("MIN(A1,A2)*MAX(A2:A3)", "3"), ("(A1+A2)*A3%", "0.09"), ("50%*A2", "1"), ("ABS(A1-A3)", "2"),
        ("SUM(A1:A3,B1)", "6"), ("A1/B1", "nil"), ("VLOOKUP(A1,B:C,2)", "nil"), ("A1+", "nil"),
        ("-A2+A3", "1"), ("SUM(表2!A1)", "nil"),
    ])
    func valueOfAFormula(formula: String, expected: String) throws {
        let sheet = try Self.sheet(["A1": Self.number("1"), "A2": Self.number("2"), "A3": Self.number("3")])
        let wanted = Decimal(string: expected).map { FormulaValue.Value.number($0) }
        #expect(FormulaValue.of(formula, in: sheet) == wanted)
    }

    @Test func gradesAreTexts() throws {
        let sheet = try Self.sheet(["A1": Self.number("89.5")])
        #expect(FormulaValue.of("IF(A1>=90,\"优\",IF(A1>=80,\"良\",\"中\"))", in: sheet) == .text("良"))
    }

    /// As deep as Excel takes is reckoned; deeper, or longer, is given up and said, whatever makes it so.
    @Test(arguments: [
        String(repeating: "(", count: 4000) + "1" + String(repeating: ")", count: 4000),
        String(repeating: "-", count: 8000) + "1",
        String(repeating: "IF(1>0,", count: 1000) + "1" + String(repeating: ")", count: 1000),
        String(repeating: "-(", count: 2000) + "1" + String(repeating: ")", count: 2000),
        String(repeating: "1*-", count: 60) + "(" + String(repeating: "(", count: 90_000),
    ])
    func deepFormulasAreGivenUpAndSaid(_ formula: String) throws {
        let blank = try Self.sheet(["A1": Cell(value: .number(1), shown: "1", formula: formula)])
        let result = FormulaValue.result(of: formula, in: blank)
        #expect(result.value == nil && result.isTooDeep)
        var form = FormSheet(workbook: Workbook(fileName: "表.xlsx", sheets: [blank]))
        let notes = OwnFormulas(blank).restore(&form)
        #expect(notes.count == 1 && notes[0].contains("A1 原有公式太复杂") && notes[0].contains("64 层"))
    }

    @Test func formulasWithinTheBoundsAreReckoned() throws {
        let sheet = try Self.sheet(["A1": Self.number("2"), "C9": Self.number("3")])
        let deep = String(repeating: "(", count: 60) + "1" + String(repeating: ")", count: 60)
        #expect(FormulaValue.of(deep, in: sheet) == .number(1))
        // A range of all places has more of them than there is memory for.
        #expect(FormulaValue.of("SUM(A1:XFD1048576)", in: sheet) == .number(5))
    }

    @Test func whatAgreesStaysAndWhatDoesNotIsSaid() throws {
        let blank = try Self.sheet([
            "A3": Cell(value: .empty, shown: "", formula: "SUM(A1:A2)"),
            "B3": Cell(value: .empty, shown: "", formula: "SUM(B1:B1)"),
            "C3": Cell(value: .empty, shown: "", formula: "A3*2"),
        ])
        let own = OwnFormulas(blank)
        var filled = blank
        filled[0, 0] = try Self.number("1")
        filled[1, 0] = try Self.number("2")
        filled[2, 0] = Cell(value: .number(3), shown: "3", formula: "A1+A2")
        filled[0, 1] = try Self.number("1")
        filled[2, 1] = Cell(value: .number(3), shown: "3", formula: "A3")
        var form = FormSheet(workbook: Workbook(fileName: "表.xlsx", sheets: [filled]))
        let notes = own.restore(&form)
        #expect(form.sheet[2, 0]?.formula == "SUM(A1:A2)")
        #expect(form.sheet[2, 1]?.formula == "A3")
        #expect(form.sheet[2, 2]?.value == .number(6))
        #expect(notes.count == 1 && notes[0].contains("B3") && notes[0].contains("算出 1"))
    }

    @Test(arguments: [(4, "SUM(A3:A6)", "A6/B8"), (1, "SUM(A3:A3)", "A3/B5"), (2, "SUM(A3:A4)", "A4/B6")])
    func formulasBelowABlockFollowIt(count: Int, sum: String, quotient: String) throws {
        var sheet = try Self.sheet([
            "A3": Self.number("1"), "A4": Self.number("2"),
            "A5": Cell(value: .empty, shown: "", formula: "SUM(A3:A4)"),
            "A6": Cell(value: .empty, shown: "", formula: "A4/B6"),
        ])
        sheet[2, 2] = Cell(value: .empty, shown: "", formula: "A3*$B$1")
        let resized = RowResizer(rows: 2...3, count: count).resize(sheet)
        #expect(resized[2 + count, 0]?.formula == sum)
        #expect(resized[3 + count, 0]?.formula == quotient)
        #expect(resized[1 + count, 2]?.formula == "A\(2 + count)*$B$1")
    }
}
