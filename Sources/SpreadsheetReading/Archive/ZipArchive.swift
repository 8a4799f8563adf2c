import CZlib
import Spreadsheet

/// A ZIP archive in memory, read by its central directory. Every offset is checked before it is used.
final class ZipArchive {
    private struct Entry {
        var method: UInt16
        var flags: UInt16
        var checksum: UInt32
        var packed: Int
        var size: Int
        var header: Int
    }

    /// Names of the entries, with `/` between folders, in the order of the directory.
    private(set) var names: [String] = []
    private var entries: [String: Entry] = [:]
    private let bytes: [UInt8]
    private let file: String
    private var allowance: Int
    private let limit: Int

    /// Reads the directory.
    ///
    /// - Parameter limit: the most bytes that all parts may unpack to, together.
    init(bytes: [UInt8], file: String, limit: Int) throws {
        self.bytes = bytes
        self.file = file
        self.limit = limit
        allowance = limit
        try readDirectory()
    }

    /// Whether an entry is there; letter case aside, as Excel has it.
    func has(_ name: String) -> Bool { entries[Self.key(name)] != nil }

    /// The content of an entry; nil when there is none of that name.
    func part(_ name: String) throws -> [UInt8]? {
        guard let entry = entries[Self.key(name)] else { return nil }
        if entry.flags & 1 != 0 { throw ReadingError.encrypted(file) }
        let start = entry.header
        guard let signature = word(start), signature == 0x0403_4B50, let nameLength = half(start + 26),
            let extraLength = half(start + 28)
        else { throw damaged("压缩包内“\(name)”的位置不对") }
        let begin = start + 30 + Int(nameLength) + Int(extraLength)
        guard begin + entry.packed <= bytes.count else { throw damaged("文件被截断，“\(name)”不全") }
        let content: [UInt8]
        switch entry.method {
        case 0:
            content = Array(bytes[begin..<begin + entry.packed])
        case 8:
            content = try inflated(bytes[begin..<begin + entry.packed], expected: entry.size, name: name)
        default:
            throw damaged("“\(name)”用了不支持的压缩方式（\(entry.method)）")
        }
        guard content.count <= allowance else { throw ReadingError.tooLarge(file, limit: limit) }
        allowance -= content.count
        let checksum = content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
        guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else { throw damaged("“\(name)”校验不一致") }
        return content
    }

