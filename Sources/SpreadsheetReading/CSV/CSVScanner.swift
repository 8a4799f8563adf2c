import Foundation

/// The place of a field's text in a buffer.
public struct FieldSlice: Sendable {
    /// Where it begins.
    public var start: Int
    /// How many bytes it has.
    public var count: Int

    /// A slice.
    @inlinable
    public init(start: Int, count: Int) {
        self.start = start
        self.count = count
    }
}

/// Splits UTF-8 text into records and fields: RFC 4180, and what Excel really writes.
///
/// Line ends are LF, CR LF or CR. A line break within quotes belongs to the field and becomes `\n`. What follows a closing
/// quotation mark is kept as it stands, and a quotation mark within a bare field is a character like any other, as in Excel.
public final class CSVScanner {
    /// The delimiter, an ASCII byte.
    public let delimiter: UInt8
    /// The fields of the record: slices of ``bytes``.
    public private(set) var fields: [FieldSlice] = []
    /// The text of the fields, without quotation marks.
    public private(set) var bytes: UnsafeMutablePointer<UInt8>
    /// Lines that the record took.
    public private(set) var lines = 0
    /// Where in the text a quotation mark was opened that is not closed, after an answer of nil; else nil.
    public private(set) var openQuote: Int?
    /// Where in the text something first followed a closing quotation mark, over all records; nil for nowhere.
    public private(set) var strayText: Int?
    private var used = 0
    private var capacity = 1 << 12

    /// A scanner.
    public init(delimiter: UInt8) {
        self.delimiter = delimiter
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    /// Takes one record out of a text.
    ///
    /// - Parameter isEnd: Whether the text ends with the buffer.
    /// - Returns: where the next record begins; nil when the record is not whole.
    public func record(in text: UnsafeBufferPointer<UInt8>, at start: Int, isEnd: Bool) -> Int? {
        fields.removeAll(keepingCapacity: true)
        used = 0
        lines = 1
        openQuote = nil
        let end = text.count
        if end - start > capacity { grow(end - start) }
        guard let base = text.baseAddress else { return nil }
        var index = start
        var begin = 0
        while true {
            if index < end, base[index] == UInt8(ascii: "\""), used == begin {
                guard let next = quoted(base, index, end) else { return nil }
                index = next
            }
            // The rest of the field, or all of a bare one.
            while index < end {
                let byte = base[index]
                if byte == delimiter || byte == 10 || byte == 13 { break }
                bytes[used] = byte
                used += 1
                index += 1
            }
            fields.append(FieldSlice(start: begin, count: used - begin))
            begin = used
            if index == end { return isEnd ? end : nil }
            let byte = base[index]
            index += 1
            if byte == delimiter { continue }
            if byte == 13 {
                // Whether a line feed follows can't be known yet.
                if index == end, !isEnd { return nil }
                if index < end, base[index] == 10 { index += 1 }
            }
            return index
        }
    }

    /// Copies what stands between quotation marks; gives the place after the closing one, nil when it is not closed.
    private func quoted(_ base: UnsafePointer<UInt8>, _ opening: Int, _ end: Int) -> Int? {
        var index = opening + 1
        while index < end {
            let byte = base[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                guard index < end, base[index] == byte else {
                    if index < end, strayText == nil {
                        let next = base[index]
                        if next != delimiter, next != 10, next != 13 { strayText = index }
                    }
                    return index
                }
                index += 1
            } else if byte == 13 {
                lines += 1
                if index < end, base[index] == 10 { index += 1 }
                bytes[used] = 10
                used += 1
                continue
            } else if byte == 10 {
                lines += 1
            }
            bytes[used] = byte
            used += 1
        }
        openQuote = opening
        return nil
    }

    private func grow(_ size: Int) {
        bytes.deallocate()
        capacity = max(capacity * 2, size)
        bytes = .allocate(capacity: capacity)
    }
}
