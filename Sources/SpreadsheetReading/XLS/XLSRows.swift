import Foundation
import Spreadsheet

/// The rows of one sheet of Excel 5–2003, given to a sink as those of XLSX are.
public struct XLSRows {
    let file: XLSFile
    let entry: XLSFile.SheetEntry
    /// Told how many bytes of how many are read.
    public var progress: ((Int, Int) -> Void)?

    init(file: XLSFile, entry: XLSFile.SheetEntry) {
        self.file = file
        self.entry = entry
    }

    /// Gives all rows to a worker, and what it makes of them now and then.
    public func convert(worker: any RowWorker, deliver: (RowOutput) throws -> Void) throws {
        worker.begin()
        try parse(sink: worker.sink, error: worker.error) {
            try deliver(worker.finish())
            worker.begin()
        }
    }

    /// Fields of the widest row at the sheet's beginning, by which the rows of its text are made equally wide.
    public func width() throws -> Int { try widest().map { $0.column + 1 } ?? 0 }

    /// The cell that makes them so wide; nil where no cell holds anything.
    public func widest() throws -> CellReference? {
        var widest: CellReference?
        try withUnsafeMutablePointer(to: &widest) { pointer in
            let sink = RowSink(context: pointer) { context, row in
                let row = row.assumingMemoryBound(to: RawRow.self).pointee
                let widest = context?.assumingMemoryBound(to: CellReference?.self)
                for index in stride(from: Int(row.count) - 1, through: 0, by: -1) where row.cells[index].count > 0 {
                    let column = Int(row.cells[index].column)
                    if let widest, column > widest.pointee?.column ?? -1 {
                        widest.pointee = CellReference(row: Int(row.number), column: column)
                    }
                }
                return 0
            }
            try XLSRows(file: file, entry: entry).parse(
                sink: sink, error: { _ in ReadingError.damaged(file.name, "内部错误", sheet: entry.name) },
                bytes: SheetRows.usualPieceSize)
        }
        return widest
    }

    /// Gives all rows to one sink, in the order of the file.
    ///
    /// - Parameters:
    ///   - observer: Told of records that are no cells, and of formulas.
    ///   - error: The error behind an answer of the sink.
    ///   - bytes: Stops after so many bytes of records, quietly; nil for all of them.
    ///   - afterChunk: Called now and then.
    func parse(
        sink: RowSink, observer: (any RecordObserver)? = nil, error: (Int32) -> any Error, bytes limit: Int? = nil,
        afterChunk: () throws -> Void = {}
    ) throws {
        let reader = RecordReader(file.stream, at: entry.offset, file: file.name, sheet: entry.name)
        guard try reader.next(), reader.kind == RecordKind.begin else {
            throw ReadingError.damaged(file.name, "工作表的开头不对，文件可能没有下载完", sheet: entry.name)
        }
        let scan = RowScan(file: file, sheet: entry.name, sink: sink, observer: observer)
        var depth = 1
        var told = entry.offset
        do {
            while depth > 0 {
                guard try reader.next() else {
                    if file.globals.isSheetAlone { break }
                    throw ReadingError.damaged(file.name, "工作表的内容没有结束，文件可能没有下载完", sheet: entry.name)
                }
                switch reader.kind {
                // A chart stands in the sheet as a part of its own.
                case RecordKind.begin: depth += 1
                case RecordKind.eof: depth -= 1
                default: if depth == 1 { try scan.take(reader) }
                }
                if reader.position - told > 1 << 17 {
                    told = reader.position
                    progress?(told, reader.count)
                    try afterChunk()
                }
                if let limit, reader.position - entry.offset > limit { break }
            }
            try scan.finish()
            try afterChunk()
        } catch let stop as RowScan.Stop {
            throw error(stop.answer)
        }
    }
}

/// Told of what stands in a sheet besides its cells.
protocol RecordObserver: AnyObject {
    /// A record that is no cell. Its contents are valid during the call; what continues it may be read from the reader.
    func take(_ reader: RecordReader) throws
    /// The tokens of a cell's formula.
    func formula(row: Int, column: Int, _ tokens: RecordBytes)
}
