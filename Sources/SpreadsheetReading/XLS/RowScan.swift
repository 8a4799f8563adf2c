import Foundation
import Spreadsheet

/// Makes rows of the records of cells.
final class RowScan {
    /// The sink wants no more.
    struct Stop: Error { var answer: Int32 }

    private let name: String
    private let sheet: String
    private let isOld: Bool
    private let pages: CodePageText
    private let styles: [Int]
    private let limits: ReadingLimits
    private let sink: RowSink
    private let observer: (any RecordObserver)?
    private let maximumRows: Int
    private let maximumColumns: Int
    private let maximumCells: Int
    private let maximumText: Int

    // One thread works with this object: no check of each access.
    @exclusivity(unchecked) private var cells: UnsafeMutablePointer<RawCell>
    @exclusivity(unchecked) private var starts: UnsafeMutablePointer<Int>
    @exclusivity(unchecked) private var capacity = 256
    @exclusivity(unchecked) private var count = 0
    @exclusivity(unchecked) private var row = -1
    @exclusivity(unchecked) private var total = 0
    /// The last cell is a formula whose text follows.
    @exclusivity(unchecked) private var awaitsText = false
    private let output = RowOutput(capacity: 1 << 14)
    @exclusivity(unchecked) private let arena: RowBuffer

    init(file: XLSFile, sheet: String, sink: RowSink, observer: (any RecordObserver)?) {
        name = file.name
        self.sheet = sheet
        isOld = file.globals.isOld
        pages = file.globals.pages
        styles = file.stylePlaces
        limits = file.limits
        self.sink = sink
        self.observer = observer
        maximumRows = limits[.rows]
        maximumColumns = min(limits[.columns], XLSSheetLayout.columns)
        maximumCells = limits[.cells]
        maximumText = limits[.text]
        cells = .allocate(capacity: 256)
        starts = .allocate(capacity: 256)
        arena = output.buffer
    }

    deinit {
        cells.deallocate()
        starts.deallocate()
    }

    /// Takes the record that the reader stands on.
    func take(_ reader: RecordReader) throws {
        let record = reader.record
        switch reader.kind {
        case RecordKind.sharedText:
            guard record.count >= 10 else { return try short(reader) }
            try begin(record, kind: .shared)
            write(Double(record.word(6)))
        case RecordKind.number:
            guard record.count >= 14 else { return try short(reader) }
            try begin(record, kind: .number)
            write(record.double(6))
        case RecordKind.packedNumber:
            guard record.count >= 10 else { return try short(reader) }
            try begin(record, kind: .number)
            write(record.packed(6))
        case RecordKind.packedNumbers:
            guard record.count >= 6 else { return try short(reader) }
            let first = record.half(2)
            for index in 0..<(record.count - 6) / 6 {
                try begin(record.half(0), first + index, record.half(4 + index * 6), .number)
                write(record.packed(6 + index * 6))
            }
        case RecordKind.blanks:
            guard record.count >= 6 else { return try short(reader) }
            for index in 0..<(record.count - 6) / 2 {
                try begin(record.half(0), record.half(2) + index, record.half(4 + index * 2), .number)
            }
        case RecordKind.blank:
            guard record.count >= 6 else { return try short(reader) }
            try begin(record, kind: .number)
        case RecordKind.label, RecordKind.richText:
            guard record.count >= 8 else { return try short(reader) }
            try begin(record, kind: .text)
            try text(reader, at: 6)
        case RecordKind.truth:
            guard record.count >= 8 else { return try short(reader) }
            try begin(record, kind: record.byte(7) == 1 ? .error : .boolean)
            if record.byte(7) == 1 { write(ErrorValue.text(record.byte(6))) } else { write(Double(record.byte(6))) }
        case RecordKind.formula: try formula(reader)
        case RecordKind.text:
            guard awaitsText else { return }
            awaitsText = false
            try text(reader, at: 0)
        default:
            try observer?.take(reader)
        }
    }

    /// The last row.
    func finish() throws { try flush() }

    private func short(_ reader: RecordReader) throws {
        throw ReadingError.damaged(name, "第 \(reader.offset) 字节处的单元格不完整", sheet: sheet)
    }

    @inline(__always)
    private func begin(_ record: RecordBytes, kind: RawCell.Kind) throws {
        try begin(record.half(0), record.half(2), record.half(4), kind)
    }

    /// A new cell; its text is what is written next.
    @inline(__always)
    private func begin(_ row: Int, _ column: Int, _ style: Int, _ kind: RawCell.Kind) throws {
        awaitsText = false
        if row != self.row || count == capacity {
            if row != self.row {
                try flush()
                self.row = row
            } else {
                grow()
            }
        }
        total += 1
        if row >= maximumRows || column >= maximumColumns || total > maximumCells { throw beyond(row, column) }
        cells[count] = RawCell(
            column: Int32(column), row: Int32(row),
            style: Int32(style < styles.count ? styles[style] : 0), text: UnsafePointer(arena.bytes), count: 0,
            kind: kind, mayHoldEscapes: false, isCopied: false, hasFormula: false, hasValue: false, formulaStart: 0,
            formulaCount: 0, formulaGroup: -1)
        starts[count] = arena.count
        count += 1
    }

