import Spreadsheet

/// The central directory of a ZIP archive, of ZIP64 too.
enum ZipDirectory {
    /// The longest directory that is read.
    private static let maximumBytes = 1 << 26

    /// Where a directory stands, and what it says of itself.
    private struct Place {
        var start: Int
        var size: Int
        var count: Int
        /// What has to be added to every offset, since bytes stand before the archive.
        var shift: Int
    }

    static func entries(of source: ByteSource, limits: ReadingLimits) throws -> [ZipEntry] {
        func damaged(_ detail: String) -> ToolError { ReadingError.damaged(source.name, detail) }
        let place = try place(in: source)
        guard place.size <= maximumBytes else { throw damaged("压缩包的目录不对，文件可能被截断") }
        guard place.count <= limits[.parts] else { throw ReadingError.limit(source.name, .parts, limits) }
        let directory = ByteReader(bytes: try source.bytes(at: place.start, count: place.size))
        var result: [ZipEntry] = []
        var position = 0
        for _ in 0..<place.count {
            guard let (entry, next) = entry(directory, at: position), entry.header <= source.count - place.shift,
                entry.packed <= source.count
            else { throw damaged("压缩包的目录不对") }
            result.append(entry)
            result[result.count - 1].header += place.shift
            position = next
        }
        guard directory.word(position) != 0x0201_4B50 else { throw damaged("压缩包的目录里不止 \(place.count) 个部件") }
        return result
    }

    /// Whether an archive ends where the file ends, whatever stands before it.
    static func isAtEnd(of source: ByteSource) throws -> Bool {
        let start = max(0, source.count - 22 - 0xFFFF)
        let tail = ByteReader(bytes: try source.bytes(at: start, count: source.count - start))
        guard let end = endRecord(tail), isExact(tail, end), let place = try? place(in: source) else { return false }
        return ByteReader(bytes: try source.bytes(at: place.start, count: 4)).word(0) == 0x0201_4B50
    }

    private static func place(in source: ByteSource) throws -> Place {
        func damaged(_ detail: String) -> ToolError { ReadingError.damaged(source.name, detail) }
        // The end record stands before a comment of at most 64 KB; that of ZIP64 and its locator stand before it.
        let tailStart = max(0, source.count - 22 - 0xFFFF - 20)
        let tail = ByteReader(bytes: try source.bytes(at: tailStart, count: source.count - tailStart))
        guard let end = endRecord(tail) else { throw damaged("找不到压缩包的目录，文件可能没有下载完") }
        var count = Int(tail.half(end + 10) ?? 0)
        var size = Int(tail.word(end + 12) ?? 0)
        var offset = Int(tail.word(end + 16) ?? 0)
        var directoryEnd = tailStart + end
        if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF, tail.word(end - 20) == 0x0706_4B50,
            let place = tail.long(end - 12)
        {
            let record = ByteReader(bytes: try source.bytes(at: place, count: 56))
            if record.word(0) == 0x0606_4B50, let count64 = record.long(32), let size64 = record.long(40),
                let offset64 = record.long(48)
            {
                (count, size, offset, directoryEnd) = (count64, size64, offset64, place)
            }
        }
        guard size <= directoryEnd, offset <= source.count else { throw damaged("压缩包的目录不对，文件可能被截断") }
        // Bytes before the archive, such as a mail gateway's, shift every offset by the same amount.
        let start = directoryEnd - size
        let shift = start - offset
        guard shift >= 0 else { throw damaged("压缩包的目录不对，文件可能被截断") }
        return Place(start: start, size: size, count: count, shift: shift)
    }

    /// Some tools write `xl\workbook.xml` or `/xl/workbook.xml`.
    static func plain(_ name: String) -> String {
        let slashed = name.replacing("\\", with: "/")
        return slashed.hasPrefix("/") ? String(slashed.dropFirst()) : slashed
    }

    /// One entry, and the place of the next.
    private static func entry(_ directory: ByteReader, at position: Int) -> (ZipEntry, next: Int)? {
        guard directory.word(position) == 0x0201_4B50, let flags = directory.half(position + 8),
            let method = directory.half(position + 10), let checksum = directory.word(position + 16),
            let packed = directory.word(position + 20), let size = directory.word(position + 24),
            let nameLength = directory.half(position + 28), let extraLength = directory.half(position + 30),
            let commentLength = directory.half(position + 32), let header = directory.word(position + 42)
        else { return nil }
        let nameStart = position + 46
        let extraStart = nameStart + Int(nameLength)
        let next = extraStart + Int(extraLength) + Int(commentLength)
        guard next <= directory.bytes.count else { return nil }
        var entry = ZipEntry(
            name: plain(String(decoding: directory.bytes[nameStart..<extraStart], as: UTF8.self)), method: method,
            flags: flags, checksum: checksum, packed: Int(packed), size: Int(size), header: Int(header),
            nameLength: Int(nameLength))
        readZip64(directory, extraStart..<extraStart + Int(extraLength), &entry)
        return (entry, next)
    }

    private static func readZip64(_ directory: ByteReader, _ extra: Range<Int>, _ entry: inout ZipEntry) {
        var position = extra.lowerBound
        while position + 4 <= extra.upperBound, let id = directory.half(position),
            let length = directory.half(position + 2)
        {
            if id == 1 {
                var field = position + 4
                for path in [\ZipEntry.size, \ZipEntry.packed, \ZipEntry.header]
                where entry[keyPath: path] == 0xFFFF_FFFF {
                    guard field + 8 <= extra.upperBound, let value = directory.long(field), value >= 0 else { return }
                    entry[keyPath: path] = value
                    field += 8
                }
            }
            position += 4 + Int(length)
        }
    }

    /// The end record: the one whose comment ends with the file, else the last one.
    private static func endRecord(_ tail: ByteReader) -> Int? {
        guard tail.bytes.count >= 22 else { return nil }
        var last: Int?
        for index in stride(from: tail.bytes.count - 22, through: 0, by: -1) where tail.word(index) == 0x0605_4B50 {
            if isExact(tail, index) { return index }
            if last == nil { last = index }
        }
        return last
    }

    private static func isExact(_ tail: ByteReader, _ record: Int) -> Bool {
        tail.half(record + 20).map { record + 22 + Int($0) == tail.bytes.count } ?? false
    }
}