    private func inflated(_ packed: ArraySlice<UInt8>, expected: Int, name: String) throws -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw damaged("无法解压“\(name)”")
        }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        // The size in the directory is what the file says of itself: a hint, not to be trusted with memory.
        output.reserveCapacity(min(expected, allowance, packed.count * 64))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var input = Array(packed)
        let status: Int32 = try input.withUnsafeMutableBufferPointer { buffer in
            stream.next_in = buffer.baseAddress
            stream.avail_in = UInt32(buffer.count)
            var status = Z_OK
            while status == Z_OK {
                let made = chunk.withUnsafeMutableBufferPointer { out in
                    stream.next_out = out.baseAddress
                    stream.avail_out = UInt32(out.count)
                    status = inflate(&stream, Z_NO_FLUSH)
                    return out.count - Int(stream.avail_out)
                }
                output.append(contentsOf: chunk[..<made])
                if output.count > allowance { throw ReadingError.tooLarge(file, limit: limit) }
                if status == Z_OK, made == 0, stream.avail_in == 0 { break }
            }
            return status
        }
        guard status == Z_STREAM_END else { throw damaged("“\(name)”解压到一半出错") }
        return output
    }

    // MARK: Directory

    private func readDirectory() throws {
        guard let end = endRecord() else { throw damaged("找不到压缩包的目录，文件可能没有下载完") }
        var count = Int(half(end + 10) ?? 0)
        var size = Int(word(end + 12) ?? 0)
        var offset = Int(word(end + 16) ?? 0)
        var directoryEnd = end
        if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF, word(end - 20) == 0x0706_4B50,
            let place = long(end - 12), word(place) == 0x0606_4B50, let count64 = long(place + 32),
            let size64 = long(place + 40), let offset64 = long(place + 48)
        {
            (count, size, offset, directoryEnd) = (count64, size64, offset64, place)
        }
        guard size <= directoryEnd, offset <= bytes.count else { throw damaged("压缩包的目录不对，文件可能被截断") }
        // Bytes before the archive, such as a mail gateway's, shift every offset by the same amount.
        let start = directoryEnd - size
        let shift = start - offset
        guard shift >= 0 else { throw damaged("压缩包的目录不对，文件可能被截断") }
        var position = start
        for _ in 0..<count {
            guard let next = readEntry(at: position, shift: shift) else { throw damaged("压缩包的目录不对") }
            position = next
        }
    }

    /// Reads one entry of the directory and gives the place of the next.
    private func readEntry(at position: Int, shift: Int) -> Int? {
        guard word(position) == 0x0201_4B50, let flags = half(position + 8), let method = half(position + 10),
            let checksum = word(position + 16), let packed = word(position + 20), let size = word(position + 24),
            let nameLength = half(position + 28), let extraLength = half(position + 30),
            let commentLength = half(position + 32), let header = word(position + 42)
        else { return nil }
        let nameStart = position + 46
        let extraStart = nameStart + Int(nameLength)
        let next = extraStart + Int(extraLength) + Int(commentLength)
        guard next <= bytes.count else { return nil }
        var entry = Entry(
            method: method, flags: flags, checksum: checksum, packed: Int(packed), size: Int(size), header: Int(header))
        readZip64(extraStart..<extraStart + Int(extraLength), &entry)
        guard entry.header <= bytes.count - shift, entry.packed <= bytes.count else { return nil }
        entry.header += shift
        let name = Self.plain(String(decoding: bytes[nameStart..<extraStart], as: UTF8.self))
        if !name.hasSuffix("/"), entries[Self.key(name)] == nil {
            names.append(name)
            entries[Self.key(name)] = entry
        }
        return next
    }

    private func readZip64(_ extra: Range<Int>, _ entry: inout Entry) {
        var position = extra.lowerBound
        while position + 4 <= extra.upperBound, let id = half(position), let length = half(position + 2) {
            if id == 1 {
                var field = position + 4
                for path in [\Entry.size, \Entry.packed, \Entry.header] where entry[keyPath: path] == 0xFFFF_FFFF {
                    guard field + 8 <= extra.upperBound, let value = long(field) else { return }
                    entry[keyPath: path] = value
                    field += 8
                }
            }
            position += 4 + Int(length)
        }
    }

    /// The end record: the last one in the file, its comment after it.
    private func endRecord() -> Int? {
        guard bytes.count >= 22 else { return nil }
        let lowest = max(0, bytes.count - 22 - 0xFFFF)
        return stride(from: bytes.count - 22, through: lowest, by: -1).first { word($0) == 0x0605_4B50 }
    }

    private func half(_ at: Int) -> UInt16? {
        guard at >= 0, at <= bytes.count - 2 else { return nil }
        return UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
    }

    private func word(_ at: Int) -> UInt32? {
        guard let low = half(at), let high = half(at + 2) else { return nil }
        return UInt32(low) | UInt32(high) << 16
    }

    private func long(_ at: Int) -> Int? {
        guard let low = word(at), let high = word(at + 4) else { return nil }
        return Int(exactly: UInt64(low) | UInt64(high) << 32)
    }

    private func damaged(_ detail: String) -> ToolError { ReadingError.damaged(file, detail) }

    /// Some tools write `xl\workbook.xml` or `/xl/workbook.xml`.
    private static func plain(_ name: String) -> String {
        let slashed = name.replacing("\\", with: "/")
        return slashed.hasPrefix("/") ? String(slashed.dropFirst()) : slashed
    }

    private static func key(_ name: String) -> String { plain(name).lowercased() }
}
