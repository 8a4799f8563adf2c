import Spreadsheet

/// The bytes of a record and of those that continue it. In a text that is continued, the first byte of each piece says again how wide its
/// characters are.
struct ContinuedBytes {
    private let reader: RecordReader
    private var place: Int
    private var hasEnded = false

    /// Begins in the record that the reader has just read.
    init(_ reader: RecordReader, at place: Int = 0) {
        self.reader = reader
        self.place = place
    }

    /// Bytes left of this piece.
    private var left: Int { reader.record.count - place }

    /// Goes to the record that continues this one; false when there is none.
    private mutating func more() throws -> Bool {
        guard !hasEnded else { return false }
        place = 0
        guard try reader.next() else {
            hasEnded = true
            return false
        }
        guard reader.kind == RecordKind.continued else {
            reader.hold()
            hasEnded = true
            return false
        }
        return true
    }

    /// The next byte; nil at the end.
    mutating func byte() throws -> Int? {
        while hasEnded || left <= 0 { guard try more() else { return nil } }
        defer { place += 1 }
        return Int(reader.record.start[place])
    }

    /// The next two bytes.
    mutating func half() throws -> Int? {
        if !hasEnded, left >= 2 {
            defer { place += 2 }
            return reader.record.half(place)
        }
        guard let low = try byte(), let high = try byte() else { return nil }
        return low | high << 8
    }

    /// The next four bytes.
    mutating func word() throws -> Int? {
        guard let low = try half(), let high = try half() else { return nil }
        return low | high << 16
    }

    /// Passes over bytes; false when there are not so many.
    mutating func skip(_ count: Int) throws -> Bool {
        var rest = count
        while rest > 0 {
            while hasEnded || left <= 0 { guard try more() else { return false } }
            let step = min(rest, left)
            place += step
            rest -= step
        }
        return true
    }

    /// Appends so many characters of a text; false when it is cut off.
    mutating func text(_ count: Int, isWide: Bool, to output: RowBuffer, _ state: inout RecordText.State) throws -> Bool
    {
        var isWide = isWide
        var rest = count
        while rest > 0 {
            if hasEnded || left <= 0 {
                guard try more(), let flags = try byte() else { return false }
                isWide = flags & 1 != 0
                continue
            }
            let step = min(rest, isWide ? left / 2 : left)
            // Half a character at the end of a piece.
            guard step > 0 else { return false }
            let start = reader.record.start + place
            if isWide {
                RecordText.appendWide(start, step, to: output, &state)
            } else {
                RecordText.appendNarrow(start, step, to: output, &state)
            }
            place += isWide ? step * 2 : step
            rest -= step
        }
        return true
    }

    /// A text of Excel 97–2003: its length in one byte or two, its flags, its characters.
    mutating func shortText(lengthIn bytes: Int) throws -> String? {
        guard let count = try bytes == 1 ? byte() : half() else { return nil }
        guard count > 0 else { return "" }
        guard let flags = try byte() else { return nil }
        return try text(count, flags)
    }

    /// So many characters after the flags were read.
    mutating func text(_ count: Int, _ flags: Int) throws -> String? {
        let output = RowOutput(capacity: 64)
        var state = RecordText.State()
        if flags & 8 != 0 { guard try skip(2) else { return nil } }
        if flags & 4 != 0 { guard try skip(4) else { return nil } }
        guard try text(count, isWide: flags & 1 != 0, to: output.buffer, &state) else { return nil }
        RecordText.finish(output.buffer, &state)
        return String(decoding: UnsafeBufferPointer(start: output.bytes, count: output.count), as: UTF8.self)
    }
}
