import Assessment
import Foundation
import Spreadsheet

/// A figure as it was laid out.
struct GrammarFigure: Sendable {
    var place: GrammarPlace
    var cell: CellReference
    /// The number; nil for words.
    var value: Decimal?
    /// The words, or the text that the cell shows.
    var text: String
    /// The sign that was written with a target.
    var comparison: Target.Operator?
    /// The cell that the sign stands in, where it is not the target's own.
    var signCell: CellReference?
    /// The day of a target or an actual, as a number that can be compared.
    var date: Int?
    /// The indicator that it belongs to, or the fund.
    var owner: String
}

/// A sheet that a form is laid out on, with the places of its figures.
struct GrammarGrid: Sendable {
    var sheet: Sheet
    private(set) var figures: [GrammarFigure] = []
    /// Cells of figures, filled or left blank by a fault.
    private(set) var cells: [GrammarPlace: CellReference] = [:]
    let numbers: GrammarChoice.Numbers

    init(name: String, numbers: GrammarChoice.Numbers) {
        sheet = Sheet(name: name)
        self.numbers = numbers
    }

    mutating func put(_ text: String, _ row: Int, _ column: Int, rows: Int = 1, columns: Int = 1) {
        if !text.isEmpty { sheet[row, column] = Cell(text: text) }
        merge(row, column, rows: rows, columns: columns)
    }

    mutating func merge(_ row: Int, _ column: Int, rows: Int = 1, columns: Int = 1) {
        guard rows > 1 || columns > 1 else { return }
        let first = CellReference(row: row, column: column)
        sheet.merges.append(CellRange(first, first.offset(rows: rows - 1, columns: columns - 1)))
    }

    /// Puts a figure as the form prints it: a number with nothing beside it, or a share, is a number cell where the form's are.
    mutating func put(
        _ place: GrammarPlace, _ value: Decimal?, _ text: String, _ row: Int, _ column: Int, owner: String = "",
        comparison: Target.Operator? = nil, signCell: CellReference? = nil, date: Int? = nil
    ) {
        let cell = CellReference(row: row, column: column)
        cells[place] = cell
        guard !text.isEmpty else { return }
        if numbers == .number, let value, let stored = Self.stored(value, text) {
            sheet[cell] = Cell(value: .number(stored), shown: text)
        } else {
            sheet[cell] = Cell(text: text)
        }
        figures.append(
            GrammarFigure(
                place: place, cell: cell, value: value, text: text, comparison: comparison, signCell: signCell,
                date: date, owner: owner))
    }

    private static func stored(_ value: Decimal, _ text: String) -> Decimal? {
        let plain = text.filter { $0 != "," }
        if let number = Decimal(string: plain), DecimalText.text(number) == DecimalText.text(value),
            plain.allSatisfy({ $0.isNumber || ".-".contains($0) })
        {
            return value
        }
        guard plain.hasSuffix("%"), plain.dropLast().allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
        return value / 100
    }

    /// The sheet as text: one row a line, cells between bars, with their rows' numbers.
    var text: String {
        guard let used = sheet.usedRange else { return "" }
        return used.rows.map { row in
            let cells = used.columns.map { column in
                (sheet[row, column]?.shown ?? "").replacingOccurrences(of: "\n", with: "↵")
            }
            return "\(row + 1)\t" + cells.joined(separator: "|")
        }.joined(separator: "\n") + "\n合并 " + sheet.merges.map(\.description).joined(separator: " ")
    }
}
