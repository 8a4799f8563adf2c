import Spreadsheet

/// A compound file (OLE2), the container of Office 97–2003: streams in chains of sectors, as [MS-CFB] says.
///
/// Every number in it may lie: sectors are held against the file's size, chains against the number of sectors there are.
struct CompoundFile {
    /// What the first bytes of each are.
    static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private struct Entry {
        var name: String
        var kind: Int
        var start: Int
        var size: Int
        var left: Int
        var right: Int
        var child: Int
    }

    /// Numbers of sectors from here on mean something else: 0xFFFFFFFE ends a chain.
    private static let firstSpecial = 0xFFFF_FFFA
    private static let endOfChain = 0xFFFF_FFFE
    private static let entrySize = 128
    private static let mostEntries = 100_000

    private let source: ByteSource
    private let sectorShift: Int
    private let sectorCount: Int
    private let miniLimit: Int
    private let miniStart: Int
    private var table: [UInt32] = []
    /// What stands in the outermost folder.
    private var streams: [Entry] = []
    private var root: Entry?
    private var entries: [Entry] = []

    /// Reads the tables of the container.
    ///
    /// - Throws: `ToolError` (65) where they contradict themselves or the file's size.
    init(_ source: ByteSource) throws {
        self.source = source
        let header = ByteReader(bytes: try source.bytes(at: 0, count: 512))
        guard header.bytes.count == 512, let shift = header.half(30), shift == 9 || shift == 12 else {
            throw Self.damaged(source, "文件头不对")
        }
        sectorShift = Int(shift)
        sectorCount = max(0, source.count - 1) >> sectorShift
        miniLimit = Int(header.word(56) ?? 4096)
        miniStart = Int(header.word(60) ?? 0)
        try readTable(header)
        try readDirectory(Int(header.word(48) ?? 0))
    }

    private static func damaged(_ source: ByteSource, _ detail: String) -> ToolError {
        ReadingError.damaged(source.name, detail)
    }

    // MARK: Names

    /// Names of what stands in the outermost folder.
    var names: [String] { streams.map(\.name) }

    /// Whether there is a stream or folder of that name.
    func has(_ name: String) -> Bool { streams.contains { $0.name.lowercased() == name.lowercased() } }

    /// A stream of the outermost folder; nil when there is none of that name.
    ///
    /// - Throws: `ToolError` (65) when its chain ends too early, is a loop, or leads out of the file.
    func stream(_ name: String) throws -> CompoundStream? {
        guard let entry = streams.first(where: { $0.kind == 2 && $0.name.lowercased() == name.lowercased() }) else {
            return nil
        }
        return entry.size < miniLimit ? try miniStream(entry) : try stream(of: entry)
    }

    // MARK: Chains

    private func offset(_ sector: Int) -> Int { (sector + 1) << sectorShift }

    private func stream(of entry: Entry) throws -> CompoundStream {
        var runs: [CompoundStream.Run] = []
        var left = entry.size
        try follow(entry.start, while: { left > 0 }) { sector in
            let place = offset(sector)
            let count = min(left, 1 << sectorShift, source.count - place)
            guard count > 0 else { throw Self.damaged(source, "“\(entry.name)”的内容指到了文件外面") }
            if let last = runs.last, last.file + last.count == place {
                runs[runs.count - 1].count += count
            } else {
                runs.append(CompoundStream.Run(start: entry.size - left, file: place, count: count))
            }
            // Where the file is cut within a sector, the next one would be beyond its end.
            left -= count
        }
        guard left == 0 else { throw Self.damaged(source, "“\(entry.name)”的内容不全，还差 \(left) 字节") }
        return CompoundStream(source: source, runs: runs, count: entry.size)
    }

    /// Small streams stand in pieces of 64 bytes in a stream of the root.
    private func miniStream(_ entry: Entry) throws -> CompoundStream {
        guard entry.size > 0 else {
            return CompoundStream(source: ByteSource(bytes: [], name: source.name), runs: [], count: 0)
        }
        guard let root else { throw Self.damaged(source, "目录不完整") }
        let whole = try stream(of: root)
        let bytes = try whole.all()
        var links: [UInt32] = []
        try follow(miniStart, while: { true }) { links += try sectorWords($0) }
        var result: [UInt8] = []
        var piece = entry.start
        var steps = 0
        while result.count < entry.size {
            let place = piece << 6
            guard piece < Self.firstSpecial, place < bytes.count, steps <= links.count else {
                throw Self.damaged(source, "“\(entry.name)”的内容不全")
            }
            result += bytes[place..<min(place + min(64, entry.size - result.count), bytes.count)]
            if bytes.count - place < 64, result.count < entry.size {
                throw Self.damaged(source, "“\(entry.name)”的内容不全")
            }
            piece = piece < links.count ? Int(links[piece]) : Self.endOfChain
            steps += 1
        }
        return CompoundStream(
            source: ByteSource(bytes: result, name: source.name),
            runs: [CompoundStream.Run(start: 0, file: 0, count: result.count)], count: result.count)
    }

