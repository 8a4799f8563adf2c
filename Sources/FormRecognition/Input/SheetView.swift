import Assessment
import Foundation
import Spreadsheet

/// A sheet as recognition looks at it: texts by place, merges followed.
struct SheetView {
    let sheet: Sheet
    /// The last row that holds text; -1 for none.
    let lastRow: Int
    private let file: String
    private let sheetName: String?
    private let mergeOf: [CellReference: CellRange]
    private let columnsOf: [Int: [Int]]

    init(_ workbook: Workbook, _ index: Int) {
        sheet = workbook.sheets[index]
        file = workbook.fileName
        sheetName = workbook.hasSheetNames ? sheet.name : nil
        var merges: [CellReference: CellRange] = [:]
        // A merge of whole columns or rows is followed only as far as there are cells.
        if let used = sheet.usedRange {
            for merge in sheet.merges where merge.overlaps(used) {
                for row in merge.rows.clamped(to: used.rows) {
                    for column in merge.columns.clamped(to: used.columns) {
                        merges[CellReference(row: row, column: column)] = merge
                    }
                }
            }
        }
        mergeOf = merges
        var columns: [Int: [Int]] = [:]
        for (place, cell) in sheet.cells where !cell.shown.isEmpty {
            columns[place.row, default: []].append(place.column)
        }
        columnsOf = columns.mapValues { $0.sorted() }
        lastRow = columns.keys.max() ?? -1
    }

    /// Texts of a row, left to right; a merged cell's once.
    func texts(in row: Int) -> [(column: Int, text: String)] {
        (columnsOf[row] ?? []).compactMap { column in
            if let merge = merge(row, column), merge.first != CellReference(row: row, column: column) { return nil }
            let text = text(row, column)
            return text.isEmpty ? nil : (column, text)
        }
    }

    func merge(_ row: Int, _ column: Int) -> CellRange? { mergeOf[CellReference(row: row, column: column)] }

    /// The text of a cell as a person reads it. A share shown as a percentage loses the zeros of its format: `100.00%` is 100%.
    func text(_ row: Int, _ column: Int) -> String {
        guard let cell = sheet[row, column] else { return "" }
        let shown = TextNormalizer.trimmed(cell.shown)
        guard case .number = cell.value, shown.hasSuffix("%"), shown.contains(".") else { return shown }
        var digits = shown.dropLast()
        while digits.hasSuffix("0") { digits.removeLast() }
        if digits.hasSuffix(".") { digits.removeLast() }
        return digits + "%"
    }

    /// The text of a cell, or of the merged cell that covers it.
    func mergedText(_ row: Int, _ column: Int) -> String {
        guard let first = merge(row, column)?.first else { return text(row, column) }
        return text(first.row, first.column)
    }

    func source(_ row: Int, _ column: Int) -> Source {
        Source(
            file: file, sheet: sheetName, cell: CellReference(row: row, column: column), text: text(row, column))
    }

    /// The sheet itself.
    var sheetSource: Source { Source(file: file, sheet: sheetName) }

    /// An amount: as it is shown; where the format shows no number (`-` for zero), as it is stored.
    func amount(_ row: Int, _ column: Int) -> SourcedNumber {
        let source = source(row, column)
        let shown = SourcedNumber(text: source.text, source: source)
        guard shown.value == nil, case .number(let stored)? = sheet[row, column]?.value else { return shown }
        return SourcedNumber(value: stored, text: source.text, precision: 0, source: source)
    }
}
