import Assessment
import Foundation
import Spreadsheet

/// A text of a sheet as recognition looks at it.
struct ViewText: Sendable {
    /// Column from 0; of a merged cell the first.
    let column: Int
    /// The text as a person reads it.
    let text: String
    /// The text taken apart as a label; nil for what is too long to be one, or is a number.
    let label: Label?
}

/// A sheet as recognition looks at it: texts by place, merges followed.
struct SheetView: Sendable {
    let sheet: Sheet
    /// Its number in the workbook.
    let index: Int
    /// The last row that holds text; -1 for none.
    let lastRow: Int
    /// Formulas without a value kept with them, in order: a person sees a figure in the spreadsheet, the file has none.
    let uncached: [CellReference]
    /// Its rows are the columns of the sheet.
    var isTurned = false
    private let file: String
    private let sheetName: String?
    private let mergeOf: [CellReference: CellRange]
    private let rows: [Int: [ViewText]]

    /// Longest text that may be a label.
    private static let longestLabel = 60

    init(_ workbook: Workbook, _ index: Int) {
        let sheet = workbook.sheets[index]
        self.sheet = sheet
        self.index = index
        file = workbook.fileName
        sheetName = workbook.hasSheetNames ? sheet.name : nil
        var merges: [CellReference: CellRange] = [:]
        // A merge of whole columns or rows is followed only as far as there are cells.
        if !sheet.merges.isEmpty, let used = sheet.usedRange {
            for merge in sheet.merges.withoutOverlaps().kept where merge.overlaps(used) {
                for row in merge.rows.clamped(to: used.rows) {
                    for column in merge.columns.clamped(to: used.columns) {
                        merges[CellReference(row: row, column: column)] = merge
                    }
                }
            }
        }
        mergeOf = merges
        var rows: [Int: [ViewText]] = [:]
        var uncached: [CellReference] = []
        for (place, cell) in sheet.cells {
            if cell.lacksCachedValue { uncached.append(place) }
            if cell.shown.isEmpty { continue }
            // Of a merged cell only the first is seen.
            if let merge = merges[place], merge.first != place { continue }
            let text = Self.text(of: cell)
            if text.isEmpty { continue }
            rows[place.row, default: []].append(ViewText(column: place.column, text: text, label: Self.label(text)))
        }
        for row in rows.keys { rows[row]?.sort { $0.column < $1.column } }
        self.rows = rows
        self.uncached = uncached.sorted()
        lastRow = rows.keys.max() ?? -1
    }

    /// Most cells of a table are numbers or prose: they are no labels.
    private static func label(_ text: String) -> Label? {
        guard text.utf8.count <= longestLabel * 3, text.utf8.contains(where: { $0 >= 0x41 }), text.count <= longestLabel
        else { return nil }
        return Label(text)
    }

    /// Rows that hold text, in order.
    var filledRows: [Int] { rows.keys.sorted() }

    /// Texts of a row, left to right; a merged cell's once.
    func texts(in row: Int) -> [ViewText] { rows[row] ?? [] }

    func merge(_ row: Int, _ column: Int) -> CellRange? { mergeOf[CellReference(row: row, column: column)] }

    /// The cell with those that are merged with it.
    func range(_ row: Int, _ column: Int) -> CellRange {
        let place = CellReference(row: row, column: column)
        return mergeOf[place] ?? CellRange(place, place)
    }

    /// The text of a cell as a person reads it.
    func text(_ row: Int, _ column: Int) -> String {
        guard let cell = sheet[row, column] else { return "" }
        return Self.text(of: cell)
    }

    /// A share shown as a percentage loses the zeros of its format: `100.00%` is 100%.
    private static func text(of cell: Cell) -> String {
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
        let place = isTurned ? CellReference(row: column, column: row) : CellReference(row: row, column: column)
        return Source(file: file, sheet: sheetName, cell: place, text: text(row, column))
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

    /// The unit of money that the nearest text states, from a row upwards: in a block's label (项目资金（元）) or above it (单位：元).
    func statedUnit(upTo row: Int) -> MoneyUnit? {
        (0...row).reversed().lazy.flatMap { texts(in: $0) }.compactMap { $0.statedUnit }.first
    }
}

extension ViewText {
    /// The unit of money that the text states; nil when it states none.
    var statedUnit: MoneyUnit? { MoneyUnit.stated(in: text) }
}
