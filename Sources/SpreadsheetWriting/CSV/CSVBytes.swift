import Foundation
import SpreadsheetReading

/// Puts fields and lines of delimited text into an output.
struct CSVBytes {
    let delimiter: UInt8
    let usesCRLF: Bool
    /// Texts that would be taken for formulas are marked.
    let guardsFormulas: Bool
    private static let quote = UInt8(ascii: "\"")

    init(_ dialect: CSVDialect) {
        delimiter = dialect.delimiter
        usesCRLF = dialect.usesCRLF
        guardsFormulas = dialect.guardsFormulas
    }

    /// Bytes as they are.
    @inline(__always)
    func plain(_ text: UnsafePointer<UInt8>, _ count: Int, _ output: RowBuffer) {
        output.reserve(count)
        memcpy(output.bytes + output.count, text, count)
        output.count += count
    }

    /// Bytes as they are, with at least 16 more behind them that may be read.
    @inline(__always)
    func padded(_ text: UnsafePointer<UInt8>, _ count: Int, _ output: RowBuffer) {
        guard count <= 16 else { return plain(text, count, output) }
        output.reserve(16)
        let source = UnsafeRawPointer(text)
        let target = UnsafeMutableRawPointer(output.bytes + output.count)
        target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
        target.storeBytes(
            of: source.loadUnaligned(fromByteOffset: 8, as: UInt64.self), toByteOffset: 8, as: UInt64.self)
        output.count += count
    }

    /// A field, in quotation marks where it holds a delimiter, a quotation mark or a line end. Line ends within it are `\n`.
    @inline(__always)
    func field(_ text: UnsafePointer<UInt8>, _ count: Int, _ output: RowBuffer) {
        if needsQuotes(text, count) { quoted(text, count, output) } else { plain(text, count, output) }
    }

    /// A field that is a text, not a number or a date.
    @inline(__always)
    func textField(_ text: UnsafePointer<UInt8>, _ count: Int, _ output: RowBuffer) {
        if guardsFormulas { guarded(text, count, output) } else { field(text, count, output) }
    }

    private func guarded(_ text: UnsafePointer<UInt8>, _ count: Int, _ output: RowBuffer) {
        let bytes = UnsafeBufferPointer(start: text, count: count)
        guard FormulaGuard.isNeeded(bytes) else { return field(text, count, output) }
        let marked = [FormulaGuard.mark] + bytes
        marked.withUnsafeBufferPointer { if let start = $0.baseAddress { field(start, $0.count, output) } }
    }

    @inline(__always)
    private func needsQuotes(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        for index in 0..<count {
            let byte = text[index]
            if byte == delimiter || byte == Self.quote || byte == 10 || byte == 13 { return true }
        }
        return false
    }

    private func quoted(_ text: UnsafePointer<UInt8>, _ count: Int, _ output: RowBuffer) {
        output.reserve(count * 2 + 2)
        let target = output.bytes
        var place = output.count
        target[place] = Self.quote
        place += 1
        for index in 0..<count {
            let byte = text[index]
            if byte == Self.quote {
                target[place] = byte
                place += 1
            }
            target[place] = byte
            place += 1
        }
        target[place] = Self.quote
        output.count = place + 1
    }

    /// So many delimiters.
    @inline(__always)
    func delimiters(_ count: Int, _ output: RowBuffer) {
        guard count > 0 else { return }
        output.reserve(count)
        memset(output.bytes + output.count, Int32(delimiter), count)
        output.count += count
    }

    /// So many lines with nothing but delimiters.
    func blankLines(_ count: Int, width: Int, _ output: RowBuffer) {
        guard count > 0 else { return }
        for _ in 0..<count {
            delimiters(width - 1, output)
            lineEnd(output)
        }
    }

    /// The end of a line.
    @inline(__always)
    func lineEnd(_ output: RowBuffer) {
        output.reserve(2)
        if usesCRLF {
            output.bytes[output.count] = 13
            output.count += 1
        }
        output.bytes[output.count] = 10
        output.count += 1
    }
}
