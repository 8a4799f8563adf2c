import Spreadsheet

/// The rows of a sheet of Excel 5–2003 as values, one after the other, without keeping them.
public struct XLSStream {
    let file: XLSFile
    let entry: XLSFile.SheetEntry
    let strings: StringTable

    /// Told how many bytes of how many are read.
    public var progress: ((Int, Int) -> Void)?

    /// The rows of a sheet.
    public init(file: XLSFile, entry: XLSFile.SheetEntry, strings: StringTable) {
        self.file = file
        self.entry = entry
        self.strings = strings
    }

    /// Merged ranges of the sheet. They stand behind its rows, so all of it is gone through.
    public func merges() throws -> [CellRange] {
        let finder = RecordMergeFinder()
        try file.rows(of: entry).parse(
            sink: RowSink(context: nil) { _, _ in 0 }, observer: finder,
            error: { _ in ReadingError.damaged(file.name, "内部错误", sheet: entry.name) })
        return finder.merges
    }

    /// Gives each row that has cells.
    ///
    /// - Throws: `SheetStream.Disorder`, or what the body throws, or `ToolError`.
    public func rows(_ body: (SheetRow) throws -> Void) throws {
        try withoutActuallyEscaping(body) { body in
            let taker = RowTaker(file.decoder(entry, strings), body)
            var rows = file.rows(of: entry)
            rows.progress = progress
            try withExtendedLifetime(taker) {
                try rows.parse(sink: taker.sink, error: { _ in taker.failure ?? SheetStream.Disorder() })
            }
        }
    }
}

private final class RecordMergeFinder: RecordObserver {
    var merges: [CellRange] = []

    func take(_ reader: RecordReader) {
        if reader.kind == RecordKind.merges { merges += XLSSheetLayout.merges(reader.record) }
    }
    func formula(row: Int, column: Int, _ tokens: RecordBytes) {}
}
