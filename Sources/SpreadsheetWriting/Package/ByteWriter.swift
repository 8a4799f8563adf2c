/// Bytes that grow by little-endian numbers.
struct ByteWriter {
    /// What was appended so far.
    var bytes: [UInt8] = []

    /// Appends the lowest bytes of a number.
    mutating func append(_ number: UInt32, bytes count: Int) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt32(index)))) }
    }
}
