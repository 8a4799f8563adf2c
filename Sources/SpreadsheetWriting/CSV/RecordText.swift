import Foundation
import SpreadsheetReading

/// Writes records of delimited text as such.
struct RecordText {
    private let delimiter: UInt8
    private let bytes: CSVBytes
    private let longestText: Int
    private let mostFields: Int
    /// A line shorter than this has neither too long a field nor too many.
    private let harmless: Int

    /// - Parameter delimiter: What stands between the fields that are read.
    init(from delimiter: UInt8, _ dialect: CSVDialect, limits: ReadingLimits) {
        self.delimiter = delimiter
        longestText = limits[.text]
        mostFields = limits[.columns]
        harmless = min(longestText, mostFields)
        bytes = CSVBytes(dialect)
    }

    /// Writes the records of a text, and counts them in the output's `cells`; false when the last one is not whole, or something
    /// stands in the text that has to be told of.
    func write(_ text: UnsafeBufferPointer<UInt8>, _ scanner: CSVScanner, _ output: RowBuffer) -> Bool {
        guard let base = text.baseAddress else { return true }
        var position = 0
        while position < text.count {
            let rest = text.count - position
            let length = memchr(base + position, 10, rest).map {
                UnsafeRawPointer($0) - UnsafeRawPointer(base + position)
            }
            if let length, isPlain(base + position, length) {
                let ends = length > 0 && base[position + length - 1] == 13
                bytes.plain(base + position, ends ? length - 1 : length, output)
                bytes.lineEnd(output)
                output.cells += 1
                position += length + 1
                continue
            }
            guard let next = scanner.record(in: text, at: position, isEnd: true), scanner.strayText == nil,
                memchr(base + position, 0, next - position) == nil, isWithinBounds(scanner)
            else { return false }
            write(scanner, output)
            output.cells += 1
            position = next
        }
        return true
    }

    /// Writes the record that a scanner holds.
    func write(_ scanner: CSVScanner, _ output: RowBuffer) {
        for (index, field) in scanner.fields.enumerated() {
            if index > 0 { bytes.delimiters(1, output) }
            bytes.textField(scanner.bytes + field.start, field.count, output)
        }
        bytes.lineEnd(output)
    }

    private func isWithinBounds(_ scanner: CSVScanner) -> Bool {
        scanner.fields.count <= mostFields && !scanner.fields.contains { $0.count > longestText }
    }

    /// Whether a line can be copied as it stands, but for a carriage return at its end.
    private func isPlain(_ line: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard delimiter == bytes.delimiter, !bytes.guardsFormulas, count < harmless,
            memchr(line, Int32(UInt8(ascii: "\"")), count) == nil,
            memchr(line, 0, count) == nil
        else { return false }
        guard let mark = memchr(line, 13, count) else { return true }
        return UnsafeRawPointer(mark) == UnsafeRawPointer(line + count - 1)
    }
}