    private func beyond(_ row: Int, _ column: Int) -> ToolError {
        // No program writes such a cell: a raised bound would not make one of it.
        if column >= XLSSheetLayout.columns, limits[.columns] >= XLSSheetLayout.columns {
            return ReadingError.damaged(name, "有一格在第 \(column + 1) 列，这种格式只有 256 列", sheet: sheet)
        }
        let limit: ReadingLimits.Name =
            row >= maximumRows ? .rows : column >= maximumColumns ? .columns : .cells
        return ReadingError.limit(
            name, limit, limits, sheet: sheet,
            detail: limit == .cells ? nil : "\(CellReference(row: row, column: column))")
    }

    private func grow() {
        let larger = capacity * 2
        let freshCells = UnsafeMutablePointer<RawCell>.allocate(capacity: larger)
        freshCells.moveInitialize(from: cells, count: count)
        cells.deallocate()
        cells = freshCells
        let freshStarts = UnsafeMutablePointer<Int>.allocate(capacity: larger)
        freshStarts.moveInitialize(from: starts, count: count)
        starts.deallocate()
        starts = freshStarts
        capacity = larger
    }

    @inline(__always)
    private func write(_ value: Double) {
        arena.reserve(DoubleText.room)
        let made = DoubleText.write(value, to: arena.bytes + arena.count)
        if made == 0 {
            // Not a number: no program can have meant it.
            cells[count - 1].kind = .error
            write(ErrorValue.text(0x24))
            return
        }
        arena.count += made
        cells[count - 1].count = Int32(made)
        cells[count - 1].hasValue = true
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        arena.reserve(bytes.count)
        for (index, byte) in bytes.enumerated() { arena.bytes[arena.count + index] = byte }
        arena.count += bytes.count
        cells[count - 1].count = Int32(bytes.count)
        cells[count - 1].hasValue = true
    }

    /// The text of the last cell, whose length stands at a place of the record.
    private func text(_ reader: RecordReader, at place: Int) throws {
        let record = reader.record
        let length = record.half(place)
        let start = arena.count
        starts[count - 1] = start
        if isOld {
            var bytes = record.part(place + 2, length).copy
            // A long text goes on in the next record, without a word of its own.
            while bytes.count < length, try reader.next() {
                guard reader.kind == RecordKind.continued else {
                    reader.hold()
                    break
                }
                bytes += reader.record.part(0, length - bytes.count).copy
            }
            guard bytes.count == length else { return try short(reader) }
            bytes.withUnsafeBufferPointer { pages.append($0, to: arena) }
        } else {
            guard length <= maximumText else { throw tooLong() }
            var continued = ContinuedBytes(reader, at: place + 2)
            var state = RecordText.State()
            if length > 0 {
                guard let flags = try continued.byte() else { return try short(reader) }
                if flags & 8 != 0 { _ = try continued.skip(2) }
                if flags & 4 != 0 { _ = try continued.skip(4) }
                guard try continued.text(length, isWide: flags & 1 != 0, to: arena, &state) else {
                    return try short(reader)
                }
            }
            RecordText.finish(arena, &state)
        }
        cells[count - 1].count = Int32(arena.count - start)
        cells[count - 1].hasValue = true
    }

    private func tooLong() -> ToolError {
        let cell = cells[count - 1]
        return ReadingError.limit(
            name, .text, limits, sheet: sheet, cell: CellReference(row: Int(cell.row), column: Int(cell.column)))
    }

    private func formula(_ reader: RecordReader) throws {
        let record = reader.record
        guard record.count >= 20 else { return try short(reader) }
        guard record.half(12) == 0xFFFF else {
            let value = record.double(6)
            try begin(record, kind: .number)
            cells[count - 1].hasFormula = true
            // Programs that don't calculate write 0 and ask that it be done on opening: there is no value then.
            if value != 0 || record.half(14) & 2 == 0 { write(value) }
            return tell(record)
        }
        switch record.byte(6) {
        case 0:
            try begin(record, kind: .text)
            awaitsText = true
        case 1:
            try begin(record, kind: .boolean)
            write(Double(record.byte(8) == 0 ? 0 : 1))
        case 2:
            try begin(record, kind: .error)
            write(ErrorValue.text(record.byte(8)))
        default:
            try begin(record, kind: .text)
            cells[count - 1].hasValue = true
        }
        cells[count - 1].hasFormula = true
        tell(record)
    }

    private func tell(_ record: RecordBytes) {
        guard let observer else { return }
        observer.formula(row: record.half(0), column: record.half(2), record.part(20))
    }

    private func flush() throws {
        guard count > 0 else { return }
        for index in 0..<count { cells[index].text = UnsafePointer(arena.bytes + starts[index]) }
        var given = RawRow(
            number: Int32(row), count: Int32(count), cells: UnsafePointer(cells), formulas: UnsafePointer(arena.bytes))
        let answer = sink.function(sink.context, &given)
        count = 0
        arena.count = 0
        if answer != 0 { throw Stop(answer: answer) }
    }
}
