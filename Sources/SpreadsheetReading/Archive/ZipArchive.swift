import Spreadsheet

/// A ZIP archive, read by its central directory. Every offset is checked before it is used.
final class ZipArchive {
    /// Names of the parts, with `/` between folders, in the order of the directory.
    private(set) var names: [String] = []
    let source: ByteSource
    let limits: ReadingLimits
    private var entries: [String: ZipEntry] = [:]

    /// Reads the directory, and refuses one that lies: parts that overlap, more of them or more bytes than the limits allow.
    init(source: ByteSource, limits: ReadingLimits) throws {
        self.source = source
        self.limits = limits
        let found = try ZipDirectory.entries(of: source, limits: limits)
        var total = 0
        for entry in found where !entry.name.hasSuffix("/") {
            let key = Self.key(entry.name)
            guard entries[key] == nil else {
                throw ReadingError.damaged(source.name, "压缩包里有两个“\(entry.name)”")
            }
            names.append(entry.name)
            entries[key] = entry
            total += entry.size
            guard total <= limits[.unpacked] else { throw ReadingError.limit(source.name, .unpacked, limits) }
            if entry.size > ReadingLimits.ratioMatters, entry.size / max(1, entry.packed) > limits[.ratio] {
                throw ReadingError.limit(source.name, .ratio, limits, detail: "“\(entry.name)”")
            }
        }
        try refuseOverlaps()
    }

    /// An archive in memory.
    convenience init(bytes: [UInt8], file: String, limits: ReadingLimits = ReadingLimits()) throws {
        try self.init(source: ByteSource(bytes: bytes, name: file), limits: limits)
    }

    /// Whether a part is there; letter case aside, as Excel has it.
    func has(_ name: String) -> Bool { entries[Self.key(name)] != nil }

    /// The unpacked size of a part, as the directory says and reading it confirms.
    func size(of name: String) -> Int? { entries[Self.key(name)]?.size }

    /// The whole content of a part; nil when there is none of that name.
    func part(_ name: String) throws -> [UInt8]? {
        guard let stream = try stream(name) else { return nil }
        var content: [UInt8] = []
        // The size in the directory is what the file says of itself: a hint, not to be trusted with memory.
        content.reserveCapacity(min(stream.size, stream.packed * 64 + 1024))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let made = try chunk.withUnsafeMutableBytes { try stream.read(into: $0) }
            if made == 0 { return content }
            content.append(contentsOf: chunk[..<made])
        }
    }

    /// A part to be read piece by piece; nil when there is none of that name.
    func stream(_ name: String) throws -> PartStream? {
        guard let entry = entries[Self.key(name)] else { return nil }
        return try PartStream(entry: entry, source: source)
    }

    /// Parts that share bytes are a bomb's way to unpack to more than is there.
    private func refuseOverlaps() throws {
        let ordered = entries.values.sorted { $0.header < $1.header }
        for (one, next) in zip(ordered, ordered.dropFirst()) where one.leastEnd > next.header {
            throw ReadingError.damaged(source.name, "压缩包里的“\(one.name)”和“\(next.name)”互相重叠")
        }
    }

    private static func key(_ name: String) -> String { ZipDirectory.plain(name).lowercased() }
}
