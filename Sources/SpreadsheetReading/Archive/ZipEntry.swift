/// What the directory of an archive says of one part.
struct ZipEntry {
    var name: String
    var method: UInt16
    var flags: UInt16
    var checksum: UInt32
    /// Bytes in the archive.
    var packed: Int
    /// Bytes when unpacked.
    var size: Int
    /// Offset of its local header.
    var header: Int
    /// Bytes of its name as written.
    var nameLength: Int
    /// Where its packed bytes end, at the earliest.
    var leastEnd: Int { header + 30 + nameLength + packed }
}
