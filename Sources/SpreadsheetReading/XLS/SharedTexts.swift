import Spreadsheet

/// The texts that cells name by number (SST), and what of them looks different from their cells.
struct SharedTexts {
    /// Where a font begins in a text, in UTF-16 units.
    struct Run {
        var start: Int
        var font: Int
    }

    /// Bytes that are put into the table at once.
    private static let chunk = 1 << 16

    /// The texts.
    private(set) var table = StringTable()
    /// Fonts within texts, by the texts' numbers; only when they are asked for.
    private(set) var runs: [Int: [Run]] = [:]

    /// Reads the record that the reader stands on.
    ///
    /// - Throws: `ToolError` (65) for a text that is cut off or too long.
    init(_ reader: RecordReader, file: String, limits: ReadingLimits, keepsRuns: Bool) throws {
        let claimed = reader.record.word(4)
        var bytes = ContinuedBytes(reader, at: 8)
        let output = RowOutput(capacity: Self.chunk + (1 << 12))
        var lengths: [Int32] = []
        var number = 0
        func flush() {
            table.append(
                StringScan.Texts(
                    bytes: Array(UnsafeBufferPointer(start: output.bytes, count: output.count)), lengths: lengths))
            lengths.removeAll(keepingCapacity: true)
            output.clear()
        }
        while number < claimed, let count = try bytes.half() {
            guard count <= limits[.text] else { throw ReadingError.limit(file, .text, limits) }
            let first = output.count
            guard let flags = try bytes.byte(),
                let runCount = try flags & 8 != 0 ? bytes.half() : 0,
                let rest = try flags & 4 != 0 ? bytes.word() : 0
            else { throw Self.cut(file, number) }
            var state = RecordText.State()
            guard try bytes.text(count, isWide: flags & 1 != 0, to: output.buffer, &state) else {
                throw Self.cut(file, number)
            }
            let isShorter = state.isShorter
            RecordText.finish(output.buffer, &state)
            if keepsRuns, runCount > 0, !isShorter {
                var found: [Run] = []
                for _ in 0..<runCount {
                    guard let start = try bytes.half(), let font = try bytes.half() else {
                        throw Self.cut(file, number)
                    }
                    found.append(Run(start: start, font: font))
                }
                runs[number] = found
            } else {
                guard try bytes.skip(runCount * 4) else { throw Self.cut(file, number) }
            }
            guard try bytes.skip(rest) else { throw Self.cut(file, number) }
            lengths.append(Int32(output.count - first))
            number += 1
            if output.count > Self.chunk || lengths.count > Self.chunk { flush() }
        }
        flush()
    }

    /// No texts: of Excel 5 and 95, or of a workbook without any.
    init() {}

    private static func cut(_ file: String, _ number: Int) -> ToolError {
        ReadingError.damaged(file, "共用文字表在第 \(number + 1) 条处断了")
    }
}
