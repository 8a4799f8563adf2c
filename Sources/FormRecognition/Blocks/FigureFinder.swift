import Assessment
import Foundation
import FormTemplates
import Spreadsheet

/// Finds the places of base figures on a sheet: a grid of rows and columns, and labels with their value beside or under them.
public struct FigureFinder {
    private let figures: FigureTable
    private let view: SheetView
    private let year: Int?

    /// Looks at one sheet. Years in its labels are resolved by the form's year, or by the latest year that they name.
    init(figures: FigureTable, view: SheetView, year: Int?) {
        self.figures = figures
        self.view = view
        self.year = year ?? Self.latestYear(view)
    }

    /// The cells of a blank that take base figures, by the figures' names.
    public static func slots(
        _ workbook: Workbook, sheet: Int, figures: FigureTable, year: Int?
    ) -> [String: CellReference] {
        FigureFinder(figures: figures, view: SheetView(workbook, sheet), year: year).places(isBlank: true)
    }

    private static func latestYear(_ view: SheetView) -> Int? {
        guard view.lastRow >= 0 else { return nil }
        return (0...min(view.lastRow, 200)).flatMap { view.texts(in: $0) }.compactMap { text in
            text.text.count <= 20 ? FactCollector.year(in: text.text).flatMap { Int($0) } : nil
        }.max()
    }

    /// The place of each figure; of a filled sheet only of those that are there.
    func places(isBlank: Bool) -> [String: CellReference] {
        guard view.lastRow >= 0 else { return [:] }
        var places: [String: CellReference] = [:]
        var columns: [(column: Int, name: String)] = []
        for row in 0...view.lastRow {
            let texts = view.texts(in: row)
            let heads = texts.compactMap { text in
                text.label.flatMap { FigureTable.entry($0, in: figures.columns, year: year) }.map {
                    (text.column, $0.name)
                }
            }
            if heads.count >= 2 {
                columns = heads
                continue
            }
            if let first = texts.first, let left = columns.first?.column, first.column < left,
                let entry = first.label.flatMap({ FigureTable.entry($0, in: figures.rows, year: year) })
            {
                for (column, name) in columns {
                    let place = CellReference(row: row, column: column)
                    guard isBlank || !view.text(row, column).isEmpty else { continue }
                    places["\(entry.name) \(name)"] = places["\(entry.name) \(name)"] ?? place
                }
                continue
            }
            for text in texts {
                let column = text.column
                guard let entry = text.label.flatMap({ FigureTable.entry($0, in: figures.values, year: year) }),
                    places[entry.name] == nil,
                    let place = slot(row, column, entry, isBlank: isBlank)
                else { continue }
                places[entry.name] = place
            }
        }
        return places
    }

    /// The labels of figures, whether they have a value or not.
    func labels() -> [CellReference] {
        let entries = figures.values + figures.columns + figures.rows
        return view.filledRows.flatMap { row in
            view.texts(in: row).filter { text in
                text.label.map { FigureTable.entry($0, in: entries, year: year) != nil } ?? false
            }.map { CellReference(row: row, column: $0.column) }
        }
    }

    /// The cell right of a label when it can hold the value, else the one under it.
    private func slot(_ row: Int, _ column: Int, _ entry: FigureTable.Entry, isBlank: Bool) -> CellReference? {
        let label = view.merge(row, column)
        let right = CellReference(row: row, column: (label?.last.column ?? column) + 1)
        let below = CellReference(row: (label?.last.row ?? row) + 1, column: column)
        return [right, below].first { place in
            guard view.sheet[place] != nil else { return false }
            let text = view.text(place.row, place.column)
            if text.isEmpty { return isBlank }
            // The next label is no value, though one that begins with a year reads as a number: 2018年实际在职人数.
            if FigureTable.entry(text, in: figures.values + figures.columns, year: year) != nil { return false }
            return entry.isText || Quantity(text).number != nil
        }
    }
}
