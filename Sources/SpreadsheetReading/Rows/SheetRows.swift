import Foundation
import Spreadsheet

/// The rows of one sheet, given to sinks: by several parsers at once where the sheet can be cut, else by one.
public struct SheetRows {
    /// Bytes of a piece, as a rule. Small enough to stay in a core's own cache.
    public static let usualPieceSize = 1 << 17

    let archive: ZipArchive
    let part: String
    /// Name of the sheet, for messages.
    let sheet: String
    /// Told how many packed bytes of how many are read.
    public var progress: ((Int, Int) -> Void)?
    /// Bytes of the pieces that the sheet is cut into. The result is the same for any size.
    public var pieceSize = SheetRows.usualPieceSize

    private var file: String { archive.source.name }

    init(archive: ZipArchive, part: String, sheet: String) {
        self.archive = archive
        self.part = part
        self.sheet = sheet
    }

    private func open() throws -> PartStream {
        guard let stream = try archive.stream(part) else { throw ReadingError.damaged(file, "缺少“\(part)”") }
        return stream
    }

    /// Gives all rows to workers, and what these make of them in the order of the rows.
    ///
    /// - Parameters:
    ///   - threads: How many parsers may work at once. The result is the same for any number.
    ///   - makeWorker: One worker for each parser.
    ///   - restart: Forget all that was delivered; it comes again. Called when the sheet turns out to be one that can't be cut.
    ///   - deliver: Takes what a worker made. The output is used again afterwards.
    public func convert(
        threads: Int, makeWorker: @escaping () -> any RowWorker, restart: () throws -> Void,
        deliver: @escaping (RowOutput) throws -> Void
    ) throws {
        do {
            try convertPieces(threads: threads, makeWorker: makeWorker, deliver: deliver)
        } catch is PieceCutter.Uncuttable {
            try restart()
            try convertWhole(worker: makeWorker(), deliver: deliver)
        } catch is SheetParser.Trouble {
            // What a piece alone can't be judged by, the whole is: either it is read, or its fault is known.
            try restart()
            try convertWhole(worker: makeWorker(), deliver: deliver)
        }
    }

    private func convertPieces(
        threads: Int, makeWorker: @escaping () -> any RowWorker, deliver: @escaping (RowOutput) throws -> Void
    ) throws {
        let stream = try open()
        let cutter = PieceCutter(stream, element: "row", parents: ["worksheet", "sheetData"], size: pieceSize)
        let limits = archive.limits
        var cells = 0
        let pipeline = OrderedPipeline<PieceWorker, RowOutput>(
            threads: threads,
            makeWorker: { try PieceWorker(makeWorker(), limits: limits) },
            take: { worker in
                progress?(cutter.consumed, stream.packed)
                worker.memory = try worker.parser.buffer(cutter.capacity)
                guard let count = try cutter.next(into: worker.memory) else { return false }
                worker.count = count
                return true
            },
            work: { try $0.work() },
            deliver: { output in
                cells += output.cells
                if cells > limits[.cells] { throw ReadingError.limit(file, .cells, limits, sheet: sheet) }
                try deliver(output)
            })
        try pipeline.run()
    }

    private func convertWhole(worker: any RowWorker, deliver: (RowOutput) throws -> Void) throws {
        worker.begin()
        try parse(sink: worker.sink, error: worker.error) {
            try deliver(worker.finish())
            worker.begin()
        }
    }

    /// Fields of the widest row at the sheet's beginning, by which the rows of its text are made equally wide. Of a short sheet that is all of it.
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
            try SheetRows(archive: archive, part: part, sheet: sheet).parse(
                sink: sink, error: { _ in ReadingError.damaged(file, "内部错误", sheet: sheet) }, bytes: Self.usualPieceSize
            )
        }
        return widest
    }

    /// Gives all rows to one sink, in the order of the file.
    ///
    /// - Parameters:
    ///   - observer: Told of what stands outside the rows.
    ///   - error: The error behind an answer of the sink.
    ///   - bytes: Stops after so many bytes of the part, quietly; nil for all of it.
    ///   - afterChunk: Called now and then.
    func parse(
        sink: RowSink, observer: SheetObserver? = nil, keepsFormulas: Bool = false,
        error: (Int32) -> any Error, bytes limit: Int? = nil, afterChunk: () throws -> Void = {}
    ) throws {
        let stream = try open()
        let reader = try DecodedPart(stream, file: file, name: part)
        let parser: SheetParser
        do {
            parser = try SheetParser(
                sink: sink, namespaces: true, keepsFormulas: keepsFormulas, encoding: reader.encoding,
                limits: archive.limits)
            parser.scan.pointee.observer = observer
            parser.scan.pointee.maximumCells = archive.limits[.cells]
            var total = 0
            while true {
                let count = try reader.read(into: parser.buffer(DecodedPart.chunk))
                total += count
                progress?(stream.consumed, stream.packed)
                try parser.parse(count, isLast: count == 0)
                try parser.refuseLongTag(fed: total, limit: archive.limits[.attribute])
                try afterChunk()
                if count == 0 || total >= limit ?? .max { return }
            }
        } catch let trouble as SheetParser.Trouble {
            throw explained(trouble, error)
        }
    }

    private func explained(_ trouble: SheetParser.Trouble, _ sinkError: (Int32) -> any Error) -> any Error {
        let limits = archive.limits
        switch trouble {
        case .markup(let line, let cause):
            var error = ReadingError.damaged(file, "“\(part)”第 \(line) 行不是正确的 XML", sheet: sheet)
            error.cause = cause
            return error
        case .stopped(let stop, let row, let column):
            let cell = row >= 0 && column >= 0 ? CellReference(row: row, column: column) : nil
            switch stop {
            case .sink(let answer): return sinkError(answer)
            case .doctype: return ReadingError.damaged(file, "“\(part)”含有 DTD 声明，正常的表格里不会有")
            case .depth: return ReadingError.limit(file, .depth, limits, sheet: sheet, cell: cell)
            case .row: return ReadingError.limit(file, .rows, limits, sheet: sheet, detail: "行号 \(row + 1)")
            case .column: return ReadingError.limit(file, .columns, limits, sheet: sheet, detail: "第 \(row + 1) 行")
            case .textLength: return ReadingError.limit(file, .text, limits, sheet: sheet, cell: cell)
            case .cells: return ReadingError.limit(file, .cells, limits, sheet: sheet)
            case .attribute: return ReadingError.limit(file, .attribute, limits, sheet: sheet)
            case .notSheet: return ReadingError.damaged(file, "“\(part)”不是工作表", sheet: sheet)
            case .memory, .none, .needsNamespaces: return ReadingError.damaged(file, "内存不足", sheet: sheet)
            }
        }
    }
}

/// A worker with the parser that feeds it.
private final class PieceWorker {
    let parser: SheetParser
    var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    var count = 0
    private let worker: any RowWorker

    init(_ worker: any RowWorker, limits: ReadingLimits) throws {
        self.worker = worker
        parser = try SheetParser(sink: worker.sink, namespaces: false, encoding: "UTF-8", limits: limits)
    }

    func work() throws -> RowOutput {
        worker.begin()
        try parser.parseWhole(count, of: memory)
        // Rows without numbers are counted from the sheet's beginning, which a piece does not see.
        guard parser.scan.pointee.sawSheetData, !parser.scan.pointee.sawUnnumberedRow else {
            throw SheetParser.Trouble.stopped(.needsNamespaces, row: 0, column: 0)
        }
        parser.reset()
        return worker.finish()
    }
}
