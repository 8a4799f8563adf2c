import Foundation
import Spreadsheet

extension TextFile {
    /// Raw bytes that are decoded at once.
    private static let chunk = 1 << 17

    /// What was noticed while reading records.
    public struct RecordNotes: Sendable {
        /// Records read.
        public var records = 0
        /// Line of the first text that follows a closing quotation mark, or nil.
        public var strayTextLine: Int?
    }

    /// Gives each record to a function, one after the other.
    ///
    /// - Parameters:
    ///   - progress: Told how many bytes of how many are read.
    ///   - body: Takes the scanner that holds the record's fields; false to read no further.
    /// - Returns: what was noticed.
    /// - Throws: `ToolError` (65) for a quotation mark that is never closed, a NUL, bytes of another encoding, a field over the bounds.
    @discardableResult
    public func records(
        progress: ((Int, Int) -> Void)? = nil, _ body: (CSVScanner) throws -> Bool
    ) throws -> RecordNotes {
        let decoder = try DecodedText(self)
        let scanner = CSVScanner(delimiter: delimiter)
        var notes = RecordNotes()
        var text: [UInt8] = []
        var line = 1
        // Offset in the whole decoded text of the first byte in `text`.
        var base = 0
        repeat {
            try decoder.append(to: &text, raw: Self.chunk)
            progress?(decoder.position, size)
            let isEnd = decoder.hasEnded
            var position = 0
            let goesOn = try text.withUnsafeBufferPointer { buffer -> Bool in
                while position < buffer.count {
                    guard let next = scanner.record(in: buffer, at: position, isEnd: isEnd) else { break }
                    try check(scanner, buffer, position..<next, line: line, base: base)
                    if scanner.strayText != nil, notes.strayTextLine == nil { notes.strayTextLine = line }
                    notes.records += 1
                    if try !body(scanner) { return false }
                    line += scanner.lines
                    position = next
                }
                return true
            }
            if !goesOn { return notes }
            if position < text.count {
                if isEnd || text.count - position > longestRecord {
                    guard let opening = scanner.openQuote else {
                        throw ReadingError.limit(name, .text, limits, detail: "第 \(line) 行")
                    }
                    let lines = text[position..<opening].count { $0 == 10 }
                    throw openQuote(line: line + lines, decodedOffset: base + opening)
                }
                text.removeFirst(position)
            } else {
                text.removeAll(keepingCapacity: true)
            }
            base += position
        } while !decoder.hasEnded
        return notes
    }

    /// A record that takes more bytes than this is one whose quotation mark was forgotten.
    private var longestRecord: Int { max(1 << 22, limits[.text] * 3 * 64) }

    private func check(
        _ scanner: CSVScanner, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, line: Int, base: Int
    ) throws {
        if let start = text.baseAddress, let zero = memchr(start + range.lowerBound, 0, range.count) {
            let offset = UnsafeRawPointer(zero) - UnsafeRawPointer(start)
            let lines = text[range.lowerBound..<offset].count { $0 == 10 }
            throw zeroByte(line: line + lines, decodedOffset: base + offset)
        }
        if scanner.fields.count > limits[.columns] {
            throw ReadingError.limit(name, .columns, limits, detail: "第 \(line) 行")
        }
        let most = limits[.text]
        for field in scanner.fields where field.count > most {
            let bytes = UnsafeBufferPointer(start: scanner.bytes + field.start, count: field.count)
            if UTF16Length.of(bytes) > most {
                throw ReadingError.limit(name, .text, limits, detail: "第 \(line) 行")
            }
        }
    }
}
