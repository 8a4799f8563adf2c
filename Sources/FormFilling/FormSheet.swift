import Assessment
import Foundation
import Spreadsheet

/// The form while it is filled: puts values into cells and keeps the style that the blank gave them.
struct FormSheet {
    var workbook: Workbook
    /// Number of the sheet that is filled.
    var index = 0
    /// Where what was put came from, in the order in which it was put.
    private(set) var origins: [CellOrigin] = []

    init(workbook: Workbook) {
        self.workbook = workbook
    }

    var sheet: Sheet {
        get { workbook.sheets[index] }
        // In its place: a copy of the whole sheet for each cell would take minutes on a long one.
        _modify { yield &workbook.sheets[index] }
    }

    /// Remembers where the content of a cell came from.
    mutating func note(_ source: Source?, at place: CellReference?) {
        guard let place else { return }
        origins.append(CellOrigin(sheet: index, cell: place, source: source))
    }

    private func style(at place: CellReference) -> Int { sheet[place]?.style ?? 0 }

    /// The style of a cell with another number format.
    private mutating func style(at place: CellReference, format: String?) -> Int {
        let number = style(at: place)
        guard let format, workbook.styles.indices.contains(number) else { return number }
        var style = workbook.styles[number]
        style.numberFormat = format
        return workbook.index(of: style)
    }

    /// Puts a text.
    mutating func put(_ text: String, at place: CellReference?) {
        guard let place else { return }
        workbook.sheets[index][place] = Cell(text: text, style: style(at: place))
    }

    /// Puts a number, `shown` as it will look with its format.
    mutating func put(_ number: Decimal, at place: CellReference?, format: String? = nil, shown: String? = nil) {
        guard let place else { return }
        let style = style(at: place, format: format)
        workbook.sheets[index][place] = Cell(value: .number(number), shown: shown ?? "\(number)", style: style)
    }

    /// Puts a formula with the number that it gives.
    mutating func put(
        formula: String, giving number: Decimal, at place: CellReference?, format: String? = nil, shown: String? = nil
    ) {
        guard let place else { return }
        let style = style(at: place, format: format)
        workbook.sheets[index][place] = Cell(
            value: .number(number), shown: shown ?? "\(number)", formula: formula, style: style)
    }

    /// Puts a formula with the text that it gives.
    mutating func put(formula: String, giving text: String, at place: CellReference?) {
        guard let place else { return }
        workbook.sheets[index][place] = Cell(value: .text(text), shown: text, formula: formula, style: style(at: place))
    }

    /// Merges cells of a column over rows; a single cell is left alone.
    ///
    /// - Parameter last: The last column of the merge, where the blank's label is merged over columns too.
    mutating func merge(rows: ClosedRange<Int>, column: Int, to last: Int? = nil) {
        // A label that is already merged over columns in its row is merged over both.
        let wide = sheet.merges.first { $0.first == CellReference(row: rows.lowerBound, column: column) }
        let lastColumn = max(wide?.last.column ?? column, last ?? column)
        guard rows.count > 1 || lastColumn > column else { return }
        let range = CellRange(
            CellReference(row: rows.lowerBound, column: column),
            CellReference(row: rows.upperBound, column: lastColumn))
        sheet.merges.removeAll { $0.overlaps(range) }
        sheet.merges.append(range)
        for place in range.cells where place != range.first { put("", at: place) }
    }
}
