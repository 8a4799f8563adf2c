/// Strict UTF-8.
public enum UTF8Check {
    /// The offset of the first byte that is not strict UTF-8; nil when all is.
    static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { firstInvalid($0) }
    }

    /// The offset of the first byte that is not strict UTF-8; nil when all is.
    static func firstInvalid(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var index = 0
        while let start = firstNotASCII(bytes, from: index) {
            index = start
            repeat {
                let length = sequenceLength(bytes, at: index)
                if length == 0 { return index }
                index += length
            } while index < bytes.count && bytes[index] >= 0x80
        }
        return nil
    }

    /// The offset of the first byte above ASCII; nil when there is none.
    static func firstNotASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var index = start
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < bytes.count {
            if bytes[index] >= 0x80 { return index }
            index += 1
        }
        return nil
    }

    /// Bytes of the sequence that begins there; 0 for none that is whole and right.
    @inline(__always)
    static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        let left = bytes.count - index
        if first >= 0xE1, first <= 0xEC || first == 0xEE || first == 0xEF {
            // Most of Chinese text.
            guard left >= 3, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
            return 3
        }
        let length: Int
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0, 0xED: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard left >= length else { return 0 }
        for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        let second = bytes[index + 1]
        switch first {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
            return 0
        default:
            return length
        }
    }
}
