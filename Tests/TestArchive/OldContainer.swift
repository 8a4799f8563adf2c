/// A compound file of one stream or several for tests, written after [MS-CFB].
package struct OldContainer {
    /// Streams by their names, in the order of the file.
    package var streams: [(name: String, bytes: [UInt8])]
    /// Sectors of 4096 bytes instead of 512.
    package var hasLargeSectors = false

    package init(_ streams: [(name: String, bytes: [UInt8])]) { self.streams = streams }

    /// The bytes of the file.
    package var bytes: [UInt8] {
        let size = hasLargeSectors ? 4096 : 512
        var sectors: [[UInt8]] = []
        var links: [Int] = []
        func add(_ content: [UInt8]) -> Int {
            guard !content.isEmpty else { return 0xFFFF_FFFE }
            let first = sectors.count
            for start in stride(from: 0, to: content.count, by: size) {
                let piece = Array(content[start..<min(start + size, content.count)])
                sectors.append(piece + [UInt8](repeating: 0, count: size - piece.count))
                links.append(sectors.count)
            }
            links[links.count - 1] = 0xFFFF_FFFE
            return first
        }
        // Small streams stand together in one of the root, in pieces of 64 bytes.
        var small: [UInt8] = []
        var smallLinks: [Int] = []
        var places: [(start: Int, size: Int)] = []
        for stream in streams {
            if stream.bytes.count < 4096 {
                places.append((stream.bytes.isEmpty ? 0xFFFF_FFFE : small.count / 64, stream.bytes.count))
                let padded = (stream.bytes.count + 63) / 64 * 64
                for _ in 0..<padded / 64 { smallLinks.append(smallLinks.count + 1) }
                if padded > 0 { smallLinks[smallLinks.count - 1] = 0xFFFF_FFFE }
                small += stream.bytes + [UInt8](repeating: 0, count: padded - stream.bytes.count)
            } else {
                places.append((add(stream.bytes), stream.bytes.count))
            }
        }
        let smallStart = add(small)
        let smallTable = add(smallLinks.flatMap(OldRecord.word))
        var directory = Self.entry("Root Entry", kind: 5, child: 1, start: smallStart, size: small.count)
        for (index, stream) in streams.enumerated() {
            directory += Self.entry(
                stream.name, kind: 2, right: index + 1 < streams.count ? index + 2 : 0xFFFF_FFFF,
                start: places[index].start, size: places[index].size)
        }
        let directoryStart = add(directory)
        let perSector = size / 4
        var tableCount = 1
        while (sectors.count + tableCount + perSector - 1) / perSector > tableCount { tableCount += 1 }
        let tablePlaces = (0..<tableCount).map { sectors.count + $0 }
        links += tablePlaces.map { _ in 0xFFFF_FFFD }
        var table = links.flatMap(OldRecord.word)
        table += [UInt8](repeating: 0xFF, count: tableCount * size - table.count)
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        header += [UInt8](repeating: 0, count: 16)
        header += OldRecord.half(0x3E) + OldRecord.half(hasLargeSectors ? 4 : 3) + [0xFE, 0xFF]
        header += OldRecord.half(hasLargeSectors ? 12 : 9) + OldRecord.half(6) + [UInt8](repeating: 0, count: 10)
        header += OldRecord.word(tableCount) + OldRecord.word(directoryStart) + OldRecord.word(0)
        header += OldRecord.word(4096) + OldRecord.word(smallTable) + OldRecord.word(smallLinks.isEmpty ? 0 : 1)
        header += OldRecord.word(0xFFFF_FFFE) + OldRecord.word(0)
        for index in 0..<109 { header += OldRecord.word(index < tableCount ? tablePlaces[index] : 0xFFFF_FFFF) }
        header += [UInt8](repeating: 0, count: size - header.count)
        return header + sectors.flatMap { $0 } + table
    }

    private static func entry(
        _ name: String, kind: UInt8, right: Int = 0xFFFF_FFFF, child: Int = 0xFFFF_FFFF, start: Int, size: Int
    ) -> [UInt8] {
        let units = Array(name.utf16)
        var bytes = units.flatMap { OldRecord.half(Int($0)) }
        bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
        bytes += OldRecord.half(units.count * 2 + 2) + [kind, 1]
        bytes += OldRecord.word(0xFFFF_FFFF) + OldRecord.word(right) + OldRecord.word(child)
        bytes += [UInt8](repeating: 0, count: 36)
        return bytes + OldRecord.word(start) + OldRecord.word(size) + OldRecord.word(0)
    }
}