    /// Gives each sector of a chain, as long as more are wanted.
    private func follow(_ start: Int, while wanted: () -> Bool, _ body: (Int) throws -> Void) throws {
        var sector = start
        var steps = 0
        while wanted(), sector < Self.firstSpecial {
            guard sector < sectorCount else { throw Self.damaged(source, "内容指到了文件外面（第 \(sector) 扇区）") }
            steps += 1
            guard steps <= sectorCount else { throw Self.damaged(source, "扇区链绕成了圈") }
            try body(sector)
            sector = sector < table.count ? Int(table[sector]) : Self.endOfChain
        }
    }

    private func sectorWords(_ sector: Int) throws -> [UInt32] {
        let bytes = ByteReader(bytes: try source.bytes(at: offset(sector), count: 1 << sectorShift))
        return (0..<bytes.bytes.count / 4).compactMap { bytes.word($0 * 4) }
    }

    // MARK: Tables

    /// Which sector follows which: its own sectors are named in the header, and in a chain of their own when they are many.
    private mutating func readTable(_ header: ByteReader) throws {
        let perSector = 1 << (sectorShift - 2)
        let needed = (sectorCount + perSector - 1) / perSector
        var places = (0..<109).compactMap { header.word(76 + $0 * 4) }.map(Int.init)
        var next = Int(header.word(68) ?? 0)
        var steps = 0
        while places.count < needed + 109, next < Self.firstSpecial, next < sectorCount, steps < sectorCount {
            var words = try sectorWords(next)
            next = words.popLast().map(Int.init) ?? Self.endOfChain
            places += words.map(Int.init)
            steps += 1
        }
        table.reserveCapacity(min(needed * perSector, sectorCount))
        for place in places.filter({ $0 < Self.firstSpecial }).prefix(needed) {
            guard place < sectorCount else { throw Self.damaged(source, "扇区表指到了文件外面，文件可能没有下载完") }
            table += try sectorWords(place)
        }
        guard !table.isEmpty else { throw Self.damaged(source, "没有扇区表") }
    }

    private mutating func readDirectory(_ start: Int) throws {
        var found: [Entry] = []
        try follow(start, while: { true }) { sector in
            guard found.count < Self.mostEntries else { throw Self.damaged(source, "目录太大") }
            let bytes = ByteReader(bytes: try source.bytes(at: offset(sector), count: 1 << sectorShift))
            for place in stride(from: 0, to: bytes.bytes.count - Self.entrySize + 1, by: Self.entrySize) {
                found.append(Self.entry(bytes, place))
            }
        }
        entries = found
        guard let root = found.first, root.kind == 5 else { throw Self.damaged(source, "目录不完整") }
        self.root = root
        var seen = Set<Int>()
        var waiting = [root.child]
        while let index = waiting.popLast() {
            guard found.indices.contains(index), seen.insert(index).inserted else { continue }
            streams.append(found[index])
            waiting += [found[index].right, found[index].left]
        }
        // Some programs forget to say what stands in the root.
        if streams.isEmpty { streams = found.filter { $0.kind == 2 } }
    }

    private static func entry(_ bytes: ByteReader, _ at: Int) -> Entry {
        let length = min(31, max(0, Int(bytes.half(at + 64) ?? 0) / 2 - 1))
        let name = (0..<length).map { bytes.half(at + $0 * 2) ?? 0 }
        return Entry(
            name: String(decoding: name, as: UTF16.self), kind: Int(bytes.bytes[at + 66]),
            start: Int(bytes.word(at + 116) ?? 0), size: Int(bytes.word(at + 120) ?? 0),
            left: Int(bytes.word(at + 68) ?? 0), right: Int(bytes.word(at + 72) ?? 0),
            child: Int(bytes.word(at + 76) ?? 0))
    }
}
