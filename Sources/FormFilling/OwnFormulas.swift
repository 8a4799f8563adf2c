import Assessment
import Foundation
import Spreadsheet

/// The formulas that a bureau put into its blank. They stay, where they give the figure that was reckoned.
struct OwnFormulas {
    private let formulas: [CellReference: String]

    /// Those of a sheet, after its rows were brought into their places.
    init(_ sheet: Sheet) {
        formulas = sheet.cells.compactMapValues(\.formula)
    }

    /// Puts them back into the filled sheet.
    ///
    /// - Returns: What a person should know, in Chinese: formulas that gave another figure.
    func restore(_ form: inout FormSheet) -> [String] {
        var notes: [String] = []
        for (place, formula) in formulas.sorted(by: { $0.key < $1.key }) {
            guard let cell = form.sheet[place] else { continue }
            let (value, isTooDeep) = FormulaValue.result(of: formula, in: form.sheet)
            if isTooDeep {
                let bounds = "嵌套超过 \(FormulaValue.deepest) 层，或超过 \(FormulaValue.longest) 个字符"
                notes.append("表样 \(place) 原有公式太复杂（\(bounds)），本工具没有算它，请在 Excel 里核对这一格。")
            }
            if cell.formula == formula {
                reckon(place, value, &form)
            } else if agrees(value, cell) {
                form.sheet[place]?.formula = formula
            } else if !cell.shown.isEmpty, !isTooDeep {
                let given = value.map { "算出 \(Self.shown($0))" } ?? "本工具算不了"
                notes.append("表样 \(place) 原有公式 =\(formula)（\(given)），与应填的 \(cell.shown) 不同，换成了本工具的公式或数。")
            }
        }
        return notes
    }

    /// A formula in a cell that nothing was put into: it gets the value that it has now.
    private func reckon(_ place: CellReference, _ value: FormulaValue.Value?, _ form: inout FormSheet) {
        guard var cell = form.sheet[place] else { return }
        switch value {
        case .number(let number)?:
            cell.value = .number(number)
            cell.shown = "\(number)"
        case .text(let text)?:
            cell.value = text.isEmpty ? .empty : .text(text)
            cell.shown = text
        case .truth?, nil: return
        }
        form.sheet[place] = cell
    }

    /// Equal to the last digit that a form shows.
    private func agrees(_ value: FormulaValue.Value?, _ cell: Cell) -> Bool {
        switch (value, cell.value) {
        case (.number(let one)?, .number(let other)):
            DecimalText.rounded(one, places: 8) == DecimalText.rounded(other, places: 8)
        case (.text(let one)?, .text(let other)): one == other
        default: false
        }
    }

    private static func shown(_ value: FormulaValue.Value) -> String {
        switch value {
        case .number(let number): "\(number)"
        case .text(let text): "“\(text)”"
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        }
    }
}
