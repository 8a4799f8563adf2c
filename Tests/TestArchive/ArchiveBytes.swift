import CZlib

/// Puts parts into the bytes of an archive.
struct ArchiveBytes {
    private(set) var bytes: [UInt8]
    private let start: Int
    private var directory: [UInt8] = []
    private var headers: [Int] = []

    init(_ prefix: [UInt8]) {
        bytes = prefix
        start = prefix.count
    }

    mutating func add(_ part: ArchivePart, flags: Int, spoilsChecksum: Bool) {
        let truth = part.content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
        let sum = Int(truth) ^ (spoilsChecksum ? 1 : 0)
        let packed = part.isDeflated ? Self.deflated(part.content) : part.content
        let sizes = (packed: part.statedPacked ?? packed.count, size: part.statedSize ?? part.content.count)
        let name = Array(part.name.utf8)
        let extra = part.usesZip64 ? half(1) + half(16) + long(sizes.size) + long(sizes.packed) : []
        let kind = half(45) + half(flags | (part.hasDescriptor ? 8 : 0)) + half(part.isDeflated ? 8 : 0) + word(0)
        func numbers(_ isKnown: Bool) -> [UInt8] {
            guard isKnown else { return word(0) + word(0) + word(0) }
            guard !part.usesZip64 else { return word(sum) + word(0xFFFF_FFFF) + word(0xFFFF_FFFF) }
            return word(sum) + word(sizes.packed) + word(sizes.size)
        }
        let lengths = half(name.count) + half(extra.count)
        let header = part.sharesBytesOf.map { headers[$0] } ?? bytes.count - start
        headers.append(header)
        directory +=
            word(0x0201_4B50) + half(45) + kind + numbers(true) + lengths + half(0) + half(0) + half(0) + word(0)
            + word(header) + name + extra
        guard part.sharesBytesOf == nil else { return }
        bytes += word(0x0403_4B50) + kind + numbers(!part.hasDescriptor) + lengths + name + extra + packed
        if part.hasDescriptor {
            bytes += word(0x0807_4B50) + word(sum)
            bytes +=
                part.usesZip64
                ? long(sizes.packed) + long(sizes.size) : word(sizes.packed) + word(sizes.size)
        }
    }

    mutating func end(count: Int, usesZip64: Bool, comment: [UInt8]) {
        let place = bytes.count - start
        bytes += directory
        if usesZip64 {
            let record = bytes.count
            bytes += word(0x0606_4B50) + long(44) + half(45) + half(45) + word(0) + word(0) + long(count) + long(count)
            bytes += long(directory.count) + long(place)
            bytes += word(0x0706_4B50) + word(0) + long(record) + word(1)
            bytes += word(0x0605_4B50) + half(0) + half(0) + half(0xFFFF) + half(0xFFFF)
            bytes += word(0xFFFF_FFFF) + word(0xFFFF_FFFF)
        } else {
            bytes += word(0x0605_4B50) + half(0) + half(0) + half(count) + half(count)
            bytes += word(directory.count) + word(place)
        }
        bytes += half(comment.count) + comment
    }

    private func half(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    private func word(_ value: Int) -> [UInt8] { half(value & 0xFFFF) + half(value >> 16) }
    private func long(_ value: Int) -> [UInt8] { word(value & 0xFFFF_FFFF) + word(value >> 32) }

    /// Raw deflate.
    static func deflated(_ content: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var content = content
        var result = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
        let room = result.count
        let left = content.withUnsafeMutableBufferPointer { input in
            result.withUnsafeMutableBufferPointer { output -> Int in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
                return Int(stream.avail_out)
            }
        }
        return Array(result[..<(room - left)])
    }
}
