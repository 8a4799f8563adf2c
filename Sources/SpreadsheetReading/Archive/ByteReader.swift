/// Little-endian numbers out of bytes; nil past their end.
struct ByteReader {
    let bytes: [UInt8]

    func half(_ at: Int) -> UInt16? {
        guard at >= 0, at <= bytes.count - 2 else { return nil }
        return UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
    }

    func word(_ at: Int) -> UInt32? {
        guard let low = half(at), let high = half(at + 2) else { return nil }
        return UInt32(low) | UInt32(high) << 16
    }

    func long(_ at: Int) -> Int? {
        guard let low = word(at), let high = word(at + 4) else { return nil }
        return Int(exactly: UInt64(low) | UInt64(high) << 32)
    }
}
