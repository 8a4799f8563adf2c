import Foundation
import Spreadsheet

/// The rows of a sheet as values, one after the other, without keeping them.
public struct SheetStream {
    /// Rows or cells do not stand in their order: only the whole sheet can be put in order.
    public struct Disorder: Error {}

    let file: XLSXFile
    let entry: XLSXFile.SheetEntry
    let strings: StringTable

    /// Told how many packed bytes of how many are read.
    public var progress: ((Int, Int) -> Void)?

    /// The rows of a sheet.
    public init(file: XLSXFile, entry: XLSXFile.SheetEntry, strings: StringTable) {
        self.file = file
        self.entry = entry
        self.strings = strings
    }

    /// Merged ranges of the sheet. They stand behind its rows, so all of it is parsed.
    public func merges() throws -> [CellRange] {
        let finder = MergeFinder()
        let sink = RowSink(context: nil) { _, _ in 0 }
        try file.rows(of: entry).parse(
            sink: sink, observer: finder,
            error: { _ in ReadingError.damaged(file.name, "内部错误", sheet: entry.name) })
        return finder.merges
    }

    /// Gives each row that has cells.
    ///
    /// - Throws: ``Disorder``, or what the body throws, or `ToolError`.
    public func rows(_ body: (SheetRow) throws -> Void) throws {
        try withoutActuallyEscaping(body) { body in
            let taker = RowTaker(file.decoder(entry, strings), body)
            var rows = file.rows(of: entry)
            rows.progress = progress
            try withExtendedLifetime(taker) {
                try rows.parse(sink: taker.sink, error: { _ in taker.failure ?? Disorder() })
            }
        }
    }
}

private final class MergeFinder: SheetObserver {
    var merges: [CellRange] = []

    func start(_ name: String, _ attributes: XMLAttributes) {
        guard name == "mergeCell", let range = attributes["ref"].flatMap({ CellRange($0) }), range.first != range.last
        else { return }
        merges.append(range)
    }
    func end(_ name: String) {}
    func text(_ piece: String) {}
    func row(_ number: Int, _ attributes: XMLAttributes) {}
}

/// Makes values of raw rows, and gives them on.
final class RowTaker {
    private(set) var failure: (any Error)?
    private let decoder: CellDecoder
    private let body: (SheetRow) throws -> Void
    private var lastRow = -1

    init(_ decoder: CellDecoder, _ body: @escaping (SheetRow) throws -> Void) {
        self.decoder = decoder
        self.body = body
    }

    var sink: RowSink {
        RowSink(context: Unmanaged.passUnretained(self).toOpaque()) { context, row in
            guard let context else { return 1 }
            let taker = Unmanaged<RowTaker>.fromOpaque(context).takeUnretainedValue()
            do {
                try taker.take(row.assumingMemoryBound(to: RawRow.self).pointee)
                return 0
            } catch {
                taker.failure = error
                return 1
            }
        }
    }

    private func take(_ row: RawRow) throws {
        guard row.count > 0 else { return }
        let number = Int(row.number)
        guard number > lastRow else { throw SheetStream.Disorder() }
        var cells: [Cell?] = []
        cells.reserveCapacity(Int(row.cells[Int(row.count) - 1].column) + 1)
        for index in 0..<Int(row.count) {
            let raw = row.cells[index]
            guard Int(raw.column) >= cells.count, raw.row == row.number else { throw SheetStream.Disorder() }
            while cells.count < Int(raw.column) { cells.append(nil) }
            var cell = try decoder.cell(raw, row.text(of: raw))
            cell.lacksCachedValue = raw.hasFormula && raw.count == 0 && (raw.kind != .text || !raw.hasValue)
            cells.append(cell)
        }
        lastRow = number
        try body(SheetRow(number: number, cells: cells))
    }
}
