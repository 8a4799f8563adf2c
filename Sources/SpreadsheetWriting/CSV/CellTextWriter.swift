import Foundation
import Spreadsheet
import SpreadsheetReading

/// Writes rows of cells as delimited text. The same values give the same text as by ``CSVRowWorker``.
public final class CellTextWriter {
    /// Rows written, those that are not there included.
    public private(set) var rows = 0
    private let encoded: EncodedOutput
    private let bytes: CSVBytes
    /// Fields that every row has at least.
    public var width: Int
    /// How many empty fields may be written; nil for any number.
    public var bound: BlankBound?
    /// The cell for which every row is so wide; nil where none is known.
    public var widest: CellReference?
    private var blanks = 0
    private let showsFormats: Bool
    private let plain: CellPlainText
    private let output = RowOutput()

    init(
        _ encoded: EncodedOutput, dialect: CSVDialect, styles: [CellStyle], uses1904: Bool?, width: Int,
        showsFormats: Bool
    ) {
        plain = CellPlainText(styles: styles, uses1904: uses1904)
        self.encoded = encoded
        bytes = CSVBytes(dialect)
        self.width = width
        self.showsFormats = showsFormats
    }

    /// A writer.
    ///
    /// - Parameters:
    ///   - output: Takes the bytes; it is begun again.
    ///   - name: Name of the result, for messages.
    ///   - styles: The styles that cells name.
    ///   - uses1904: The system of their dates' serial numbers; nil when the dates are not a workbook's own.
    ///   - width: Fields that every row has at least.
    ///   - showsFormats: Values are written as their formats show them.
    public convenience init(
        to output: any ByteOutput, named name: String, dialect: CSVDialect, styles: [CellStyle] = [],
        uses1904: Bool? = nil, width: Int = 0, showsFormats: Bool = false
    ) throws {
        self.init(
            try EncodedOutput(output, dialect: dialect, name: name), dialect: dialect, styles: styles,
            uses1904: uses1904, width: width, showsFormats: showsFormats)
    }

    /// Writes a row, and empty lines for those that are not there before it. A row without values is none.
    public func write(_ row: SheetRow) throws {
        guard let last = row.cells.lastIndex(where: { !text(of: $0).isEmpty }) else { return }
        try countBlanks(row, last: last)
        if row.number > rows {
            try flush()
            try encoded.writeBlankLines(row.number - rows, width: width, bytes)
        }
        for (column, cell) in row.cells[...last].enumerated() {
            if column > 0 { bytes.delimiters(1, output.buffer) }
            var text = text(of: cell)
            text.withUTF8 { if let start = $0.baseAddress { bytes.field(start, $0.count, output.buffer) } }
        }
        bytes.delimiters(width - last - 1, output.buffer)
        bytes.lineEnd(output.buffer)
        rows = row.number + 1
        if output.count > 1 << 16 { try flush() }
    }

    private func countBlanks(_ row: SheetRow, last: Int) throws {
        guard let bound else { return }
        let gap = max(0, row.number - rows)
        let fields = row.cells[...last].count { $0.map { $0.value != .empty } ?? false }
        blanks += max(last + 1, width) - fields + gap * max(1, width)
        guard blanks > bound.most else { return }
        let first = row.cells.firstIndex { $0.map { $0.value != .empty } ?? false } ?? last
        let cell = CellReference(row: row.number, column: gap > last ? first : last)
        throw bound.error(blanks, cell: width > max(gap, last + 1) ? widest ?? cell : cell)
    }

    /// Puts everything into the output.
    public func finish() throws { try flush() }

    private func flush() throws {
        try encoded.write(output)
        output.clear()
    }

    private func text(of cell: Cell?) -> String {
        guard let cell else { return "" }
        return showsFormats ? plain.shown(cell) : plain.text(cell)
    }
}
