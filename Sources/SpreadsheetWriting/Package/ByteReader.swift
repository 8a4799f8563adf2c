/// Little-endian numbers in bytes; nil beyond their end.
struct ByteReader {
    private let bytes: [UInt8]

    /// A reader.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A number of 2, 4 or 8 bytes, the last of which has to fit into an `Int`.
    func number(at place: Int, bytes count: Int) -> Int? {
        slice(at: place, count: count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// A piece.
    func slice(at place: Int, count: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else { return nil }
        return bytes[place..<(place + count)]
    }
}
