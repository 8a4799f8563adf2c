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
        if row.number > rows {
            try flush()
            try encoded.writeBlankLines(row.number - rows, width: width, bytes)
        }
        for (column, cell) in row.cells[...last].enumerated() {
            if column > 0 { bytes.delimiters(1, output.buffer) }
            var text = text(of: cell)
            let isText = if case .text? = cell?.value { true } else { false }
            text.withUTF8 {
                guard let start = $0.baseAddress else { return }
                if isText {
                    bytes.textField(start, $0.count, output.buffer)
                } else {
                    bytes.field(start, $0.count, output.buffer)
                }
            }
        }
        bytes.delimiters(width - last - 1, output.buffer)
        bytes.lineEnd(output.buffer)
        rows = row.number + 1
        if output.count > 1 << 16 { try flush() }
    }

    /// Puts everything into the output.
    public func finish() throws { try flush() }

    private func flush() throws {
        try encoded.write(output)
        output.clear()
    }

    private func text(of cell: Cell?) -> String {
        guard let cell else { return "" }
        return showsFormats ? cell.shown : plain.text(cell)
    }
}
