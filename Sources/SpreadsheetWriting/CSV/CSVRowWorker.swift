import Foundation
import Spreadsheet
import SpreadsheetReading

/// Makes delimited text of the rows of a sheet, byte by byte.
///
/// Row n of the sheet is line n of the text, as long as no text has line breaks: rows that are not there are empty lines. Fields after the last one
/// that holds something are not written, but for those that make every row as wide as the table's beginning.
public final class CSVRowWorker: RowWorker {
    /// Why a row could not be taken.
    private enum Answer: Int32 { case goOn, missingString, disorder, tooFar }

    /// Rows or cells do not stand in their order: they have to be sorted first.
    public struct Disorder: Error {}

    /// More bytes of blank lines than this are not kept: the sheet is taken as one that has to be sorted, which writes them as they come.
    private static let mostBlankBytes = 1 << 24

    private let context: SheetTextContext
    private let pool: OutputPool
    private let bytes: CSVBytes
    private let kinds: [ValueKind]
    /// The texts know which of them need quotation marks.
    private let textsAreJudged: Bool
    // One thread works with this object: no check of each access.
    @exclusivity(unchecked)
    private var numbers = NumberBytes()
    @exclusivity(unchecked)
    private var dates: DateBytes
    @exclusivity(unchecked)
    private var result: RowOutput
    @exclusivity(unchecked)
    private var output: RowBuffer
    private let strings: StringTable.Texts
    private var failure: ToolError?
    /// What was finished belongs to whoever took it.
    private var isHandedOut = false

    /// A worker that works alone.
    public convenience init(_ context: SheetTextContext) { self.init(context, pool: OutputPool()) }

    /// A worker. Its text is UTF-8, in whatever encoding it is written later.
    init(_ context: SheetTextContext, pool: OutputPool) {
        self.context = context
        self.pool = pool
        strings = context.strings.texts
        result = pool.take()
        output = result.buffer
        bytes = CSVBytes(context.dialect)
        kinds = context.formats.map(\.kind)
        textsAreJudged = StringTable.knows(delimiter: context.dialect.delimiter)
        dates = DateBytes(uses1904: context.uses1904)
    }

    /// Takes rows as long as this object lives.
    public var sink: RowSink {
        RowSink(context: Unmanaged.passUnretained(self).toOpaque()) { context, row in
            guard let context else { return Answer.disorder.rawValue }
            let worker = Unmanaged<CSVRowWorker>.fromOpaque(context)._withUnsafeGuaranteedRef { $0 }
            return worker.take(row.assumingMemoryBound(to: RawRow.self)).rawValue
        }
    }

    /// Rows of a new piece follow.
    public func begin() {
        if isHandedOut { result = pool.take() }
        isHandedOut = false
        output = result.buffer
    }

    /// The text of the rows.
    public func finish() -> RowOutput {
        isHandedOut = true
        return result
    }

    /// The error behind an answer.
    public func error(_ answer: Int32) -> any Error { failure ?? Disorder() }

    private func take(_ row: UnsafePointer<RawRow>) -> Answer {
        let count = Int(row.pointee.count)
        output.cells += count
        guard count > 0 else { return .goOn }
        let cells = row.pointee.cells
        let output = output
        let number = Int(row.pointee.number)
        guard number > output.lastRow else { return .disorder }
        let begun = (count: output.count, first: output.firstRow, last: output.lastRow)
        var filled = 0
        var fields = 0
        var column = -1
        for index in 0..<count {
            let cell = cells + index
            if cell.pointee.hasFormula { noteMissingValue(cell) }
            let place = Int(cell.pointee.column)
            guard place > column, Int(cell.pointee.row) == number else { return .disorder }
            column = place
            guard cell.pointee.count > 0 else { continue }
            if filled == 0, output.lastRow != number {
                guard isNear(row: number, column: place) else { return .tooFar }
                guard canHoldLines(before: number) else { return .disorder }
                startRow(number)
                if output.firstColumn < 0 { output.firstColumn = place }
            }
            let before = output.count
            bytes.delimiters(filled == 0 ? place : place - filled + 1, output)
            let start = output.count
            guard write(cell, cell.pointee.text) else { return .missingString }
            // A text of no characters counts as no cell.
            if output.count == start {
                output.count = before
            } else {
                filled = place + 1
                fields += 1
            }
        }
        guard filled > 0 else {
            (output.count, output.firstRow, output.lastRow) = begun
            return .goOn
        }
        output.blanks += max(filled, context.width) - fields
        if begun.first >= 0 { output.blanks += (number - begun.last - 1) * max(1, context.width) }
        guard output.blanks <= context.bound.most else {
            return tooFar(output.blanks, gap: 0, row: number, column: filled - 1)
        }
        bytes.delimiters(context.width - filled, output)
        bytes.lineEnd(output)
        return .goOn
    }

    /// Whether the lines for rows that are not there can be kept in memory: a million of them, each 16384 fields wide, can't.
    private func canHoldLines(before number: Int) -> Bool {
        let missing = number - output.lastRow - 1
        guard output.firstRow >= 0, missing > 0 else { return true }
        // Together with all before them: many gaps make as many lines as one.
        return output.count + missing * max(1, context.width) < Self.mostBlankBytes
    }

    /// Whether the bound allows the lines for rows that are not there; if not, the failure names the cell.
    private func isNear(row: Int, column: Int) -> Bool {
        let missing = output.firstRow < 0 ? 0 : row - output.lastRow - 1
        let blanks = output.blanks + missing * max(1, context.width)
        guard blanks > context.bound.most else { return true }
        _ = tooFar(blanks, gap: missing, row: row, column: column)
        return false
    }

