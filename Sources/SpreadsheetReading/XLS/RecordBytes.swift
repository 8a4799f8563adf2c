import Foundation

/// The contents of a record, little-endian; 0 past their end. Valid until the next record is asked for.
struct RecordBytes {
    let start: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    func byte(_ at: Int) -> Int { at >= 0 && at < count ? Int(start[at]) : 0 }

    @inline(__always)
    func half(_ at: Int) -> Int {
        at >= 0 && at + 2 <= count ? Int(start[at]) | Int(start[at + 1]) << 8 : 0
    }

    @inline(__always)
    func word(_ at: Int) -> Int { half(at) | half(at + 2) << 16 }

    @inline(__always)
    func double(_ at: Int) -> Double {
        guard at >= 0, at + 8 <= count else { return 0 }
        return Double(bitPattern: UInt64(word(at)) | UInt64(word(at + 4)) << 32)
    }

    /// A number packed into four bytes: a whole one of 30 bits or the upper bits of a binary one, perhaps in hundredths.
    @inline(__always)
    func packed(_ at: Int) -> Double {
        let bits = word(at)
        let value =
            bits & 2 != 0
            ? Double(Int32(truncatingIfNeeded: bits) >> 2) : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
        return bits & 1 != 0 ? value / 100 : value
    }

    /// A part of it, as far as it reaches.
    func part(_ from: Int, _ length: Int = .max) -> RecordBytes {
        let first = min(max(0, from), count)
        return RecordBytes(start: start + first, count: min(max(0, length), count - first))
    }

    /// A copy.
    var copy: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }
}
