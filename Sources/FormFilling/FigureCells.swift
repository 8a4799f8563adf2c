import Assessment
import Foundation
import FormRecognition
import Spreadsheet

/// Cells of the form that hold the figures of rates, by the figures' names.
struct FigureCells {
    private var cells: [String: (text: String, value: Decimal)] = [:]

    /// The cells of the money block.
    init(money: FormMap, evaluation: Evaluation) {
        for row in money.money {
            for (column, cell) in row.cells {
                guard let value = evaluation.line(row.name)?[column] else { continue }
                add("\(row.name) \(column.rawValue)", text: "\(cell)", value: value)
                if row.name == evaluation.standard.budgetTotalName {
                    add(column.rawValue, text: "\(cell)", value: value)
                }
            }
        }
    }

    /// Adds a cell; the first of a name stays.
    mutating func add(_ name: String, text: String, value: Decimal) {
        if cells[name] == nil { cells[name] = (text, value) }
    }

    /// The cell of a figure, when it holds just this value.
    subscript(name: String, value value: Decimal) -> String? {
        cells[name].flatMap { $0.value == value ? $0.text : nil }
    }
}