    private func tooFar(_ count: Int, gap: Int, row: Int, column: Int) -> Answer {
        failure = context.tooFar(count, gap: gap, cell: CellReference(row: row, column: column))
        return .tooFar
    }

    /// Lines for the rows that are not there, then this one.
    private func startRow(_ number: Int) {
        if output.firstRow < 0 {
            output.firstRow = number
        } else {
            bytes.blankLines(number - output.lastRow - 1, width: context.width, output)
        }
        output.lastRow = number
    }

    private func noteMissingValue(_ cell: UnsafePointer<RawCell>) {
        guard cell.pointee.count == 0, cell.pointee.kind != .text || !cell.pointee.hasValue else { return }
        result.missingValues += 1
        if result.firstMissingValue == nil {
            result.firstMissingValue = (Int(cell.pointee.row), Int(cell.pointee.column))
        }
    }

    // MARK: Values

    /// Writes the value of a cell; false when it names a shared text that is not there.
    @inline(__always)
    private func write(_ cell: UnsafePointer<RawCell>, _ text: UnsafePointer<UInt8>) -> Bool {
        let count = Int(cell.pointee.count)
        switch cell.pointee.kind {
        case .shared: return writeShared(cell, text, count)
        case .number:
            if context.showsFormats { writeShown(cell, text, count) } else { writeNumber(cell, text, count) }
        case .text:
            if context.showsFormats || cell.pointee.mayHoldEscapes {
                writeText(cell, text, count)
            } else {
                bytes.field(text, count, output)
            }
        case .boolean, .error, .isoDate: writeOther(cell, text, count)
        }
        return true
    }

    @inline(__always)
    private func writeShared(_ cell: UnsafePointer<RawCell>, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        for place in 0..<count {
            let digit = text[place] &- UInt8(ascii: "0")
            guard digit <= 9, place < 10 else { return writeOddlySpelledShared(cell, text, count) }
            index = index * 10 + Int(digit)
        }
        return writeShared(cell, index)
    }

    @inline(__always)
    private func writeShared(_ cell: UnsafePointer<RawCell>, _ index: Int) -> Bool {
        guard index >= 0, index < strings.count else {
            failure = ReadingError.missingString(
                context.file, index, strings.count, context.sheet,
                CellReference(row: Int(cell.pointee.row), column: Int(cell.pointee.column)))
            return false
        }
        let shared = strings.bytes(index)
        guard let start = shared.baseAddress, shared.count > 0 else { return true }
        if context.showsFormats {
            writeShown(String(decoding: shared, as: UTF8.self), cell)
        } else if strings.isSpecial(index) || !textsAreJudged {
            bytes.field(start, shared.count, output)
        } else {
            bytes.padded(start, shared.count, output)
        }
        return true
    }

    private func writeOddlySpelledShared(
        _ cell: UnsafePointer<RawCell>, _ text: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        let spelled = Self.trimmed(text, count)
        // No number at all names no text, as in Excel.
        guard let index = Int(spelled) else { return true }
        return writeShared(cell, index)
    }

    @inline(__always)
    private func writeNumber(_ cell: UnsafePointer<RawCell>, _ text: UnsafePointer<UInt8>, _ count: Int) {
        let style = Int(cell.pointee.style)
        let kind = style < kinds.count ? kinds[style] : .number
        if kind != .number, dates.write(text, count, as: kind, output) { return }
        if numbers.write(text, count, output) { return }
        writeOddNumber(text, count, kind)
    }

    /// White space around a number, or what is no number at all.
    private func writeOddNumber(_ text: UnsafePointer<UInt8>, _ count: Int, _ kind: ValueKind) {
        var copy = Array(Self.trimmed(text, count).utf8)
        copy.withUnsafeMutableBufferPointer {
            guard let start = $0.baseAddress, $0.count > 0 else { return }
            if kind != .number, dates.write(start, $0.count, as: kind, output) { return }
            if !numbers.write(start, $0.count, output) { bytes.field(start, $0.count, output) }
        }
    }

    private func writeText(_ cell: UnsafePointer<RawCell>, _ text: UnsafePointer<UInt8>, _ count: Int) {
        var plain = String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
        if cell.pointee.mayHoldEscapes { plain = EscapedText.decode(plain) }
        if context.showsFormats { writeShown(plain, cell) } else { field(plain) }
    }

    private func writeOther(_ cell: UnsafePointer<RawCell>, _ text: UnsafePointer<UInt8>, _ count: Int) {
        let plain = Self.trimmed(text, count)
        switch cell.pointee.kind {
        case .boolean: field(plain == "1" || plain == "true" ? "TRUE" : "FALSE")
        case .isoDate:
            let shown = context.showsFormats ? ISODate.shown(plain, format(of: cell), context.uses1904) : nil
            field(shown ?? ISODate.tidy(plain))
        default: field(plain)
        }
    }

    private func writeShown(_ cell: UnsafePointer<RawCell>, _ text: UnsafePointer<UInt8>, _ count: Int) {
        let plain = Self.trimmed(text, count)
        guard let number = NumberText.decimal(plain) else { return field(plain) }
        field(format(of: cell).shown(number, uses1904: context.uses1904, isNarrow: true))
    }

    private func writeShown(_ text: String, _ cell: UnsafePointer<RawCell>) {
        field(format(of: cell).shown(text: text))
    }

    private func format(of cell: UnsafePointer<RawCell>) -> NumberFormat {
        let style = Int(cell.pointee.style)
        return context.formats[style < context.formats.count ? style : 0]
    }

    private func field(_ text: String) {
        var text = text
        text.withUTF8 { if let start = $0.baseAddress { bytes.field(start, $0.count, output) } }
    }

    private static func trimmed(_ text: UnsafePointer<UInt8>, _ count: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
